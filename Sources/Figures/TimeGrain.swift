import Notation

/// How finely times have to be told: by the year, where all of them are first days of years.
enum TimeGrain: UInt8 {
    case year, month, day, minute, second, millisecond

    /// As fine as some of `values` need, near the beginning and all along.
    init(of values: [Double], in zone: Zone) {
        self = .year
        let stride = max(1, values.count / 32)
        for index in 0..<min(32, values.count) { include(values[index], in: zone) }
        for index in Swift.stride(from: 0, to: values.count, by: stride) {
            include(values[index], in: zone)
        }
    }

    /// As fine as the ends of `extent` need, and as is worth saying of what lies between them.
    init(of extent: Extent, in zone: Zone) {
        self.init(of: [extent.low, extent.high], in: zone)
        let visible: TimeGrain =
            switch (extent.high - extent.low) / 20 {
            case ..<1000: .millisecond
            case ..<60_000: .second
            case ..<86_400_000: .minute
            default: .day
            }
        if visible.rawValue > rawValue { self = visible }
    }

    /// Becomes as fine as `instant` needs.
    mutating func include(_ instant: Double, in zone: Zone) {
        guard self != .millisecond, let time = zone.civilTime(at: instant) else { return }
        let own: TimeGrain =
            if time.millisecond > 0 || time.microsecond > 0 {
                .millisecond
            } else if time.second > 0 {
                .second
            } else if time.minute > 0 || time.hour > 0 {
                .minute
            } else if time.day > 1 {
                .day
            } else {
                time.month > 1 ? .month : .year
            }
        if own.rawValue > rawValue { self = own }
    }

    /// Is at least as fine as a clock is read.
    mutating func beClock() {
        if rawValue < TimeGrain.minute.rawValue { self = .minute }
    }

    /// `12:30`, of whatever day.
    func clockText(_ instant: Double, in zone: Zone) -> String {
        clockFormat?.format(instant, in: zone) ?? ""
    }

    var clockFormat: TimeFormat? { try? TimeFormat(clock) }

    var preposition: String {
        switch self {
        case .year, .month: "in"
        case .day: "on"
        case .minute, .second, .millisecond: "at"
        }
    }

    /// `2025`, `June 2025`, `June 5, 2025`, `12:30 on June 5, 2025`; less what is the same for all of
    /// `extent`.
    func text(_ instant: Double, in zone: Zone, within extent: Extent? = nil) -> String {
        let sharing = extent.map { Sharing($0, zone) } ?? .nothing
        return write(instant, in: zone, less: sharing)
    }

    /// The beginning of a range, less what its end says: `June`, if the end is July 2025.
    func start(_ instant: Double, before end: Double, in zone: Zone) -> String {
        write(instant, in: zone, less: Sharing(Extent([instant, end]), zone))
    }

    private func write(_ instant: Double, in zone: Zone, less sharing: Sharing) -> String {
        let pattern =
            switch (self, sharing) {
            case (.year, _): "%-Y"
            case (.month, .nothing): "%B %-Y"
            case (.month, _): "%B"
            case (.day, .nothing): "%B %-d, %-Y"
            case (.day, _): "%B %-d"
            case (_, .day): clock
            case (_, .year): clock + " on %B %-d"
            case (_, .nothing): clock + " on %B %-d, %-Y"
            }
        return (try? TimeFormat(pattern))?.format(instant, in: zone) ?? ""
    }

    private var clock: String {
        switch self {
        case .year, .month, .day, .minute: "%H:%M"
        case .second: "%H:%M:%S"
        case .millisecond: "%H:%M:%S.%L"
        }
    }

    /// What all times of a range have in common.
    private enum Sharing {
        case nothing, year, day

        init(_ extent: Extent, _ zone: Zone) {
            guard let low = zone.civilTime(at: extent.low),
                let high = zone.civilTime(at: extent.high), low.year == high.year
            else {
                self = .nothing
                return
            }
            self = low.month == high.month && low.day == high.day ? .day : .year
        }
    }
}
