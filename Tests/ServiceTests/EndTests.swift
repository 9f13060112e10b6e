import Foundation
import Gateway
import Testing

@testable import Service

@Suite("Answers where a drawing ends before its time")
struct EndTests {
    @Test(
        "What lies ready for each end is what the program would answer",
        arguments: Guard.End.allCases, ErrorLook.allCases)
    func kept(end: Guard.End, look: ErrorLook) throws {
        let caller = Caller(audience: .anyone)
        let answer = ErrorAnswer(as: look).answer(to: .ended(end))
        let bytes = CGI.bytes(of: answer, to: caller)
        if ProcessInfo.processInfo.environment["GOLDEN"] == "update" {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/CGuard/answers")
            try Data(bytes).write(to: folder.appending(path: "\(end).\(look)"))
        } else {
            let isReady = Guard.answer(to: end, as: look) == bytes
            #expect(isReady, "GOLDEN=update swift test --filter EndTests writes them")
        }
    }

    @Test("Who may try again is told when, and who sees a fault of ours is not")
    func saysWhen() {
        for end in Guard.End.allCases {
            let text = String(decoding: Guard.answer(to: end, as: .page), as: UTF8.self)
            let isTemporary = end == .memory || end == .stopped
            #expect(text.contains("\r\nRetry-After: 10\r\n") == isTemporary)
            #expect(text.hasPrefix("Status: \(Failure.ended(end).status.rawValue) "))
        }
    }
}
