import Notation
import Testing
import Trials

/// A way in which dates or times are written.
struct TimeForm: CustomTestStringConvertible, Sendable {
    /// As `TimeFormat` writes it.
    let pattern: String
    /// Milliseconds of what is written last.
    let grain: Double
    let order: DateOrder

    init(_ pattern: String, _ grain: Double, _ order: DateOrder = .asTold) {
        self.pattern = pattern
        self.grain = grain
        self.order = order
    }

    var testDescription: String { pattern }

    private static let (day, minute, second) = (86_400_000.0, 60_000.0, 1000.0)

    static let all = [
        TimeForm("%Y-%m-%d", day), TimeForm("%Y/%m/%d", day), TimeForm("%Y%m%d", day),
        TimeForm("%d.%m.%Y %H:%M", minute), TimeForm("%Y-%m-%d %H:%M:%S,%L", 1),
        TimeForm("%Y-%m-%dT%H:%M:%S.%L+0000", 1), TimeForm("%Y-%m-%d %H:%M:%S UTC", second),
        TimeForm("%Y%m%dT%H%M%SZ", second), TimeForm("%Y%m%dT%H%M", minute),
        TimeForm("%m/%d/%Y", day, .monthFirst), TimeForm("%d/%m/%Y", day, .dayFirst),
        TimeForm("%-m/%-d/%Y, %-I:%M:%S %p", second, .monthFirst),
        TimeForm("%d/%m/%Y %I:%M%p", minute, .dayFirst),
        TimeForm("%b %-d, %Y", day), TimeForm("%B %d %Y", day), TimeForm("%d %b %Y", day),
        TimeForm("%-d %B %Y %H:%M", minute), TimeForm("%d-%b-%Y", day), TimeForm("%Y %b %d", day),
        TimeForm("%A, %B %-d, %Y %I:%M %p", minute), TimeForm("%a, %d %b %Y %H:%M:%S GMT", second),
        TimeForm("%a, %d %b %Y %H:%M:%S +0000", second),
        TimeForm("%a %b %e %H:%M:%S %Y", second), TimeForm("%d/%b/%Y:%H:%M:%S +0000", second),
    ]

    /// One that the form can write.
    func instant(_ random: inout SeededRandom) -> Double {
        (random.instant() / grain).rounded(.down) * grain
    }

    func write(_ instant: Double) throws -> String { try TimeFormat(pattern).format(instant) }
}

extension SeededRandom {
    /// A time in one of the forms, with some of its characters changed, left out or doubled.
    mutating func damagedTime() throws -> String {
        let form = one(of: TimeForm.all)
        var text = Array(try form.write(form.instant(&self)))
        for _ in 0..<whole(0...3) where !text.isEmpty {
            let place = whole(0...text.count - 1)
            switch whole(0...2) {
            case 0: text[place] = one(of: Array("0139 -/:,.TZJanGMTpm+é\0"))
            case 1: text.remove(at: place)
            default: text.insert(text[place], at: place)
            }
        }
        return String(text)
    }
}
