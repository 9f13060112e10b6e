internal import CLibc
package import Tables

/// Where the program meets the web server: the one room that reads the environment and that
/// writes to descriptors.
package enum CGI {
    /// Makes the process fit to serve; false if there is nobody to answer.
    ///
    /// A standard descriptor that is closed would be given to the next file that is opened, and a
    /// font would be read as the request, or overwritten by the answer.
    package static func prepare() -> Bool {
        // A reader who left is an error of `write`, not the end of the process. The 1 is SIG_IGN,
        // a macro that Swift does not import.
        unsafe _ = signal(SIGPIPE, unsafeBitCast(1, to: __sighandler_t.self))
        // Who connects to a socket is answered there.
        guard Descriptor.output.isOpen || Descriptor.input.isListening else { return false }
        for standard in [Descriptor.input, .output, .diagnostics] where !standard.isOpen {
            // Gets the lowest number that is free. `open` would do, but takes variable arguments,
            // which Swift cannot pass; an input that can only be written to reads as empty.
            guard unsafe creat("/dev/null", 0) == standard.number else { return false }
        }
        return true
    }

    /// What a person at a shell sends along, up to its end. Of a server this is the body of a request.
    package static var input: ByteSource {
        ByteSource { buffer in
            let bytes = Descriptor.input.read(atMost: buffer.count)
            for (place, byte) in bytes.enumerated() { buffer[place] = byte }
            return bytes.count
        }
    }

    /// Sends the answer, which is the last thing that the process does; its exit status.
    ///
    /// A client who left early is no error that anybody could mend, so there is no word about it.
    package static func send(_ answer: Answer, to caller: Caller) -> Int32 {
        guard caller.audience != .terminal else {
            let output = answer.status.isError ? Descriptor.diagnostics : .output
            return output.write(answer.body) && !answer.status.isError ? 0 : 1
        }
        let bytes = bytes(of: answer, to: caller)
        Guard.commit()
        return Descriptor.output.write(bytes) ? 0 : 1
    }

    /// The answer as the server takes it, in one buffer, so that as a rule one call delivers all.
    package static func bytes(of answer: Answer, to caller: Caller) -> [UInt8] {
        var bytes = Array(answer.header.utf8)
        if !caller.wantsOnlyHeader { bytes.append(contentsOf: answer.body) }
        return bytes
    }
}
