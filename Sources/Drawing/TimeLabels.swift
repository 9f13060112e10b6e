import Notation

/// What an axis writes beside its times: the unit that changes from tick to tick, and below it, where
/// that changes, what it is a part of.
struct TimeLabels {
    private let main: TimeFormat?
    private let part: TimeFormat?
    private let zone: Zone

    init(step: CalendarStep, zone: Zone, isClock: Bool = false) {
        var (main, part) =
            switch step.unit {
            case .year: ("%-Y", "")
            case .month: ("%b", "%-Y")
            case .week, .day: ("%b %-d", "%-Y")
            case .hour, .minute: ("%H:%M", "%b %-d, %-Y")
            case .second: ("%H:%M:%S", "%b %-d, %-Y")
            case .millisecond: ("%H:%M:%S.%L", "%b %-d, %-Y")
            }
        if isClock {
            part = ""
            if step.unit >= .day { main = "%H:%M" }
        }
        self.main = try? TimeFormat(main)
        self.part = part.isEmpty ? nil : try? TimeFormat(part)
        self.zone = zone
    }

    func label(of instant: Double) -> String { main?.format(instant, in: zone) ?? "" }

    func context(of instant: Double) -> String { part?.format(instant, in: zone) ?? "" }
}
