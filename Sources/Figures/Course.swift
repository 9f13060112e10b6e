import CLibc

/// How values go on along an axis, found out in one pass: their ends, their extremes, and what a person
/// would say of their shape.
package struct Course: Sendable {
    /// The least or the greatest value, and where it is met.
    package struct Extreme: Sendable, Equatable {
        package var value: Double
        package var index = -1
        /// Where it is met for the second time, if it is.
        package var second: Int?
        package var times = 0
    }

    /// What is said of the whole.
    package enum Shape: UInt8, Sendable {
        /// Too few values for any, or none that are in order.
        case none
        case constant
        /// Never turns back, though it may pause.
        case risesThroughout, fallsThroughout
        /// Turns back now and then, on a way that is clear all the same.
        case rises, falls
        /// Up to one summit and down again, or down to one valley and up again.
        case peak, valley
        /// All within a fiftieth of their size.
        case aboutLevel
        case fluctuates
    }

    /// The values that are shown.
    package private(set) var count = 0
    /// Those that are no numbers.
    package private(set) var missing = 0
    /// Those beyond the ends that the author gave an axis.
    package private(set) var leftOut = 0
    /// How many of those lie above the upper end of the axis of values, and below its lower one.
    package private(set) var above = 0
    package private(set) var below = 0
    /// The places in the list of the two ends, as they lie along the axis; -1 where there is none.
    package private(set) var first = -1
    package private(set) var last = -1
    package private(set) var low = Extreme(value: .infinity)
    package private(set) var high = Extreme(value: -.infinity)
    package private(set) var shape = Shape.none
    /// Whether the places never turn back, so that there is a before and an after.
    package private(set) var isOrdered = true

    package init(of ys: [Double], at xs: [Double], by voices: Voices) {
        let limits = Limits(x: voices.x, y: voices.y)
        var means = Means(of: min(xs.count, ys.count))
        let ways = walk(xs, ys, limits, &means)
        isOrdered = ways.back == 0 || ways.forth == 0
        guard count > 1, isOrdered else { return }
        let fiftieth = max(abs(low.value), abs(high.value)) / 50
        if low.value == high.value {
            shape = .constant
        } else if ways.down == 0 {
            shape = .risesThroughout
        } else if ways.up == 0 {
            shape = .fallsThroughout
        } else if !limits.isLogarithmic, !voices.y.isTime, high.value - low.value <= fiftieth {
            shape = .aboutLevel
        } else {
            shape = Self.shape(of: means.finished)
        }
        if ways.back > 0 { turn() }
    }

    /// What is told apart of each point, before the walk.
    private struct Limits {
        /// Whether the author fixed ends of an axis.
        let areGiven: Bool
        let isLogarithmic: Bool
        let x: AxisVoice
        let y: AxisVoice

        init(x: AxisVoice, y: AxisVoice) {
            self.x = x
            self.y = y
            areGiven = x.hasLimits || y.hasLimits
            isLogarithmic = y.isLogarithmic
        }
    }

    /// How often a walk from point to point took each way.
    private struct Ways {
        var up = 0
        var down = 0
        var back = 0
        var forth = 0
    }

    /// The one pass. It counts in variables of its own: there may be millions of points.
    private mutating func walk(
        _ xs: [Double], _ ys: [Double], _ limits: Limits, _ means: inout Means
    ) -> Ways {
        var ways = Ways()
        let (areGiven, isLogarithmic) = (limits.areGiven, limits.isLogarithmic)
        let (xs, ys) = (xs.span, ys.span)
        let (lower, upper) = (limits.y.axis.lower ?? -.infinity, limits.y.axis.upper ?? .infinity)
        var (missing, leftOut, first, last) = (0, 0, -1, -1)
        var (low, high) = (low, high)
        var (lastX, lastY) = (Double.nan, Double.nan)
        let size = min(xs.count, ys.count)
        for index in 0..<size {
            let (x, y) = (xs[index], ys[index])
            guard x.isFinite, y.isFinite else {
                missing += 1
                continue
            }
            if isLogarithmic && y <= 0
                || areGiven && (limits.x.leavesOut(x) || limits.y.leavesOut(y))
            {
                leftOut += 1
                if y > upper { above += 1 }
                if y < lower { below += 1 }
                continue
            }
            // None at the first one, before which there is no number. Sums, since nobody can foresee
            // which way values turn.
            ways.up += y > lastY ? 1 : 0
            ways.down += y < lastY ? 1 : 0
            ways.back += x < lastX ? 1 : 0
            ways.forth += x > lastX ? 1 : 0
            (lastX, lastY) = (x, y)
            if first < 0 { first = index }
            last = index
            if y <= low.value { low.meet(y, at: index) }
            if y >= high.value { high.meet(y, at: index) }
            means.add(isLogarithmic ? log10(y) : y, at: index)
        }
        (self.missing, self.leftOut, self.first, self.last) = (missing, leftOut, first, last)
        (self.low, self.high) = (low, high)
        count = size - missing - leftOut
        return ways
    }

    /// Values that were listed from the far end of the axis to the near one.
    private mutating func turn() {
        (first, last) = (last, first)
        switch shape {
        case .risesThroughout: shape = .fallsThroughout
        case .fallsThroughout: shape = .risesThroughout
        case .rises: shape = .falls
        case .falls: shape = .rises
        case .none, .constant, .peak, .valley, .aboutLevel, .fluctuates: break
        }
    }

    /// The shape of values that neither only rise nor only fall.
    ///
    /// A summit needs two clear sides: the way up and the way down are three quarters of all ups and
    /// downs, and the shorter side is a quarter of the height. A trend needs values that go with their
    /// places (a correlation of 0.6) and ends that differ by a quarter of the height in the same
    /// direction, so that one last value beyond all others makes none.
    private static func shape(of values: [Double]) -> Shape {
        guard let first = values.first, let last = values.last, values.count > 1 else {
            return .none
        }
        var (low, high, way) = (first, first, 0.0)
        var before = first
        for value in values {
            low = min(low, value)
            high = max(high, value)
            way += abs(value - before)
            before = value
        }
        let height = high - low
        guard height > 0 else { return .fluctuates }
        let (up, down) = (high - first, high - last)
        if min(up, down) >= height / 4, up + down >= way * 0.75 { return .peak }
        let (fall, rise) = (first - low, last - low)
        if min(fall, rise) >= height / 4, fall + rise >= way * 0.75 { return .valley }
        let trend = correlation(of: values)
        if trend >= 0.6, last - first >= height / 4 { return .rises }
        if trend <= -0.6, first - last >= height / 4 { return .falls }
        return .fluctuates
    }

    /// Of values with their places in the row.
    private static func correlation(of values: [Double]) -> Double {
        var pairs = Correlation()
        for (place, value) in values.enumerated() { pairs.add(Double(place), value) }
        return pairs.coefficient ?? 0
    }
}

extension Course.Extreme {
    fileprivate mutating func meet(_ next: Double, at place: Int) {
        if next == value {
            if times == 1 { second = place }
            times += 1
        } else {
            (value, index, second, times) = (next, place, nil, 1)
        }
    }
}

/// A row of values, or the means of at most 64 stretches of it.
private struct Means {
    private static let most = 64
    /// Keeps the sum of large values finite; a power of two, so that nothing is lost.
    private static let weight = 0x1p-40
    private let size: Int
    private var values: [Double] = []
    private var stretch = 0
    /// Where the next stretch begins.
    private var end: Int
    private var sum = 0.0
    private var count = 0.0

    init(of size: Int) {
        self.size = size
        end = max(size / Self.most, 1)
        values.reserveCapacity(min(size, Self.most))
    }

    mutating func add(_ value: Double, at index: Int) {
        if index >= end { close(before: index) }
        count += 1
        sum += value * Self.weight
    }

    private var mean: Double { sum / count / Self.weight }

    private mutating func close(before index: Int) {
        if count > 0 { values.append(mean) }
        (sum, count) = (0, 0)
        guard size > Self.most else {
            end = index + 1
            return
        }
        while end <= index {
            stretch += 1
            end = (stretch + 1) * size / Self.most
        }
    }

    var finished: [Double] { count > 0 ? values + [mean] : values }
}

/// How far two values go together (Pearson, 1895), in one pass (Welford, 1962).
struct Correlation {
    private(set) var count = 0.0
    private(set) var meanX = 0.0
    private(set) var meanY = 0.0
    private var xx = 0.0
    private var yy = 0.0
    private var xy = 0.0

    mutating func add(_ x: Double, _ y: Double) {
        count += 1
        let (dx, dy) = (x - meanX, y - meanY)
        meanX += dx / count
        meanY += dy / count
        xx += dx * (x - meanX)
        yy += dy * (y - meanY)
        xy += dx * (y - meanY)
    }

    /// From -1 to 1; nil where one of the two never changes.
    var coefficient: Double? {
        let scale = sqrt(xx) * sqrt(yy)
        return scale > 0 && scale.isFinite && xy.isFinite ? xy / scale : nil
    }
}
