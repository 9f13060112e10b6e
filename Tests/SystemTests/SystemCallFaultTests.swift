import Foundation
import Testing

@Suite("Whichever system call fails, the answer is whole, or nothing")
struct SystemCallFaultTests {
    /// Behind the filter of system calls, a call that strace lets fail is a forbidden one. So here the kernel
    /// has none, about which there is a line.
    private static let withoutFilter = ["seccomp:error=ENOSYS"]
    private static let errors = ["EINTR", "EAGAIN", "EIO"]
    /// The calls that signals interrupt, and that are made again then.
    private static let interruptible: Set = ["openat", "openat2", "read", "poll", "write"]

    private struct Fault {
        let call: SystemCallTrials.Call
        let error: String

        /// The kernel has no error for `brk`: it leaves all as it was.
        var injection: String {
            let what = call.name == "brk" ? "retval=0" : "error=" + error
            return "\(call.name):\(what):when=\(call.number)"
        }
        var isAnswer: Bool { call.line.hasPrefix("write(1,") }
    }

    @Test(
        "Each call of a run fails once, in each of several ways", arguments: SystemCallRequest.all)
    func survives(request: SystemCallRequest) throws {
        let trials = try SystemCallTrials(request, always: Self.withoutFilter)
        let good = try #require(try trials.outcomes(of: [[]]).first)
        #expect(try Response(ofProgram: good.output).status == 200)
        let faults = try trials.calls().filter { $0.name != "seccomp" }.flatMap { call in
            (Self.errors + (call.name == "write" ? ["EPIPE", "ENOSPC"] : []))
                .map { Fault(call: call, error: $0) }
        }
        #expect(faults.count > 150 && faults.contains { $0.isAnswer })
        let outcomes = try trials.outcomes(of: faults.map { [$0.injection] })
        for (fault, outcome) in zip(faults, outcomes) {
            let remark = Comment(rawValue: "\(fault.injection), \(fault.call.line)")
            try checkIsWhole(outcome, fault, remark)
            let isOver = fault.error == "EINTR" || fault.isAnswer && fault.error == "EAGAIN"
            if isOver, fault.call.isOurs, Self.interruptible.contains(fault.call.name) {
                #expect(outcome.output == good.output, remark)
            }
        }
    }

    private func checkIsWhole(
        _ outcome: SystemCallTrials.Outcome, _ fault: Fault, _ remark: Comment
    ) throws {
        #expect(outcome.status != 124, remark)
        let mayBeNothing = !fault.call.isOurs || fault.isAnswer
        if outcome.output.isEmpty {
            #expect(mayBeNothing, remark)
        } else {
            // What cannot be looked at is not therefore missing.
            #expect(try Response(ofProgram: outcome.output).status != 404, remark)
        }
        guard fault.call.isOurs else { return }
        #expect([0, 1, 70].contains(outcome.status), remark)
        let lines = outcome.diagnostics.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("plot: ") }, remark)
    }

    @Test(
        "A call that the filter refuses is an error of the program, wherever it is made",
        arguments: SystemCallRequest.all)
    func refuses(request: SystemCallRequest) throws {
        let trials = try SystemCallTrials(request)
        let calls = try trials.calls().drop { $0.name != "seccomp" }.dropFirst()
        #expect(calls.count > 5)
        let faults = calls.map { Fault(call: $0, error: "EIO") }
        let outcomes = try trials.outcomes(
            of: faults.map { ["\($0.call.name):error=EIO:when=\($0.call.number)"] })
        for (fault, outcome) in zip(faults, outcomes) {
            let remark = Comment(rawValue: fault.call.line)
            #expect(outcome.status == 70 && outcome.diagnostics.contains("SIGSYS"), remark)
            if fault.isAnswer {
                #expect(outcome.output.isEmpty, remark)
            } else {
                #expect(try Response(ofProgram: outcome.output).status == 500, remark)
            }
        }
    }

    @Test("What a short write leaves is sent by the next", arguments: SystemCallRequest.all)
    func continues(request: SystemCallRequest) throws {
        let trials = try SystemCallTrials(request, always: Self.withoutFilter)
        let answer = try #require(try trials.calls().last { $0.line.hasPrefix("write(1,") })
        let whole = try #require(try trials.outcomes(of: [[]]).first).output
        // The kernel is said to have taken so many bytes, and has not.
        let counts = [1, 7, 200, whole.count - 1]
        let outcomes = try trials.outcomes(
            of: counts.map { ["write:retval=\($0):when=\(answer.number)"] })
        for (count, outcome) in zip(counts, outcomes) {
            #expect(outcome.status == 0 && outcome.output == whole.dropFirst(count))
        }
    }

    @Test(
        "A reader who takes a few bytes at a time gets the whole answer",
        arguments: SystemCallRequest.all)
    func waits(request: SystemCallRequest) throws {
        let trials = try SystemCallTrials(request)
        let program = try Repository.program().path
        let reading = [100_000, 7, 1].enumerated().map { index, size in
            "\(program) < in 2> \(index).err | dd bs=\(size) status=none > \(index).out; "
                + "echo $? > \(index).status"
        }
        let outcomes = try trials.outcomes(ofLines: reading)
        #expect(try Response(ofProgram: outcomes[0].output).status == 200)
        for outcome in outcomes {
            #expect(outcome.output == outcomes[0].output && outcome.diagnostics.isEmpty)
        }
    }

    @Test(
        "Whichever of the standard descriptors are closed, the answer is whole, or nothing",
        arguments: SystemCallRequest.all)
    func needsNone(request: SystemCallRequest) throws {
        let trials = try SystemCallTrials(request)
        let program = try Repository.program().path
        let lines = (0..<8).map { closed in
            let input = closed & 1 == 0 ? "" : " <&-"
            let output = closed & 2 == 0 ? "" : " >&-"
            let diagnostics = closed & 4 == 0 ? "" : " 2>&-"
            return "(\(program)\(input)\(output)\(diagnostics)) < in > \(closed).out "
                + "2> \(closed).err; echo $? > \(closed).status"
        }
        for (closed, outcome) in try trials.outcomes(ofLines: lines).enumerated() {
            #expect(outcome.status == (closed & 2 == 0 ? 0 : 1), "\(closed)")
            #expect(outcome.diagnostics.isEmpty)
            guard closed & 2 == 0 else {
                #expect(outcome.output.isEmpty)
                continue
            }
            // A body that cannot be read is an error.
            let isBad = closed & 1 == 1 && !request.body.isEmpty
            let answer = try Response(ofProgram: outcome.output)
            #expect(answer.status == (isBad ? 400 : 200), "\(closed)")
        }
    }
}
