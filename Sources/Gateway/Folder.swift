internal import CLibc

/// Why a file of a folder cannot be had.
package enum FileError: Error, Equatable {
    /// There is none of this name, or none that may be read from here: which, nobody outside learns.
    case missing
    /// The system does not let the program read it, or cannot tell whether it is there.
    case unreadable

    /// Why the call that has just failed did.
    static var ofLastCall: FileError { is_trouble(lastError) != 0 ? .unreadable : .missing }
}

/// A folder of the operator's: what it holds, and what lies below it, can be read, and nothing else.
package final class Folder {
    private let descriptor: Int32

    /// Nil where there is no such folder.
    package convenience init?(_ path: String) throws(FileError) {
        guard !path.isEmpty else { return nil }
        do {
            try unsafe self.init(open_folder(path))
        } catch {
            guard error == .missing else { throw error }
            return nil
        }
    }

    /// Takes over what has just been opened.
    private init(_ descriptor: Int32) throws(FileError) {
        guard descriptor >= 0 else { throw .ofLastCall }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a regular file by its path from here, such as `2026/weather.csv`.
    ///
    /// Parts that begin with a dot name nothing, so neither `..` nor what a folder hides is reached.
    package func file(_ path: String) throws(FileError) -> OpenFile {
        try OpenFile(try open(path))
    }

    /// Opens the regular file that has this path up to an ending of any kind, `.plot` before others;
    /// of several others the first by name.
    package func file(withStem path: String) throws(FileError) -> OpenFile {
        do {
            return try file(path + ".plot")
        } catch {
            guard error == .missing else { throw error }
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard Self.isPlain(path), let stem = parts.last else { throw .missing }
        let place = parts.dropLast().joined(separator: "/")
        let folder = try Folder(place.isEmpty ? dup(descriptor) : try open(place))
        guard let name = try folder.names(withStem: String(stem)).min() else { throw .missing }
        return try folder.file(name)
    }

    /// The descriptor of what lies at `path`, be it a file or a folder.
    private func open(_ path: String) throws(FileError) -> Int32 {
        guard Self.isPlain(path) else { throw .missing }
        var found: Int32
        // The kernel asks for another try where folders were moved while it looked.
        var tries = 0
        repeat {
            found = unsafe open_below(descriptor, path)
            tries += 1
        } while found < 0 && (lastError == EAGAIN || lastError == EINTR) && tries < 8
        if found < 0, lastError == ENOSYS || lastError == EPERM { found = openStepwise(path) }
        if found < 0 { throw .ofLastCall }
        return found
    }

    /// For kernels before 5.6, and where a container forbids the newer call: part by part, so that
    /// no symbolic link is followed at all.
    private func openStepwise(_ path: String) -> Int32 {
        var place = dup(descriptor)
        for part in path.split(separator: "/") where place >= 0 {
            let next = unsafe open_plain(place, String(part))
            let error = lastError
            close(place)
            set_last_error(error)
            place = next
        }
        return place
    }

    private static func isPlain(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return path.utf8.count < 1024 && !path.utf8.contains(0)
            && parts.allSatisfy { !$0.isEmpty && $0.first != UInt8(ascii: ".") }
    }

    /// The names in this folder that are `stem` or continue it with a full stop, copies that an
    /// editor keeps left out.
    private func names(withStem stem: String) throws(FileError) -> [String] {
        guard let listing = unsafe fdopendir(dup(descriptor)) else { throw .ofLastCall }
        defer { unsafe closedir(listing) }
        unsafe rewinddir(listing)
        var names: [String] = []
        while let entry = unsafe readdir(listing) {
            guard let text = unsafe name_of(entry).flatMap({ unsafe String(validatingCString: $0) })
            else { continue }
            let isMeant = text == stem || text.utf8.starts(with: (stem + ".").utf8)
            if isMeant, text.utf8.last != UInt8(ascii: "~") { names.append(text) }
        }
        return names
    }
}
