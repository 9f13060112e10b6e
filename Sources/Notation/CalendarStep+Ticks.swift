extension CalendarStep {
    /// The starts of steps from `start` through `end`, in ascending order; at most the first `limit` of them.
    ///
    /// Where clocks are put forward past the start of an hour, that hour has no tick; a day then has
    /// its tick where it begins.
    package func ticks(
        from start: Double, through end: Double, in zone: Zone = .utc, limit: Int = 1000
    ) -> [Double] {
        var ticks: [Double] = []
        var tick = floor(start, in: zone)
        if tick < start { tick = next(after: start, in: zone) }
        // A NaN, from whatever lies beyond the calendar, ends it too.
        while tick <= end, ticks.count < limit {
            if isShown(at: tick, in: zone) { ticks.append(tick) }
            tick = next(after: tick, in: zone)
        }
        return ticks
    }

    /// Whether the clock shows the start of a step, and not what follows a leap over it.
    private func isShown(at tick: Double, in zone: Zone) -> Bool {
        let wall = tick + zone.offset(at: tick)
        return unit >= .day || flooredClock(wall) == wall
    }

    /// The step that gives about `count` ticks from `start` through `end`, as d3-time chooses it.
    package static func fitting(
        about count: Int, from start: Double, through end: Double
    ) -> CalendarStep {
        let target = (end - start).magnitude / Double(max(count, 1))
        guard target.isFinite, let longest = ladder.last, let shortest = ladder.first else {
            return CalendarStep(.year)
        }
        if target >= longest.length { return round(.year, target) }
        if target < shortest.length { return round(.millisecond, target) }
        let above = ladder.firstIndex { $0.length > target } ?? ladder.count - 1
        let (lower, upper) = (ladder[above - 1], ladder[above])
        return target / lower.length < upper.length / target ? lower : upper
    }

    /// One, two or five of a power of ten units, the nearest by ratio.
    private static func round(_ unit: Unit, _ target: Double) -> CalendarStep {
        let ratio = target / unit.length
        var power = 1.0
        while power * 10 <= ratio { power *= 10 }
        // The geometric means between 1, 2, 5 and 10, as in d3-array's tickIncrement.
        let factor: Double =
            switch ratio / power {
            case 7.0710678118654755...: 10
            case 3.1622776601683795...: 5
            case 1.4142135623730951...: 2
            default: 1
            }
        return CalendarStep(unit, Int(min(factor * power, 1e15)))
    }

    private static let ladder = [
        CalendarStep(.second), CalendarStep(.second, 5), CalendarStep(.second, 15),
        CalendarStep(.second, 30), CalendarStep(.minute), CalendarStep(.minute, 5),
        CalendarStep(.minute, 15), CalendarStep(.minute, 30), CalendarStep(.hour),
        CalendarStep(.hour, 3), CalendarStep(.hour, 6), CalendarStep(.hour, 12), CalendarStep(.day),
        CalendarStep(.day, 2), CalendarStep(.week), CalendarStep(.month), CalendarStep(.month, 3),
        CalendarStep(.year),
    ]
}
