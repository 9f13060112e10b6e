internal import CLibc

/// The variables that describe a request and configure the program: the process's own, those that a
/// server sent along with a request, or those that a test hands over.
///
/// A variable that is empty counts as absent: Apache leaves out what lighttpd sets to nothing.
/// Where a name stands twice, the first one counts. Names are looked up one at a time and the
/// environment is never copied, because a client can fill it with close to a megabyte.
package struct Environment: Sendable {
    package static let process = Environment(.process)

    private enum Variables {
        case process
        case list(NameValues)
        case sent(NameValues)
    }

    private let variables: Variables

    private init(_ variables: Variables) { self.variables = variables }

    package init(_ variables: KeyValuePairs<String, String>) {
        self.init(.list(NameValues(variables)))
    }

    /// What a server sent with one request. Nothing about a request is ever taken from the process,
    /// which serves many; but settings that the server does not send are those of the process.
    ///
    /// What is sent may be trusted as much as the server: a client's headers all begin with `HTTP_`.
    init(sent variables: NameValues) { self.init(.sent(variables)) }

    /// Whether these came with a request, so that there is a server, whatever they are.
    var areSent: Bool {
        if case .sent = variables { true } else { false }
    }

    /// Whether the variable is there at all, empty or not.
    package func has(_ name: String) -> Bool {
        switch variables {
        case .process: unsafe getenv(name) != nil
        case .list(let list), .sent(let list): list[name] != nil
        }
    }

    /// How many bytes the variable's value has, without a copy of them.
    package func size(of name: String) -> Int {
        switch variables {
        case .process: Self.processSize(of: name)
        case .list(let list), .sent(let list): list[name]?.count ?? 0
        }
    }

    /// The variable's bytes as the server passed them; none where it is absent.
    package func bytes(of name: String) -> [UInt8] {
        switch variables {
        case .process: return Self.processBytes(of: name)
        case .list(let list): return Array(list[name] ?? [])
        case .sent(let list):
            let sent = list[name] ?? []
            let isSetting = name.utf8.starts(with: "PLOT_".utf8)
            return sent.isEmpty && isSetting ? Self.processBytes(of: name) : Array(sent)
        }
    }

    /// The first `most` bytes of the variable, without a copy of the rest.
    package func bytes(of name: String, atMost most: Int) -> [UInt8] {
        guard case .process = variables else { return Array(bytes(of: name).prefix(max(0, most))) }
        return Self.processBytes(of: name, atMost: most)
    }

    /// The variable as text, with invalid UTF-8 repaired; empty where it is absent.
    package func text(of name: String) -> String {
        String(decoding: bytes(of: name), as: UTF8.self)
    }

    /// The number that the operator gave the setting `name`, or `standard` where there is none or
    /// where what is there is no plain number.
    package func setting(_ name: String, default standard: Int) -> Int {
        decimal(bytes(of: name)) ?? standard
    }

    private static func processSize(of name: String) -> Int {
        guard let value = unsafe getenv(name) else { return 0 }
        return Int(unsafe strlen(value))
    }

    private static func processBytes(of name: String, atMost most: Int = .max) -> [UInt8] {
        guard let value = unsafe getenv(name) else { return [] }
        let size = Int(unsafe strnlen(value, max(0, most)))
        return unsafe value.withMemoryRebound(to: UInt8.self, capacity: size) {
            unsafe Array(UnsafeBufferPointer(start: $0, count: size))
        }
    }
}

/// The number that `digits` spell: nothing but ASCII digits, at least one, at most fifteen.
package func decimal(_ digits: [UInt8]) -> Int? {
    guard 1...15 ~= digits.count else { return nil }
    var number = 0
    for digit in digits {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
        number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
}
