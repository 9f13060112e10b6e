import Figures
import Notation
import Scenes

/// What the keys behind a mark say of it; nil where they say nothing.
package struct MarkSettings: Sendable {
    enum Fill: Sendable {
        case own
        case color(Color)
        case nothing
    }

    enum Marker: Sendable {
        case nothing
        case symbol(Symbol)
    }

    enum Errors: Sendable {
        case distances(Spread)
        /// A part of each value.
        case share(Double)
    }

    enum Bins: Sendable {
        case count(Int)
        case edges([Double])
    }

    var name: String?
    var color: Color?
    var width: Double?
    var dash: [Double]?
    var marker: Marker?
    var size: Double?
    var opacity: Double?
    var isSmooth = false
    var fill: Fill?
    var showsLabels: Bool?
    var texts: [String] = []
    /// As written, where it is a list: a single name may be that of a column.
    var labels: KeyValue?
    var isOnRight = false
    var stack: String?
    /// As written: only with the data at hand it is known whether it names columns.
    var errors: KeyValue?
    var format: NumberFormat?
    var bins: Bins?
}

extension Key where Settings == MarkSettings {
    /// Every key that describes a mark. A kind of mark lists those it takes.
    package static let ofMarks: [Key] = [
        Key(
            "name", "text", "What the legend, or the label at the mark, calls it.",
            example: "line=3,1,4&name=Requests&line=2,3,3&name=Errors"
        ) { settings, value throws(NativeError) in settings.name = value.words },
        Key(
            "color", "a colour: name, hex digits, rgb() or hsl()",
            "The colour of the mark; else the series take those of the palette in turn.",
            example: "line=3,1,4&color=crimson"
        ) { settings, value throws(NativeError) in settings.color = try value.color() },
        Key(
            "width", "points; for bars the part of their place, 0.05..1",
            "How thick a line is, or how wide a bar.", example: "line=3,1,4,1,5&width=4"
        ) { settings, value throws(NativeError) in
            settings.width = try value.number(from: 0, to: 100)
        },
        Key(
            "dash", "lengths of line and gap, or dashed, dotted, dashdot, solid",
            "Breaks a line into dashes.", example: "line=3,1,4,1,5&dash=6,3"
        ) { settings, value throws(NativeError) in settings.dash = try value.dash() },
        Key(
            "marker", "circle square triangle diamond cross plus star none",
            "Draws a marker at each point of a line, or chooses the one of a scatter.",
            example: "line=3,1,4,1,5&marker=diamond"
        ) { settings, value throws(NativeError) in
            let named = Symbol.allCases.map { ($0.name, MarkSettings.Marker.symbol($0)) }
            settings.marker = try value.choice(
                named + [("1", .symbol(.circle)), ("none", .nothing), ("0", .nothing)])
        },
        Key(
            "size", "points", "How large markers, bubbles or letters are.",
            example: "scatter=1:2,2:3,3:5&size=12"
        ) { settings, value throws(NativeError) in
            settings.size = try value.number(from: 0.5, to: 400)
        },
        Key(
            "opacity", "0..1", "How opaque the mark is.", example: "area=3,1,4&opacity=0.6"
        ) { settings, value throws(NativeError) in
            settings.opacity = try value.number(from: 0, to: 1)
        },
        Key(
            "smooth", "1 or 0", "Curves a line, never beyond its points.",
            example: "line=3,1,4,1,5,9,2,6&smooth=1"
        ) { settings, value throws(NativeError) in settings.isSmooth = try value.flag() },
        Key(
            "fill", "1, 0 or a colour", "Fills what a line stands above.",
            example: "line=3,1,4,1,5&fill=1"
        ) { settings, value throws(NativeError) in
            if value.isFlag {
                settings.fill = try value.flag() ? .own : .nothing
            } else {
                settings.fill = .color(try value.color())
            }
        },
        Key(
            "labels", "1 or 0; texts or a column for scatter, bubble, text and pies",
            "Writes the values beside their marks. A list names the places along x instead.",
            example: "bar=12,19,3&labels=1"
        ) { settings, value throws(NativeError) in
            if value.isFlag {
                settings.showsLabels = try value.flag()
            } else {
                settings.texts = value.list
                settings.labels = value
                settings.showsLabels = true
            }
        },
        Key(
            "axis", "left or right", "Which y axis the mark is drawn by.",
            example: "bar=3,1,4&name=Orders&line=30,90,60&name=Visits&axis=right"
        ) { settings, value throws(NativeError) in
            settings.isOnRight = try value.choice([("right", true), ("left", false)])
        },
        Key(
            "stack", "1, 0, percent, or the name of a stack",
            "Stacks the marks of the chart, or those of one name, on each other.",
            example: "bar=3,1,4&stack=a&bar=1,2,2&stack=a&bar=2,2,2&stack=b"
        ) { settings, value throws(NativeError) in settings.stack = value.text },
        Key(
            "errors", "distances, low:high distances, or 10%; columns",
            "How far each value may be off, as a line with caps.",
            example: "bar=12,19,8&errors=2,3,1.5"
        ) { settings, value throws(NativeError) in settings.errors = value },
        Key(
            "format", "a d3-format, such as .1f or ,d or .0%",
            "How the labels of the mark write its numbers.",
            example: "bar=0.12,0.19,0.08&labels=1&format=.0%25"
        ) { settings, value throws(NativeError) in settings.format = try value.numberFormat() },
        Key(
            "bins", "how many, or their edges", "The intervals of a histogram.",
            example: "hist=1,2,2,3,3,3,4,4,5&bins=5"
        ) { settings, value throws(NativeError) in
            let numbers = try value.numbers()
            if numbers.count == 1 {
                settings.bins = .count(Int(try value.number(from: 1, to: 1000)))
            } else {
                settings.bins = .edges(numbers.sorted())
            }
        },
    ]
}

extension KeyValue {
    fileprivate func dash() throws(NativeError) -> [Double] {
        switch text.trimmed {
        case "solid", "none", "0": return []
        case "dashed", "1": return [6, 4]
        case "dotted": return [1.5, 3]
        case "dashdot": return [8, 3, 2, 3]
        default: break
        }
        guard let lengths = try? numbers() else { throw wrong(.dash) }
        guard lengths.allSatisfy({ 0...1000 ~= $0 }), lengths.reduce(0, +) > 0, lengths.count <= 16
        else { throw wrong(.dash) }
        return lengths
    }

    func errors() throws(NativeError) -> MarkSettings.Errors {
        let text = text.trimmed
        if text.utf8.last == UInt8(ascii: "%"), let share = Double(decimal: String(text.dropLast()))
        {
            guard 0...1e6 ~= share else { throw wrong(.within(0, 1e6)) }
            return .share(share / 100)
        }
        var spread = Spread()
        for item in items {
            if item.text.trimmed.isEmpty || item.text.trimmed == "_" {
                spread.below.append(.nan)
                spread.above.append(.nan)
                continue
            }
            let fields = item.text.split(separator: ":", omittingEmptySubsequences: false)
            var distances: [Double] = []
            for field in fields {
                let distance = try decimal(String(field), at: item.offset)
                guard distance >= 0 else {
                    throw wrong(.within(0, 1e300), at: item.offset, found: item.text.trimmed)
                }
                distances.append(distance)
            }
            guard let below = distances.first, let above = distances.last, distances.count <= 2
            else { throw wrong(.fields("low:high"), at: item.offset, found: item.text.trimmed) }
            spread.below.append(below)
            spread.above.append(above)
        }
        return .distances(spread)
    }

    func numberFormat() throws(NativeError) -> NumberFormat {
        do { return try NumberFormat(text) } catch {
            let before = String(decoding: text.utf8.prefix(error.offset), as: UTF8.self)
            throw wrong(.numberFormat, at: before.unicodeScalars.count)
        }
    }
}
