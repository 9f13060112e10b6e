import Dialects
import Encoding
import Gateway
import Notation
import Tables
import Testing

@testable import Service

@Suite("Errors in words")
struct ExplanationTests {
    static let wanted: [NativeError.Wanted] = [
        .number, .data, .date, .color, .choice(["top", "right"]), .range, .size, .numberFormat,
        .timeFormat,
        .zone(nearest: nil), .zone(nearest: "Europe/Berlin"), .dash, .within(0, 100),
        .within(-1e300, 1e300),
        .fields("x:y:size"), .above(0), .formula(.unexpected), .formula(.unfinished),
        .formula(.unknownName(nearest: "sin")), .formula(.wrongArguments(expected: 1)),
        .formula(.wrongArguments(expected: 2)), .formula(.missingParenthesis),
        .formula(.tooDeep(most: 64)), .formula(.tooLong(most: 4096)), .wholeNumber, .seconds, .part,
        .rowCount,
        .numberLike(column: "a"), .placeAmongNames,
        .columnNumber(count: 3, known: ["a", "b", "c"]),
        .columnNumber(count: 1, known: ["a"]), .column(nearest: nil, known: ["a"]),
        .formula(.unknownName(nearest: nil)), .column(nearest: "tmax", known: ["date", "tmax"]),
        .oneColumn, .numberColumn, .condition, .comparison(among: ["=", "!="]),
    ]

    static let others: [NativeError] = [
        .noMark, .unknownKey("lin", nearest: "line"), .beforeMarks(key: "name"),
        .misplaced(key: "dash", mark: "pie", takes: ["name", "labels"]),
        .tooMany(key: "line", count: 3, most: 2, of: "x"),
        .noUse(key: "ylabel", .axes(mark: "pie")), .noUse(key: "y2label", .rightAxis),
        .noUse(key: "sort", .names),
        .limit(key: "size", count: 9000, most: 8192, setting: "PLOT_MAX_SIDE"),
        .limit(key: "yticks", count: 501, most: 500, setting: "PLOT_MAX_TICKS"),
        .cannotShare(mark: "pie", with: "line"), .noUse(key: "where", .data),
        .noUse(key: "data", .columns), .noUse(key: "agg", .summable), .twoDataSets, .boxesTwice,
        .repeated(key: "bar", column: "month", value: "Jan"),
        .beyondReach(key: "line", column: "tmax"), .mixedPlaces("date", with: "name"),
        .noRow(condition: "a=b", column: "a", near: nil, only: []),
        .noRow(condition: "a=b", column: "a", near: "B", only: ["B", "c"]),
        .noCommonRow(conditions: ["a=1", "b=2"]), .unknownKey("q", nearest: nil),
        .tooManyComparisons(count: 201, most: 200), .bothEnds, .empty(key: "agg"),
        .negativePart(key: "pie", column: "balance"),
        .besideNames(key: "error", place: 105.5, names: 1),
    ]

    static let data: [DataError] = [
        .missing("a.csv"), .source(.changed), .source(.unreadable),
        .limit(.rows, most: 9, setting: "PLOT_MAX_ROWS"), .limit(.cell, most: 9, setting: "A"),
        .limit(.columns, most: 9, setting: "A"), .limit(.bytes, most: 9, setting: "A"), .empty,
        .noText(.utf16), .noText(.binary), .badGzip, .badCell(place, found: "x", wanted: .number),
        .badCell(place, found: "x", wanted: .time),
        .badCell(place, found: "1,5", wanted: .decimalPoint),
        .badCell(place, found: "1/31/2026", wanted: .dayFirst),
        .badCell(place, found: "31/1/2026", wanted: .monthFirst),
        .badCell(place, found: "soon", wanted: .timestamp),
        .badCell(place, found: "{", wanted: .value), .tooManyCells(line: 3, found: 4, wanted: 2),
        .openQuote(place), .textAfterQuote(place, found: "x"),
        .json(JSONError(line: 2, column: 5, found: "x", wanted: .value)),
        .json(JSONError(line: 2, column: 5, found: "", wanted: .value)),
        .badShape(line: 2, column: 5, found: "[", wanted: .record),
        .badShape(line: 2, column: 5, found: "", wanted: .record),
        .badCell(record, found: "x", wanted: .number), .severalTables(["a", "b.c"]),
        .unequalColumns("a", count: 1, other: "b", otherCount: 2),
    ]

    private static let record = DataPlace(line: 3, column: 2, name: "m.cpu", record: 2)

    private static let place = DataPlace(line: 3, column: 2, name: "tmax")

    static let natives =
        wanted.map { NativeError.wrong(key: "color", at: 4, found: "rot", $0) } + others

    static let requests: [RequestError] = [
        .methodNotAllowed, .uriTooLong(limit: 9), .badContentLength,
        .bodyTooShort(expected: 9, got: 3),
        .bodyTooLarge(limit: 9), .bodyTimedOut, .unsupportedMediaType, .unsupportedContentEncoding,
        .query(.tooManyParameters(limit: 9)), .query(.keyTooLong(limit: 9, offset: 4)),
    ]

    static let failures: [Failure] =
        natives.map { .native($0) } + data.map { .native(.data($0)) }
        + requests.map { .request($0) } + [
            .encoding(.gaveUp), .encoding(.badSize(width: 9, height: 9, longest: 8)),
            .unknownForm("gif", known: ["png", "svg"]), .noQuality(form: "png"), .unknownChart,
            .unreadableChart,
        ]

    @Test(
        "Every failure has a sentence that says what is wrong, and one that says what to do",
        arguments: failures)
    func speaks(failure: Failure) {
        let words = Explanation(failure)
        for sentence in [words.problem, words.cure] {
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?") || sentence.hasSuffix("…"))
            #expect(sentence.first?.isLowercase != true)
            #expect(
                !sentence.contains("nil") && !sentence.contains("inf ")
                    && !sentence.contains("Optional"))
        }
        #expect(failure.status.isError)
    }

    @Test(
        "A value that does not fit is named with its key and its character, counted from 1",
        arguments: wanted)
    func names(wanted: NativeError.Wanted) {
        let words = Explanation(.native(.wrong(key: "color", at: 4, found: "rot", wanted)))
        #expect(words.problem.hasPrefix("In “color”, at character 5: "))
    }

    @Test(
        "The sentences name the keys, the numbers and the cure",
        arguments: [
            (.unknownKey("lin", nearest: "line"), "There is no key “lin”.", "Did you mean “line”?"),
            (.beforeMarks(key: "name"), "The key “name” describes a mark", "line=3,1,4&name=…"),
            (
                .misplaced(key: "dash", mark: "pie", takes: ["name", "labels"]),
                "The mark “pie” has no use for the key “dash”.", "It takes: name, labels."
            ),
            (
                .tooMany(key: "line", count: 3, most: 2, of: "x"),
                "“line” has 3 values, but “x” only 2.", "leave “x” out"
            ),
            (
                .limit(key: "size", count: 9000, most: 8192, setting: "PLOT_MAX_SIDE"),
                "“size” asks for 9000, and 8192 is the limit here.", "raise PLOT_MAX_SIDE"
            ),
            (
                .limit(key: "yticks", count: 501, most: 500, setting: "PLOT_MAX_TICKS"), "501",
                "Ask for less, or raise PLOT_MAX_TICKS."
            ),
            (
                .cannotShare(mark: "pie", with: "line"), "“pie” and “line” cannot share",
                "make two pictures"
            ),
            (
                .wrong(key: "line", at: 9, found: "(", .formula(.tooDeep(most: 64))),
                "more than 64",
                "raise PLOT_MAX_FORMULA_DEPTH"
            ),
            (
                .wrong(key: "line", at: 9, found: "(", .formula(.tooLong(most: 4096))),
                "4096 bytes",
                "raise PLOT_MAX_FORMULA."
            ),
            (.tooManyComparisons(count: 201, most: 200), "201", "raise PLOT_MAX_COMPARISONS"),
            (
                .data(.limit(.depth, most: 256, setting: "PLOT_MAX_DEPTH")),
                "more than 256 arrays and objects inside each other", "raise PLOT_MAX_DEPTH"
            ),
            (.wrong(key: "color", at: 0, found: "rot", .color), "“rot” is not a colour.", "teal"),
            (.wrong(key: "color", at: 0, found: "", .color), "nothing is not a colour.", "teal"),
            (
                .wrong(key: "line", at: 2, found: "1e301", .within(-1e300, 1e300)),
                "“1e301” does not lie between -1e+300 and 1e+300.", "“line”"
            ),
            (
                .wrong(key: "dpr", at: 0, found: "9", .within(0.25, 8)), "between 0.25 and 8.",
                "“dpr”"
            ),
            (.wrong(key: "ylim", at: 0, found: "0", .above(0)), "“0” is not above 0", "“ylim”"),
            (
                .wrong(key: "tz", at: 0, found: "Berln", .zone(nearest: "Europe/Berlin")),
                "“Berln”", "Europe/Berlin?"
            ),
            (
                .wrong(key: "legend", at: 0, found: "up", .choice(["top", "right"])), "“up”",
                "Choose one of: top, right."
            ),
            (
                .wrong(key: "bubble", at: 6, found: "1:2:3:4", .fields("x:y:size")),
                "not of the form x:y:size.", "“bubble”"
            ),
            (
                .wrong(key: "line", at: 0, found: "sine", .formula(.unknownName(nearest: "sin"))),
                "“sine”", "“sin”"
            ),
            (
                .wrong(key: "line", at: 0, found: "max", .formula(.wrongArguments(expected: 2))),
                "“max” takes two arguments.", "sin(x)/x"
            ),
            (
                .wrong(key: "line", at: 9, found: "", .formula(.missingParenthesis)),
                "character 10", "sin(x)/x"
            ),
            (
                .wrong(
                    key: "line", at: 0, found: "tmx", .column(nearest: "tmax", known: ["a", "b"])),
                "“tmx” is not a column of the data.", "Did you mean “tmax”? There are: “a”, “b”."
            ),
            (
                .repeated(key: "bar", column: "month", value: "Jan"),
                "Several rows have “Jan” as “month”, and “bar” has one value there.", "agg=sum"
            ),
            (
                .wrong(
                    key: "line", at: 0, found: "9", .columnNumber(count: 3, known: ["a", "b", "c"])),
                "there is no column “9”: the data has 3 columns.", "“a”, “b”, “c”."
            ),
            (
                .wrong(key: "where", at: 6, found: "many", .numberLike(column: "Sales")),
                "“many” is no number, and “Sales” holds numbers.", "Compare with a number"
            ),
            (
                .noRow(
                    condition: "Region=north", column: "Region", near: "North",
                    only: ["North", "South"]),
                "No row of the data fulfils “Region=north”.",
                "Did you mean “North”? “Region” has: “North”, “South”."
            ),
            (
                .data(
                    .badCell(DataPlace(line: 3, column: 2, name: "b"), found: "x", wanted: .number)),
                "In line 3 of the data set, cell 2 (“b”): “x” is no number.", "Mend the cell"
            ),
            (
                .data(.badCell(record, found: "x", wanted: .number)),
                "In record 2 of the data set (line 3), “m.cpu”: “x” is no number.", "where="
            ),
            (
                .data(.severalTables(["hourly", "a.daily"])),
                "The JSON has several tables: “hourly”, “a.daily”.", "only the one"
            ),
            (
                .data(.unequalColumns("a", count: 1, other: "b", otherCount: 2)),
                "“a” has 1 value, and “b” 2.", "null leaves a gap"
            ),
        ] as [(NativeError, String, String)])
    func says(error: NativeError, problem: String, cure: String) {
        let words = Explanation(.native(error))
        #expect(words.problem.contains(problem))
        #expect(words.cure.contains(cure))
    }

    @Test(
        "What a request says is quoted, and cut to forty characters",
        arguments: [
            ("", "“”"), ("abc", "“abc”"),
            (String(repeating: "é", count: 40), "“" + String(repeating: "é", count: 40) + "”"),
            (String(repeating: "é", count: 41), "“" + String(repeating: "é", count: 39) + "…”"),
            (
                String(repeating: "a", count: 1_000_000),
                "“" + String(repeating: "a", count: 39) + "…”"
            ),
        ])
    func quotes(text: String, quoted: String) {
        #expect(Explanation.quoted(text) == quoted)
        #expect(Explanation(.native(.unknownKey(text, nearest: "line"))).problem.contains(quoted))
        #expect(Explanation(.unknownForm(text, known: ["png"])).problem.contains(quoted))
    }

    @Test(
        "What could break a line, a terminal or the direction of a sentence is shown as a box",
        arguments: [
            "\n", "\r", "\0", "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2028}", "\u{2066}",
        ])
    func showsBoxes(text: String) {
        #expect(Explanation.quoted("a" + text + "b") == "“a□b”")
    }

    static let hostile = "<script>alert('x')</script>&\"\\"

    /// Every failure that repeats what the request says.
    static let repeating: [Failure] =
        wanted.map { .native(.wrong(key: "line", at: 0, found: hostile, $0)) }
        + [.native(.unknownKey(hostile, nearest: "line")), .unknownForm(hostile, known: ["png"])]

    @Test("The page of an error holds no mark-up of the request", arguments: repeating)
    func escapesHTML(failure: Failure) {
        let page = String(
            decoding: ErrorPage(Explanation(failure), failure.status).bytes, as: UTF8.self)
        #expect(!page.contains("<script") && !page.contains("alert('"))
        #expect(page.contains("<h1>\(failure.status.rawValue) "))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test("Text is made safe for HTML, in content and in quotes")
    func escapes() {
        #expect(
            Markup.html("<a b='c' d=\"e\">&amp;é")
                == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;amp;é")
    }

    @Test(
        "A string of JSON escapes quotes, backslashes, controls, and what could end a script",
        arguments: [
            ("a\"b\\c", "\"a\\\"b\\\\c\""), ("a\nb\u{1}", "\"a\\u000ab\\u0001\""),
            ("</script>", "\"\\u003c/script>\""),
            ("é日", "\"é日\""), ("", "\"\""),
        ])
    func escapesJSON(text: String, json: String) {
        #expect(Markup.json(text) == json)
    }
}
