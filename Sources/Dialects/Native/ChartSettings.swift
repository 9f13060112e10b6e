import Figures
import Notation
import Scenes
import Tables

/// What the keys of the whole chart say.
package struct ChartSettings: Sendable {
    /// The settings of one axis, before it is known what lies along it.
    struct AxisSettings: Sendable {
        var title = ""
        /// The header of the column along it.
        var valueName = ""
        var kind: Kind?
        /// As written: a range can be read only when the time zone is known.
        var limits: KeyValue?
        var ticks: KeyValue?
        var format: KeyValue?
    }

    enum AxisName: UInt8, Sendable { case x, y, right }

    subscript(axis: AxisName) -> AxisSettings {
        get {
            switch axis {
            case .x: xAxis
            case .y: yAxis
            case .right: rightAxis
            }
        }
        set {
            switch axis {
            case .x: xAxis = newValue
            case .y: yAxis = newValue
            case .right: rightAxis = newValue
            }
        }
    }

    enum Kind: Sendable, Equatable { case linear, logarithmic, symmetricLogarithmic, time, bands }
    enum Stack: Sendable { case plain, percent }
    enum Grid: Sendable { case automatic, none, x, y, both }
    enum Sort: Sendable { case ascending, descending, name }

    /// What is taken from a data set: which rows, and how they make series.
    struct DataSettings: Sendable {
        var name: KeyValue?
        var conditions: [KeyValue] = []
        var group: KeyValue?
        var aggregate: Aggregate?
        /// The column that the rows are sorted by.
        var order: KeyValue?
        var limit: RowLimit?
    }

    /// The names of the keys that were given, in their order.
    var given: [String] = []
    var x: KeyValue?
    var labels: KeyValue?
    var title = ""
    var subtitle = ""
    var caption = ""
    var alternative = ""
    var width: Double?
    var height: Double?
    var density = 1.0
    var xAxis = AxisSettings()
    var yAxis = AxisSettings()
    var rightAxis = AxisSettings()
    var zone = Zone.utc
    var legend = Legend.Position.automatic
    var grid = Grid.automatic
    var isDark = false
    var colors: [Color] = []
    var background: Color?
    var stack: Stack?
    var isHorizontal = false
    var sort: Sort?
    var data = DataSettings()
    /// What a column has along x; found by reading the data set.
    var columnAlong: Along?
}

extension ChartSettings {
    /// The orders that need no column.
    static let sorts: [(String, Sort?)] = [
        ("up", .ascending), ("asc", .ascending), ("down", .descending), ("desc", .descending),
        ("name", .name), ("none", nil),
    ]
}

extension Key where Settings == ChartSettings {
    /// Every key that describes the whole chart.
    package static let ofCharts: [Key] =
        [
            Key(
                "x", "values, dates, names, a range a..b, or a column", "What lies along x.",
                example: "x=2026-01-01,2026-02-01,2026-03-01&line=5,7,6"
            ) { settings, value throws(NativeError) in settings.x = value },
            Key(
                "labels", "names, or a column",
                "The names of the places along x, or of the slices of a pie.",
                example: "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu"
            ) { settings, value throws(NativeError) in settings.labels = value },
            Key(
                "title", "text; \\n breaks the line", "Stands above the chart.",
                example: "line=3,1,4&title=Requests"
            ) { settings, value throws(NativeError) in settings.title = value.words },
            Key(
                "subtitle", "text", "Stands below the title.",
                example: "line=3,1,4&title=Requests&subtitle=Last+three+days"
            ) { settings, value throws(NativeError) in settings.subtitle = value.words },
            Key(
                "caption", "text", "Stands below the chart.",
                example: "line=3,1,4&caption=Source:+the+log"
            ) { settings, value throws(NativeError) in settings.caption = value.words },
            Key(
                "size", "WIDTHxHEIGHT in points", "The size of the picture; 800x400 without it.",
                example: "line=3,1,4&size=400x200"
            ) { settings, value throws(NativeError) in
                (settings.width, settings.height) = try value.size()
            },
            Key(
                "w", "points", "The width of the picture.", example: "line=3,1,4&w=400"
            ) { settings, value throws(NativeError) in
                settings.width = try value.number(from: 1, to: 1e6)
            },
            Key(
                "h", "points", "The height of the picture.", example: "line=3,1,4&h=200"
            ) { settings, value throws(NativeError) in
                settings.height = try value.number(from: 1, to: 1e6)
            },
            Key(
                "dpr", "0.25..8", "Pixels a point: 2 for sharp pictures on fine screens.",
                example: "line=3,1,4&size=400x200&dpr=2"
            ) { settings, value throws(NativeError) in
                settings.density = try value.number(from: 0.25, to: 8)
            },
            Key(
                "tz", "a time zone, such as Europe/Berlin or +02:00",
                "In which dates are read and written.",
                example: "x=2026-03-29T00:00,2026-03-29T06:00&line=1,2&tz=Europe/Berlin"
            ) { settings, value throws(NativeError) in settings.zone = try value.zone() },
            Key(
                "legend", "top right bottom left none", "Where the names of the series stand.",
                example: "line=3,1,4&name=A&line=1,2,2&name=B&legend=bottom"
            ) { settings, value throws(NativeError) in
                settings.legend = try value.choice([
                    ("top", .top), ("right", .right), ("bottom", .bottom), ("left", .left),
                    ("none", .none), ("0", .none), ("auto", .automatic), ("1", .automatic),
                ])
            },
            Key(
                "grid", "x y both none", "Which lines lie behind the marks.",
                example: "line=3,1,4&grid=both"
            ) { settings, value throws(NativeError) in
                settings.grid = try value.choice([
                    ("x", .x), ("y", .y), ("both", .both), ("1", .both), ("none", .none),
                    ("0", .none),
                ])
            },
            Key(
                "theme", "light or dark", "The colours of paper and letters.",
                example: "line=3,1,4&name=A&theme=dark"
            ) { settings, value throws(NativeError) in
                settings.isDark = try value.choice([("light", false), ("dark", true)])
            },
            Key(
                "colors", "a list of colours", "The palette that the series take in turn.",
                example: "bar=3,1&name=A&bar=2,2&name=B&colors=teal,orange"
            ) { settings, value throws(NativeError) in
                settings.colors = []
                for item in value.items {
                    guard let color = ColorReader.read(item.text) else {
                        throw value.wrong(.color, at: item.offset, found: item.text)
                    }
                    settings.colors.append(color)
                }
            },
            Key(
                "bg", "a colour, or none", "The paper; none leaves it transparent.",
                example: "line=3,1,4&bg=ivory"
            ) { settings, value throws(NativeError) in settings.background = try value.color() },
            Key(
                "stack", "1, 0 or percent", "Stacks bars and areas on each other.",
                example: "area=1,3,2&area=2,1,4&stack=1"
            ) { settings, value throws(NativeError) in
                settings.stack = try value.choice([
                    ("1", .plain), ("", .plain), ("true", .plain), ("yes", .plain),
                    ("percent", .percent), ("0", nil), ("none", nil), ("false", nil), ("no", nil),
                ])
            },
            Key(
                "horizontal", "1 or 0", "Lays bars on their side.",
                example: "bar=5,3,2&labels=North,South,West&horizontal=1"
            ) { settings, value throws(NativeError) in settings.isHorizontal = try value.flag() },
            Key(
                "sort", "up down name none; a column, or a column with a minus before it",
                "Orders bars or slices by value or by name; or rows of data by a column. With group, name "
                    + "orders the series too.",
                example: "bar=3,9,5&labels=A,B,C&sort=down"
            ) { settings, value throws(NativeError) in
                try value.refuseEmpty()
                let known = ChartSettings.sorts.first { $0.0 == value.text.trimmed }
                settings.sort = known?.1
                settings.data.order = known == nil ? value : nil
            },
            Key(
                "alt", "text", "The text alternative, in place of the one made from the chart.",
                example: "line=3,1,4&alt=Requests+fell+and+rose"
            ) { settings, value throws(NativeError) in settings.alternative = value.words },
        ]
        + ofAxis("x", "xlabel", "the x axis", "x=1,10,100&line=3,1,4", .x)
        + ofAxis("y", "ylabel", "the y axis", "line=3,10,400", .y)
        + ofAxis(
            "y2", "y2label", "the y axis on the right", "line=3,1,2&line=30,90,60&axis=right",
            .right)
        + ofData

    /// The keys that x, y and the y axis on the right have in common.
    private static func ofAxis(
        _ prefix: String, _ title: String, _ axis: String, _ query: String,
        _ id: ChartSettings.AxisName
    ) -> [Key] {
        [
            Key(
                title, "text", "The title of \(axis).", example: query + "&\(title)=Latency+(ms)"
            ) { settings, value throws(NativeError) in settings[id].title = value.words },
            Key(
                prefix + "scale", "linear log symlog time" + (id == .x ? " band" : ""),
                "How \(axis) carries values.",
                example: query + "&\(prefix)scale=log"
            ) { settings, value throws(NativeError) in
                let kinds: [(String, ChartSettings.Kind)] = [
                    ("linear", .linear), ("log", .logarithmic), ("symlog", .symmetricLogarithmic),
                    ("time", .time), ("band", .bands),
                ]
                // Only places along x have names.
                settings[id].kind = try value.choice(id == .x ? kinds : kinds.dropLast())
            },
            Key(
                prefix + "lim", "a..b, either side may be empty", "Where \(axis) begins and ends.",
                example: query + "&\(prefix)lim=0.."
            ) { settings, value throws(NativeError) in settings[id].limits = value },
            Key(
                prefix + "ticks", "about how many, a list of values, or none",
                "What \(axis) names.", example: query + "&\(prefix)ticks=3"
            ) { settings, value throws(NativeError) in settings[id].ticks = value },
            Key(
                prefix + "format", "a d3-format, or a d3-time-format such as %25d.%25m.",
                "How \(axis) writes its values.", example: query + "&\(prefix)format=.1f"
            ) { settings, value throws(NativeError) in settings[id].format = value },
        ]
    }
}

extension KeyValue {
    fileprivate func size() throws(NativeError) -> (Double, Double) {
        let parts = text.split { $0 == "x" || $0 == "X" || $0 == "×" || $0 == "*" }
        guard parts.count == 2, let width = Double(decimal: String(parts[0]).trimmed),
            let height = Double(decimal: String(parts[1]).trimmed), 1...1e6 ~= width,
            1...1e6 ~= height
        else { throw wrong(.size) }
        return (width, height)
    }

    fileprivate func zone() throws(NativeError) -> Zone {
        // A query turns the plus of +02:00 into a space.
        let signed = String(decoding: text.utf8.map { $0 == 32 ? 43 : $0 }, as: UTF8.self)
        guard let zone = Zone(named: text.trimmed) ?? Zone(named: signed) else {
            throw wrong(.zone(nearest: nearestZone))
        }
        return zone
    }

    /// The zone that may have been meant: a name like it, or one whose city is called so. Nil where
    /// the text seems to be an offset.
    private var nearestZone: String? {
        let text = Self.folded(text.trimmed)
        guard let first = text.utf8.first, 97...122 ~= first else { return nil }
        let names = Zone.names
        let isCity = !text.utf8.contains(UInt8(ascii: "/"))
        let spoken = names.map { name in
            Self.folded(isCity ? String(name.split(separator: "/").last ?? "") : name)
        }
        guard let nearest = Spelling.nearest(to: text, among: spoken) else { return nil }
        return spoken.firstIndex(of: nearest).map { names[$0] }
    }

    /// In small letters.
    private static func folded(_ text: String) -> String {
        String(decoding: text.utf8.map { 65...90 ~= $0 ? $0 | 32 : $0 }, as: UTF8.self)
    }
}
