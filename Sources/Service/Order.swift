import Dialects
import Gateway
import Notation
import Tables

/// What is to be drawn and in which form: the request less everything that concerns serving it.
struct Order {
    private(set) var pairs: [Pair] = []
    private(set) var limits = NativeLimits()
    private(set) var form = Form.png
    /// How true the picture is to be, 1...100, where the form has a choice: `quality=`.
    private(set) var quality: Int?
    /// The name that the path gives, without an ending; empty where it gives none.
    private(set) var name = ""
    /// Whether a browser is to save the answer rather than to show it: `download=1`.
    private(set) var isDownload = false
    /// How an error looks, where the query says so: `errors=page|image`.
    private(set) var errorLook: ErrorLook?
    /// The data sets that the chart names.
    private(set) var dataFiles = DataFiles()
    /// Whether the chart is one that the operator saved.
    private(set) var isSaved = false
    /// For how many seconds the answer may be kept, where the query says so: `cache=`.
    private(set) var age: Int?
    /// The same as the operator says it for all other charts.
    private(set) var standingAge: Int?
    private var ending: String?
    /// When the answer is not given any more, in seconds since 1970: `expires=`.
    private(set) var end: Int?
    private var formName: String?
    private var qualityText: String?
    private var ageText: String?
    private var endText: String?

    /// Takes the request apart. Pairs that fit are kept even if a later one is refused, so that a
    /// picture of the error has the size that was asked for.
    mutating func read(_ request: Request, from shelves: Shelves) throws(Failure) {
        limits = NativeLimits(shelves.environment)
        standingAge = decimal(shelves.environment.bytes(of: "PLOT_MAX_AGE"))
        dataFiles.posted = request.data
        readPath(request.path)
        try take(request.query.parameters)
        isSaved = try takeSaved(request.query.parameters, from: shelves)
        try chooseForm()
        try readQuality()
        age = try ageText.map { text throws(Failure) in
            try Self.number(text, of: "cache", within: 0...Freshness.year)
        }
        try readEnd()
        if !name.isEmpty, !isSaved, !Native.isChart(pairs) { throw .unknownChart }
        for pair in pairs where pair.key == "data" {
            if pair.value.utf8.allSatisfy({ $0 == 32 }) { throw .native(.empty(key: pair.key)) }
            do { try dataFiles.open(pair.value, from: shelves) } catch {
                throw .native(.data(error))
            }
        }
    }

    /// The form that was asked for, known before it is certain that it can be given.
    var wantedForm: Form? {
        ending.flatMap { Form(named: $0) } ?? formName.flatMap { Form(named: $0) }
    }

    /// Of a request that was refused before it was read, what an error heeds: how it is to look and how
    /// large to be.
    static func refused(_ environment: Environment) -> Order {
        let outline = CGI.outline(
            of: environment, keys: ["errors", "size", "w", "h", "format"],
            limits: Limits(environment))
        var order = Order()
        order.limits = NativeLimits(environment)
        order.readPath(outline.path)
        // What else is wrong is not what the answer is about.
        try? order.take(outline.query.parameters)
        return order
    }

    /// Whether the answer gives away data that lie with the operator, rather than a picture of them: then
    /// a page of another origin, which somebody inside opens, must not be able to fetch them.
    var showsOwnData: Bool {
        (isSaved || dataFiles.areNamed) && ![.png, .svg, .jpg, .webp, .pdf].contains(form)
    }

    /// Sorts out what is not the chart's.
    private mutating func take(_ parameters: [Parameter]) throws(Failure) {
        var download: String?
        for parameter in parameters {
            switch (parameter.key, parameter.value) {
            case ("errors", "page"): errorLook = .page
            case ("errors", "image"): errorLook = .picture
            case ("format", let value) where Self.isOutput(value): formName = Self.small(value)
            case ("download", let value): download = value
            case ("quality", let value): qualityText = value
            case ("cache", let value): ageText = value
            case ("expires", let value): endText = value
            case (Signature.key, _): break
            default: pairs.append(Pair(parameter.key, parameter.value))
            }
        }
        switch download {
        case "", "1": isDownload = true
        case nil, "0": isDownload = false
        case let other?:
            throw .native(.wrong(key: "download", at: 0, found: other, .choice(["1", "0"])))
        }
    }

    /// The name in the path, and the ending, where there is one.
    private mutating func readPath(_ path: String) {
        name = path.utf8.first == UInt8(ascii: "/") ? String(path.dropFirst()) : path
        guard let stop = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return }
        let (stem, ending) = (name[..<stop], name[stop...].dropFirst())
        guard let last = stem.utf8.last, last != UInt8(ascii: "/"),
            !ending.isEmpty, ending.utf8.allSatisfy({ Self.isLetterOrDigit($0 | 0x20) })
        else { return }
        self.ending = String(ending)
        if Form(named: String(ending)) != nil { name = String(stem) }
    }

    /// Puts the saved chart of this name under the pairs of the query; false where there is none.
    private mutating func takeSaved(
        _ own: [Parameter], from shelves: Shelves
    ) throws(Failure) -> Bool {
        guard !name.isEmpty, let saved = try shelves.chart(named: name) else { return false }
        pairs = []
        try take(saved.overridden(by: own))
        return true
    }

    /// The ending of the path decides, before `format=`; but a full stop may be part of a saved
    /// chart's name.
    private mutating func chooseForm() throws(Failure) {
        let isPartOfName = isSaved && ending.flatMap { Form(named: $0) } == nil
        guard let chosen = (isPartOfName ? nil : ending) ?? formName else { return }
        guard let form = Form(named: chosen) else {
            throw .unknownForm(chosen, known: Form.allCases.map { $0.rawValue })
        }
        self.form = form
    }

    /// A quality for a form that has none is a mistake, and not ignored.
    private mutating func readQuality() throws(Failure) {
        guard let text = qualityText else { return }
        guard form.hasQuality else { throw .noQuality(form: form.rawValue) }
        quality = try Self.number(text, of: "quality", within: 1...100)
    }

    private mutating func readEnd() throws(Failure) {
        // The last second of the year 9999.
        end = try endText.map { text throws(Failure) in
            try Self.number(text, of: "expires", within: 0...253_402_300_799)
        }
        if let end, end <= Clock.now { throw .expired }
    }

    private static func number(
        _ text: String, of key: String, within bounds: ClosedRange<Int>
    ) throws(Failure) -> Int {
        guard let given = Double(decimal: text), given == given.rounded() else {
            throw .native(
                text.isEmpty
                    ? .empty(key: key)
                    : .wrong(
                        key: key, at: 0, found: text,
                        ["cache", "expires"].contains(key) ? .seconds : .wholeNumber))
        }
        guard let number = decimal(Array(text.utf8)), bounds ~= number else {
            let limits = (Double(bounds.lowerBound), Double(bounds.upperBound))
            throw .native(.wrong(key: key, at: 0, found: text, .within(limits.0, limits.1)))
        }
        return number
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        97...122 ~= byte || 48...57 ~= byte
    }

    /// Whether `format=` means the answer's and not that of a mark's labels: a word of letters, as no
    /// number format is.
    private static func isOutput(_ value: String) -> Bool {
        value.utf8.count > 2 && value.utf8.allSatisfy { isLetterOrDigit($0 | 0x20) }
    }

    /// In small letters.
    private static func small(_ value: String) -> String {
        String(decoding: value.utf8.map { 65...90 ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension NativeLimits {
    /// As the operator set them.
    init(_ environment: Environment) {
        self.init()
        side = environment.setting("PLOT_MAX_SIDE", default: side)
        pixels = environment.setting("PLOT_MAX_PIXELS", default: pixels)
        values = environment.setting("PLOT_MAX_VALUES", default: values)
        marks = environment.setting("PLOT_MAX_MARKS", default: marks)
        parts = environment.setting("PLOT_MAX_PARTS", default: parts)
        ticks = environment.setting("PLOT_MAX_TICKS", default: ticks)
        comparisons = environment.setting("PLOT_MAX_COMPARISONS", default: comparisons)
        formulas.bytes = environment.setting("PLOT_MAX_FORMULA", default: formulas.bytes)
        formulas.depth = environment.setting("PLOT_MAX_FORMULA_DEPTH", default: formulas.depth)
        tables.rows = environment.setting("PLOT_MAX_ROWS", default: tables.rows)
        tables.bytes = environment.setting("PLOT_MAX_DATA", default: tables.bytes)
        tables.columns = environment.setting("PLOT_MAX_COLUMNS", default: tables.columns)
        tables.cell = environment.setting("PLOT_MAX_CELL", default: tables.cell)
        tables.depth = environment.setting("PLOT_MAX_DEPTH", default: tables.depth)
    }

    /// The limits as plain numbers.
    var numbers: [Int] {
        [
            side, pixels, values, marks, parts, ticks, comparisons, formulas.bytes,
            formulas.depth, tables.rows, tables.bytes, tables.columns, tables.cell, tables.depth,
        ]
    }
}
