import CLibc
import Notation

/// How the values of one axis are said in a sentence: numbers with as many digits as tell them apart,
/// dates as people write them, the names of bands.
package struct AxisVoice: Sendable {
    package let axis: Axis
    /// What the marks show along it.
    package let extent: Extent
    /// How finely its times are told.
    private var grain = TimeGrain.millisecond
    private var digits: SpokenDigits
    /// Behind each number, where no format says what it is.
    private var unit = ""

    package init(_ axis: Axis, showing extent: Extent) {
        self.axis = axis
        self.extent = extent
        let isLinear = if case .linear = axis.kind { true } else { false }
        digits = SpokenDigits(
            span: isLinear && !extent.isEmpty ? extent.high - extent.low : 0,
            // Years must have no comma.
            isGrouped: axis.roundsEnds || max(abs(extent.low), abs(extent.high)) >= 10_000)
        if case .time(let zone) = axis.kind, !extent.isEmpty {
            grain = TimeGrain(of: extent, in: zone)
            if axis.isClock { grain.beClock() }
        }
    }

    /// The same for marks at `values`: times are told as finely as these differ, and places that were
    /// chosen to sample a formula no finer than it can be seen.
    package func tuned(to values: [Double], areSampled: Bool = false) -> AxisVoice {
        if areSampled {
            var voice = self
            voice.digits.isCoarse = true
            return voice
        }
        guard case .time(let zone) = axis.kind else { return self }
        var voice = self
        voice.grain = TimeGrain(of: values, in: zone)
        if axis.isClock { voice.grain.beClock() }
        return voice
    }

    /// The same for values as shares of a whole.
    package var ofShares: AxisVoice {
        var voice = self
        voice.unit = "%"
        voice.digits = SpokenDigits(span: 100, isGrouped: true)
        return voice
    }

    /// Whether it only counts the values of a list: 1, 2, 3 …
    package var isNumbering: Bool {
        switch axis.kind {
        case .linear:
            guard axis.isWhole, axis.title.isEmpty, case .automatic = axis.format else {
                return false
            }
            return true
        case .bands(let names):
            return axis.title.isEmpty && names.first == "1" && names.last == "\(names.count)"
        case .logarithmic, .symmetricLogarithmic, .time: return false
        }
    }

    package var isBanded: Bool { if case .bands = axis.kind { true } else { false } }

    package var isLogarithmic: Bool { if case .logarithmic = axis.kind { true } else { false } }

    package var isTime: Bool { if case .time = axis.kind { true } else { false } }

    /// Whether a value can be compared with another by their ratio, as far as anyone can tell: not a
    /// share of something, and not a temperature.
    package var hasRatios: Bool {
        if isTime || isBanded { return false }
        if axis.title.unicodeScalars.contains(where: { $0 == "%" || $0 == "°" }) { return false }
        if case .number(let format) = axis.format {
            return format.kind != .percent && format.kind != .roundedPercent
        }
        return true
    }

    package var hasLimits: Bool { axis.lower != nil || axis.upper != nil }

    /// Whether the author fixed ends that leave `value` out.
    package func leavesOut(_ value: Double) -> Bool {
        (axis.lower.map { value < $0 } ?? false) || (axis.upper.map { value > $0 } ?? false)
    }

    // MARK: Saying

    /// A value by itself: `495.2`, `June 2025`, `Berlin`.
    package func text(_ value: Double) -> String {
        switch axis.kind {
        case .time(let zone): time(value, in: zone, isAlone: true)
        case .bands(let names): name(of: value, in: names)
        case .linear, .logarithmic, .symmetricLogarithmic: number(value)
        }
    }

    /// Where something is, in the middle of a sentence: `in June 2025`, `at 3`, `for Berlin`.
    package func place(_ value: Double) -> String {
        if isNumbering { return "at the \(ordinal(value)) value" }
        switch axis.kind {
        case .time(let zone):
            let text = time(value, in: zone, isAlone: false)
            return (isOwnFormat ? "at " : grain.preposition + " ") + text
        case .bands: return "for " + text(value)
        case .linear, .logarithmic, .symmetricLogarithmic: return "at " + number(value)
        }
    }

    /// Where something is twice: `at 3 and 5`.
    package func place(_ first: Double, and second: Double) -> String {
        if isNumbering { return "at the \(ordinal(first)) and the \(ordinal(second)) value" }
        guard case .time(let zone) = axis.kind else { return place(first) + " and " + text(second) }
        return place(first) + " and " + time(second, in: zone, isAlone: false)
    }

    /// `from January to June 2025`, `from 3 to 17`.
    package func range(_ low: Double, _ high: Double) -> String {
        let last = text(high)
        guard case .time(let zone) = axis.kind, !isOwnFormat, !axis.isClock else {
            return "from " + text(low) + " to " + last
        }
        return "from " + grain.start(low, before: high, in: zone) + " to " + last
    }

    private func number(_ value: Double) -> String {
        switch axis.format {
        case .number(let format):
            let text = format.format(value).spoken()
            if !text.isEmpty { return text }
        case .time, .automatic: break
        }
        return digits.text(value) + unit
    }

    /// The number of a value in its list: `3rd`.
    func ordinal(_ value: Double) -> String {
        let number = (isBanded ? value + 1 : value).rounded()
        let whole = number.magnitude < 1e15 ? Int(number) : 0
        return English.ordinal(whole)
    }

    private func name(of value: Double, in names: [String]) -> String {
        let place = value.rounded()
        guard place == value, place >= 0, place < Double(names.count) else {
            return digits.text(value + 1)
        }
        let name = names[Int(place)].spoken(upTo: 48)
        return name.isEmpty ? "number " + digits.text(value + 1) : name
    }

    // MARK: Times

    /// Whether times are told in the format that the author gave: one that tells them apart.
    private var isOwnFormat: Bool {
        guard case .time(let format) = axis.format, case .time(let zone) = axis.kind else {
            return false
        }
        let span = extent.high - extent.low
        guard !extent.isEmpty, span > 0 else { return true }
        // `%b` alone does not tell the Januaries of two years apart.
        guard var day = zone.civilTime(at: extent.low), var year = zone.civilTime(at: extent.low)
        else { return true }
        day.day += 1
        year.year += 1
        let text = format.format(extent.low, in: zone)
        func tells(_ time: CivilTime) -> Bool {
            format.format(zone.instant(of: time), in: zone) != text
        }
        let tellsDays = grain.rawValue < TimeGrain.day.rawValue || span < 86_400_000 || tells(day)
        return tellsDays && (span < 366 * 86_400_000 || tells(year))
    }

    /// In the middle of a sentence the year may be left out, where there is no other one.
    private func time(_ instant: Double, in zone: Zone, isAlone: Bool) -> String {
        if case .time(let format) = axis.format, isOwnFormat {
            let text = format.format(instant, in: zone).spoken()
            if !text.isEmpty { return text }
        }
        if axis.isClock { return grain.clockText(instant, in: zone) }
        return grain.text(instant, in: zone, within: isAlone ? nil : extent)
    }
}
