import CLibc

/// A way to fail.
struct Fault {
    let name: String
    let provoke: () -> Void

    // What a compiler could foresee, it would leave out: so all operands are read from here.
    nonisolated(unsafe) private static var numbers = [Int.max, 0, 1]
    nonisolated(unsafe) private static var kept: [[UInt8]] = []

    static var all: [Fault] {
        traps + memory + loops + calls
    }

    private static var traps: [Fault] {
        [
            Fault(name: "overflow") { unsafe numbers[0] += numbers[2] },
            Fault(name: "division") { unsafe numbers[0] /= numbers[1] },
            Fault(name: "index") { unsafe numbers[numbers[0]] = 0 },
            Fault(name: "nil") { unsafe numbers[0] = numbers.first { $0 == 7 }! },
            Fault(name: "precondition") { unsafe precondition(numbers[0] == 7, "provoked") },
            Fault(name: "fatalError") { fatalError("provoked") },
            Fault(name: "conversion") { unsafe numbers[0] = Int(Double(numbers[0]) * 1e300) },
            Fault(name: "null") { unsafe address(0).pointee = 1 },
            Fault(name: "wild") { unsafe address(0x7777_7777_7770).pointee = 1 },
            Fault(name: "stack") { unsafe numbers[0] = deepened(numbers[2]) },
        ]
    }

    private static var memory: [Fault] {
        [
            Fault(name: "abort") { abort() },
            Fault(name: "huge") { unsafe kept.append(Array(repeating: 1, count: 1 << 45)) },
            Fault(name: "growing") {
                while true { unsafe kept.append(Array(repeating: 1, count: 1 << 24)) }
            },
            Fault(name: "crumbs") {
                while true { unsafe kept.append(Array(repeating: 1, count: 100)) }
            },
        ]
    }

    private static var loops: [Fault] {
        [
            Fault(name: "endless") { while unsafe numbers[2] > 0 { unsafe numbers[2] ^= 2 } },
            // The signal that a server sends arrives while nothing else happens.
            Fault(name: "terminate") { raise(SIGTERM) },
            Fault(name: "waiting") { while true { _ = poll(nil, 0, -1) } },
        ]
    }

    private static var calls: [Fault] {
        [
            Fault(name: "signal") { kill(getppid(), 0) },
            Fault(name: "open") { _ = unsafe open_any("/etc/passwd") },
            Fault(name: "create") { _ = unsafe creat("/tmp/plot-was-here", 0o600) },
            Fault(name: "remove") { _ = unsafe unlink("/tmp/plot-was-here") },
            Fault(name: "fork") { _ = fork() },
            Fault(name: "socket") { _ = socket(2, 1, 0) },
            Fault(name: "execute") {
                var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
                _ = unsafe execv("/bin/true", &arguments)
            },
            Fault(name: "code") {
                _ = unsafe mmap(nil, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            },
        ]
    }

    private static func address(_ number: Int) -> UnsafeMutablePointer<UInt8> {
        unsafe UnsafeMutablePointer(bitPattern: UInt(number) | UInt(numbers[1]))
            .unsafelyUnwrapped
    }

    private static func deepened(_ number: Int) -> Int {
        unsafe number > 0 ? deepened(number + numbers[2]) ^ deepened(number + 2) : number
    }
}
