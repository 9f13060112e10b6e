internal import CLibc

/// The variables that describe a request and configure the program: the process's own, or those
/// that a test hands over.
///
/// A variable that is empty counts as absent: Apache leaves out what lighttpd sets to nothing.
/// Where a name stands twice, the first one counts. Names are looked up one at a time and the
/// environment is never copied, because a client can fill it with close to a megabyte.
package struct Environment: Sendable {
    package static let process = Environment(variables: nil)

    private let variables: [(name: String, value: String)]?

    package init(_ variables: KeyValuePairs<String, String>) {
        self.variables = variables.map { (name: $0.key, value: $0.value) }
    }

    private init(variables: [(name: String, value: String)]?) {
        self.variables = variables
    }

    /// Whether the variable is there at all, empty or not.
    package func has(_ name: String) -> Bool {
        guard let variables else { return unsafe getenv(name) != nil }
        return variables.contains { $0.name == name }
    }

    /// How many bytes the variable's value has, without a copy of them.
    package func size(of name: String) -> Int {
        guard let variables else {
            guard let value = unsafe getenv(name) else { return 0 }
            return Int(unsafe strlen(value))
        }
        return variables.first { $0.name == name }?.value.utf8.count ?? 0
    }

    /// The variable's bytes as the server passed them; none where it is absent.
    package func bytes(of name: String) -> [UInt8] {
        guard let variables else {
            guard let value = unsafe getenv(name) else { return [] }
            let size = Int(unsafe strlen(value))
            return unsafe value.withMemoryRebound(to: UInt8.self, capacity: size) {
                unsafe Array(UnsafeBufferPointer(start: $0, count: size))
            }
        }
        return Array(variables.first { $0.name == name }?.value.utf8 ?? "".utf8)
    }

    /// The first `most` bytes of the variable, without a copy of the rest.
    package func bytes(of name: String, atMost most: Int) -> [UInt8] {
        guard variables == nil else { return Array(bytes(of: name).prefix(most)) }
        guard let value = unsafe getenv(name) else { return [] }
        let size = unsafe strnlen(value, max(0, most))
        return unsafe value.withMemoryRebound(to: UInt8.self, capacity: size) {
            unsafe Array(UnsafeBufferPointer(start: $0, count: size))
        }
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
