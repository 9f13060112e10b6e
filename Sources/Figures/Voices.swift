/// What a mark needs to speak of itself: how the values of its axes are said, and what it is called.
package struct Voices: Sendable {
    package var x: AxisVoice
    package var y: AxisVoice
    /// The mark as the subject of a sentence: its name, `The line`, `Line 2`.
    package var subject: String
    /// How many marks of its kind there are.
    package var members = 1
    /// Whether two values may be compared by their ratio.
    package var hasRatios = true

    package init(x: AxisVoice, y: AxisVoice, subject: String) {
        self.x = x
        self.y = y
        self.subject = subject
    }
}

/// What a mark says of itself to somebody who cannot see it.
package struct Words: Sendable {
    package var kind: ChartKind
    /// What its author calls it; empty where that is nothing.
    package var name: String
    /// Whole sentences, each with its full stop.
    package var sentences: [String] = []
    /// How many values lie along x, where those were given and not computed, and it is not said already.
    package var count: Int?
    /// What it shows, value by value, for comparisons with other marks.
    package var xs: [Double] = []
    package var ys: [Double] = []
    package var course: Course?
    /// The places of the values that it lists without their names, to be named once for all.
    package var listed: [Double] = []
    /// Where its places along x begin and end, if not where the axis has to.
    package var reach: Extent?
    /// Whether each value stands for itself, so that between two of them there is nothing.
    package var isDiscrete = false
    /// Whether its values are parts of a stack.
    package var isStacked = false
    /// Whether it says where its values lie along x.
    package var tellsPlaces = false
    /// What stands for all values of it, where that is told: the median of a box.
    package var middle: Double?

    /// What it was given to speak with.
    package let voices: Voices

    package init(_ kind: ChartKind, _ name: String, _ voices: Voices) {
        self.kind = kind
        self.name = name
        self.voices = voices
    }
}

/// What marks of one kind, and charts of them, are called, and what is worth saying of several.
package struct ChartKind: Sendable {
    /// `Line chart`.
    package let chart: String
    /// `a line`, as in a chart with bars and a line.
    package let one: String
    /// `lines`.
    package let many: String
    /// What a mark is called beside others, `line`, `group` …, where it has no name of its own.
    package let member: String
    /// Says how several marks of the kind compare, in whole sentences. Where there are too many to let
    /// each speak for itself, `isAll` is true: then this is all that is said.
    package let compare: @Sendable ([Words], Voices, _ isAll: Bool) -> [String]
    package let role: Role

    package enum Role: UInt8, Sendable {
        /// Shows values.
        case data
        /// Shows what values are compared with.
        case rule
        /// Says something of the other marks.
        case note
    }

    /// Whether the range of its values is said of their axis, as its marks do not say it.
    package let range: RangeOfValues

    package enum RangeOfValues: UInt8, Sendable {
        case always, ofSeveral, never
    }

    package init(
        _ chart: String, _ one: String, _ many: String, member: String = "series",
        range: RangeOfValues = .ofSeveral, role: Role = .data,
        compare: @escaping @Sendable ([Words], Voices, Bool) -> [String] = { _, _, _ in [] }
    ) {
        self.chart = chart
        self.one = one
        self.many = many
        self.member = member
        self.range = range
        self.role = role
        self.compare = compare
    }

    /// `2 lines`.
    package func members(_ count: Int) -> String {
        English.number(count) + " " + (member == "series" ? member : member + "s")
    }

    /// A mark without a name: `Line 2`, or `The line` where it is the only one.
    package func subject(_ number: Int, isOnly: Bool = false) -> String {
        if isOnly { return member == "series" ? "The value" : "The " + member }
        return member.capitalized + " \(number)"
    }
}

extension String {
    /// With a capital letter, where it begins with a letter of ASCII.
    package var capitalized: String {
        var bytes = Array(utf8)
        if let first = bytes.first, 97...122 ~= first { bytes[0] = first - 32 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
