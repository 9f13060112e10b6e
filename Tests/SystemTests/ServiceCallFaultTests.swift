import Foundation
import Testing

@Suite("Whichever system call of a service fails, an answer is whole, or nothing")
struct ServiceCallFaultTests {
    private struct Fault: CustomStringConvertible {
        let name: String
        /// The how manieth of its name it is.
        let number: Int
        let error: String
        let line: String

        var description: String { "\(name):error=\(error):when=\(number), \(line)" }
    }

    private static let request = Plot.environment("data=days.csv&x=day&line=high")
    private static let good = Data("Content-Type: image/png\r\n".utf8)
    private let shelf: Shelf
    private let folder: TemporaryFolder
    private var log: URL { folder.url.appending(path: "log") }

    init() throws {
        shelf = try Shelf(["days.csv": Shelf.days])
        folder = try TemporaryFolder()
        // A file that was written this moment is looked at more often.
        usleep(100_000)
    }

    /// A service of one process, of whose calls one fails. Its filter would take that for an attack.
    private func service(_ fault: Fault? = nil) throws -> PlotService {
        let injection = fault.map { "-e inject=\($0.name):error=\($0.error):when=\($0.number) " }
        let service = try PlotService(
            .unix, ["PLOT_WORKERS": "0", "PLOT_DATA": shelf.url.path],
            through: "exec strace -qq -e inject=seccomp:error=ENOSYS \(injection ?? "")"
                + "-o \(log.path) \"$0\"")
        service.letGo()
        return service
    }

    /// What the service calls from when it waits for somebody until it has answered two requests.
    private func calls() throws -> [(name: String, number: Int, line: String)] {
        let service = try service()
        for _ in 0..<2 { #expect(try FastCGIClient(service).ask(Self.request).isComplete) }
        end(service)
        var counts: [String: Int] = [:]
        var isServing = false
        let text = try String(contentsOf: log, encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard let end = line.firstIndex(of: "("), !line.hasPrefix("---") else { return nil }
            let name = String(line[..<end])
            counts[name, default: 0] += 1
            isServing = isServing || name.hasPrefix("accept")
            return isServing ? (name, counts[name, default: 0], String(line)) : nil
        }
    }

    /// strace itself heeds no signal.
    private func end(_ service: PlotService) {
        for process in service.workers { kill(process, SIGKILL) }
        service.process.waitUntilExit()
    }

    @Test("Each call fails once, in each of several ways; the next request is answered")
    func survives() throws {
        let faults = try calls().flatMap { call in
            ["EINTR", "EAGAIN", "EIO"].map {
                Fault(name: call.name, number: call.number, error: $0, line: call.line)
            }
        }
        #expect(faults.count > 60 && faults.contains { $0.name == "accept" })
        for fault in faults {
            let service = try service(fault)
            defer { end(service) }
            for _ in 0..<2 {
                // Who cannot connect, or is not answered, would ask another.
                guard let client = try? FastCGIClient(service) else { break }
                let outcome = try client.ask(Self.request)
                #expect(outcome.isComplete || outcome.output.isEmpty, "\(fault)")
                guard outcome.isComplete else { continue }
                let answer = try Response(ofProgram: outcome.output)
                #expect(answer.status != 404, "\(fault)")
            }
            // What failed late may have hit the first of these.
            for attempt in 0..<2 where service.process.isRunning {
                guard let client = try? FastCGIClient(service) else { break }
                let outcome = try client.ask(Self.request)
                let isGood = outcome.isComplete && outcome.output.starts(with: Self.good)
                #expect(isGood || attempt == 0, "\(fault)")
            }
        }
    }
}
