import Dialects
import Encoding
import Gateway
import Notation

/// A failure in words: what is wrong and where, and what to do about it.
struct Explanation: Equatable {
    var problem: String
    var cure: String

    init(_ problem: String, _ cure: String) {
        self.problem = problem
        self.cure = cure
    }

    init(_ failure: Failure) {
        switch failure {
        case .request(let error): self.init(error)
        case .native(let error): self.init(error)
        case .encoding(.badSize(let width, let height, let longest)):
            self.init(
                "The picture would have \(width) by \(height) pixels, and no side may have more than "
                    + "\(longest) in this form.",
                "Ask for a smaller one, or for another form.")
        case .encoding(.gaveUp):
            self.init("The picture could not be encoded.", "Try a smaller one.")
        case .unknownForm(let form, let known):
            self.init(
                "There is no form of answer called \(Self.quoted(form)).",
                "Known are: " + known.joined(separator: ", ") + ".")
        case .noQuality(let form):
            self.init(
                "Nothing is ever lost in the form “\(form)”, so it has no use for the key “quality”.",
                "Ask for jpg or webp, or leave “quality” out.")
        case .unknownChart:
            self.init(
                "There is no chart of this name.",
                "Give the chart in the query, such as ?line=3,1,4.")
        case .unreadableChart:
            self.init(
                "The chart of this name cannot be read.",
                "The server's operator can mend that: the file may be closed to the program, or too "
                    + "long.")
        case .notSigned:
            self.init(
                "This server draws what its operator has signed, and this address is not, or it has "
                    + "been changed since.",
                "Take it as it was given, with all of its pairs in their order. The operator signs "
                    + "others by plot --sign.")
        case .expired:
            self.init(
                "The time for which this address was given out is over.", "Ask for a new one.")
        case .noSecret:
            self.init(
                "There is no secret to sign an address with.",
                "Set PLOT_SECRET to that of the server: PLOT_SECRET=… plot --sign 'line=3,1,4'.")
        case .ended(let end): self.init(end)
        }
    }

    private init(_ end: Guard.End) {
        switch end {
        case .fault:
            self.init(
                "The program made a mistake and could not draw this chart.",
                "Nothing is wrong with the server. Please tell its operator of this address.")
        case .memory:
            self.init(
                "There is not enough memory for this chart.",
                "Ask for a smaller picture or for less data, or raise PLOT_MAX_MEMORY.")
        case .time:
            self.init(
                "This chart takes too long to draw.",
                "Ask for a smaller picture or for less data, or raise PLOT_MAX_TIME and PLOT_MAX_CPU."
            )
        case .stopped:
            self.init(
                "The server is being stopped or started anew.", "Please ask again in a moment.")
        }
    }

    /// What a client wrote, cut to a length that is pleasant to read. What has no look of its own, such as
    /// the end of a line, would break the sentence, or a terminal, and is shown as a box.
    static func quoted(_ text: String) -> String {
        var cut = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) { cut.append(scalar.isControl ? "□" : scalar) }
        guard text.unicodeScalars.dropFirst(40).isEmpty else {
            cut.removeLast()
            return "“\(String(cut))…”"
        }
        return "“\(String(cut))”"
    }
}

extension Explanation {
    private init(_ error: RequestError) {
        switch error {
        case .methodNotAllowed:
            self.init(
                "This method is not served.", "Ask by GET, HEAD or POST.")
        case .uriTooLong(let limit):
            self.init(
                "The query is longer than \(limit) bytes.",
                "Send it as a form by POST, or raise PLOT_MAX_QUERY.")
        case .headersTooLarge(let limit):
            self.init(
                "The headers are longer than \(limit) bytes.", "Send fewer or shorter headers.")
        case .badContentLength:
            self.init("The length of the body is no number.", "Send a plain Content-Length.")
        case .bodyTooShort(let expected, let got):
            self.init(
                "The body ended after \(got) of \(expected) bytes.", "Send it again, whole.")
        case .bodyTooLarge(let limit):
            self.init(
                "The body is longer than \(limit) bytes.", "Send less, or raise PLOT_MAX_BODY.")
        case .bodyTimedOut:
            self.init("The body did not arrive in time.", "Send it again, in one go.")
        case .unsupportedMediaType:
            self.init(
                "A body of this type is not understood.",
                "Send a form (application/x-www-form-urlencoded), or data as text/csv or "
                    + "application/json.")
        case .unsupportedContentEncoding:
            self.init("The body is compressed.", "Send it without Content-Encoding.")
        case .query(.tooManyParameters(let limit)):
            self.init(
                "The query has more than \(limit) keys.",
                "Put several values behind one key, parted by commas.")
        case .query(.keyTooLong(let limit, let offset)):
            self.init(
                "The key at character \(offset + 1) of the query is longer than \(limit) bytes.",
                "Keys are short words such as line or title; values stand behind an equals sign.")
        }
    }

    private init(_ error: NativeError) {
        switch error {
        case .noMark:
            self.init(
                "The query names no mark.",
                "Begin with a mark and its values, such as line=3,1,4 or bar=12,19,3.")
        case .unknownKey(let key, let nearest):
            self.init(
                "There is no key \(Self.quoted(key)).",
                (nearest.map { "Did you mean “\($0)”?" }
                    ?? "All keys are on the page that a browser gets of the bare program.")
                    + " Keys that begin with an underscore are ignored.")
        case .wrong(let key, let offset, let found, let wanted):
            let place = "In “\(key)”, at character \(offset + 1): "
            self.init(place + Self.problem(found, wanted), Self.cure(key, wanted))
        case .beforeMarks(let key):
            self.init(
                "The key “\(key)” describes a mark, and none stands before it.",
                "Put it behind the mark: line=3,1,4&\(key)=…")
        case .misplaced(let key, let mark, let takes):
            self.init(
                "The mark “\(mark)” has no use for the key “\(key)”.",
                "It takes: " + takes.joined(separator: ", ") + ".")
        case .noUse(let key, .axes(let mark)):
            self.init(
                "“\(mark)” is drawn without axes, so there is no use for “\(key)”.",
                "Leave “\(key)” out.")
        case .noUse(let key, .rightAxis):
            self.init(
                "“\(key)” is about a y axis on the right, and no mark is drawn by one.",
                "Put axis=right behind a mark, or leave “\(key)” out.")
        case .noUse(let key, .names):
            self.init(
                "Nothing stands on names that “\(key)” could put in order.",
                "Give names by labels=, or leave “\(key)” out.")
        case .tooMany(let key, let count, let most, let other):
            self.init(
                "“\(key)” has \(count) values, but “\(other)” only \(most).",
                "Give as many places as values, or leave “\(other)” out.")
        case .limit(let key, let count, let most, let setting):
            self.init(
                "“\(key)” asks for \(count), and \(most) is the limit here.",
                setting.isEmpty ? "Ask for less." : "Ask for less, or raise \(setting).")
        case .noUse(let key, .data):
            self.init(
                "“\(key)” is about the rows of a data set, and there is none.",
                "Name one by data=, or leave “\(key)” out.")
        case .noUse(let key, .columns):
            self.init(
                "No mark shows a column that “\(key)” could be for.",
                "Name a column behind a mark, such as line=2, or leave “\(key)” out.")
        case .noUse(let key, .summable):
            self.init(
                "No mark has values that “\(key)” could put together.",
                "Leave “\(key)” out, or show a column by bar= or line=.")
        case .data(let error): self.init(error)
        case .twoDataSets:
            self.init(
                "One data set was posted, and “data” names another.",
                "Leave “data” out, or ask by GET.")
        case .repeated(let key, let column, let value):
            self.init(
                "Several rows have \(Self.quoted(value)) as \(Self.quoted(column)), and “\(key)” has "
                    + "one value there.",
                "Put them together by agg=sum or agg=mean, or part them by group= or where=.")
        case .beyondReach(let key, let column):
            self.init(
                "\(Self.quoted(column)), which “\(key)” shows, has a number beyond 1e+300.",
                "Leave its row out by where=.")
        case .negativePart(let key, let column):
            self.init(
                "\(Self.quoted(column)), which “\(key)” shows, has a number below zero, and no part "
                    + "of a whole is.",
                "Leave its row out by where=, or show the column by bar=.")
        case .mixedPlaces(let times, let words):
            self.init(
                "\(Self.quoted(times)) is a column of times and \(Self.quoted(words)) is one of "
                    + "names: they have no axis in common.",
                "Make two pictures of them, or take the times for names by xscale=band.")
        case .noRow(let condition, let column, let near, let only):
            self.init(
                "No row of the data fulfils \(Self.quoted(condition)).",
                Self.cure(near: near, of: column, only))
        case .noCommonRow(let conditions):
            self.init(
                "No row of the data fulfils all of " + Self.list(conditions) + ".",
                "Leave one of them out.")
        case .tooManyComparisons(let count, let most):
            self.init(
                "The conditions of “where” compare with \(count) values, and \(most) is the most "
                    + "there may be.",
                "Leave some out, choose a range by >= and <=, or raise PLOT_MAX_COMPARISONS.")
        case .bothEnds:
            self.init(
                "“limit” keeps the first rows and “last” keeps the last ones.",
                "Leave one of them out.")
        case .empty(let key):
            self.init("The key “\(key)” is empty.", "Write a value behind it, or leave it out.")
        case .besideNames(let key, let place, let names):
            self.init(
                "“\(key)” has a value at \(place.decimalText) along x, where \(names) "
                    + (names == 1 ? "name lies." : "names lie."),
                "Name a column of these names before its first colon, or leave that part out.")
        case .boxesTwice:
            self.init(
                "Boxes stand on the values of x or on those of a group, not on both.",
                "Leave “x” or “group” out.")
        case .cannotShare(let mark, let other):
            self.init(
                "“\(mark)” and “\(other)” cannot share a picture.",
                "“\(mark)” is drawn without axes; make two pictures of it.")
        }
    }

    private static func cure(near: String?, of column: String, _ only: [String]) -> String {
        let has = only.isEmpty ? nil : "\(quoted(column)) has: \(list(only))."
        guard let near else { return has ?? "Change the condition, or leave it out." }
        return "Did you mean \(quoted(near))?" + (has.map { " " + $0 } ?? "")
    }

    private static func list(_ texts: [String]) -> String {
        texts.map { quoted($0) }.joined(separator: ", ")
    }

    private static func problem(_ found: String, _ wanted: NativeError.Wanted) -> String {
        let text = found.isEmpty ? "nothing" : quoted(found)
        switch wanted {
        case .number: return "\(text) is not a number."
        case .data: return "\(text) is neither a number nor a pair."
        case .date: return "\(text) is not a date."
        case .color: return "\(text) is not a colour."
        case .choice: return "\(text) is not known here."
        case .range: return "\(text) is not a range."
        case .size: return "\(text) is not a size."
        case .numberFormat: return "\(text) is not a number format."
        case .timeFormat: return "\(text) is not a format for times."
        case .zone: return "\(text) is not a time zone."
        case .dash: return "\(text) is not a dash."
        case .within(let low, let high):
            return "\(text) does not lie between \(low.decimalText) and \(high.decimalText)."
        case .fields(let form): return "\(text) is not of the form \(form)."
        case .above(let limit):
            return "\(text) is not above \(limit.decimalText), as a logarithmic axis needs."
        case .formula(let reason): return problem(found, reason)
        case .wholeNumber: return "\(text) is no whole number."
        case .seconds: return "\(text) is no whole number of seconds."
        case .part: return "\(text) is below zero, and no part of a whole is."
        case .rowCount: return "\(text) is not a number of rows."
        case .numberLike(let column):
            return "\(text) is no number, and \(quoted(column)) holds numbers."
        case .placeAmongNames: return "names lie along this axis, and \(text) does not lie there."
        case .columnNumber(let count, _):
            return "there is no column \(text): the data has \(count) "
                + (count == 1 ? "column." : "columns.")
        case .column: return "\(text) is not a column of the data."
        case .oneColumn: return "\(text) is a column in a list."
        case .numberColumn: return "\(text) is not a column of numbers."
        case .condition: return "\(text) is not a condition."
        case .comparison: return "this comparison has no meaning for \(text)."
        }
    }

    private static func problem(_ found: String, _ reason: FormulaError.Reason) -> String {
        switch reason {
        case .unexpected: return "\(quoted(found)) is not expected there."
        case .unfinished: return "the formula ends where a value is due."
        case .unknownName: return "\(quoted(found)) is neither a number nor a known function."
        case .wrongArguments(let expected):
            return "\(quoted(found)) takes \(expected == 1 ? "one argument" : "two arguments")."
        case .missingParenthesis: return "a parenthesis is missing."
        case .tooDeep(let most):
            return "the formula has more than \(most) parentheses, calls or powers inside each "
                + "other."
        case .tooLong(let most): return "the formula is longer than \(most) bytes."
        }
    }

    private static func cure(_ key: String, _ wanted: NativeError.Wanted) -> String {
        switch wanted {
        case .number, .data:
            return
                "Write numbers parted by commas, such as 3,1,,4 with a gap, or pairs such as 1:2,2:3.5."
        case .date: return "Write dates as 2026-01-31 or 2026-01-31T12:30."
        case .color: return "Write a name such as teal, or digits such as 3b5cc4 without the #."
        case .choice(let choices): return "Choose one of: " + choices.joined(separator: ", ") + "."
        case .range: return "Write two ends and two dots between them, such as 0..10."
        case .size: return "Write width and height in points, such as 800x400."
        case .numberFormat: return "Write a format of d3-format, such as .1f or ,d or .0%."
        case .timeFormat: return "Write a format of d3-time-format, such as %d.%m.%Y."
        case .zone(let nearest):
            return nearest.map { "Did you mean \($0)?" }
                ?? "Write a name such as Europe/Berlin, or +02:00."
        case .dash:
            return "Write lengths of line and gap, such as 6,3, or dashed, dotted or dashdot."
        case .within, .fields, .above: return "Change the value, or leave “\(key)” out."
        case .part: return "Leave it out, or show the values by bar=."
        case .wholeNumber: return "Write a number such as 10."
        case .column(let nearest, let known):
            return (nearest.map { "Did you mean \(quoted($0))? " } ?? "")
                + "There are: \(list(known))."
        case .columnNumber(_, let known):
            return "Columns are counted from 1, or called by their names: \(list(known))."
        case .seconds: return "Write how many seconds, such as 3600 for an hour."
        case .rowCount: return "Write a whole number from 1 on, such as 10."
        case .numberLike: return "Compare with a number, or choose by another column."
        case .placeAmongNames:
            return "Leave “\(key)” out, or choose what is shown by where= or limit=."
        case .oneColumn: return "A mark shows one column; write a mark for each."
        case .numberColumn: return "Name a column of numbers behind “\(key)”."
        case .condition: return "Write a column, a comparison and a value, such as tmax>20."
        case .comparison(let among):
            return "Compare by one of: " + among.joined(separator: " ") + "."
        case .formula(.unknownName(let nearest)):
            return (nearest.map { "Did you mean “\($0)”? " } ?? "")
                + "Write numbers parted by commas, or a formula in x such as sin(x)/x."
        case .formula(.tooDeep): return "Write a plainer one, or raise PLOT_MAX_FORMULA_DEPTH."
        case .formula(.tooLong): return "Write a shorter one, or raise PLOT_MAX_FORMULA."
        case .formula:
            return "Write numbers parted by commas, or a formula in x such as sin(x)/x."
        }
    }
}

extension Unicode.Scalar {
    /// Control characters, and those that turn the direction of what follows.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<32, 127..<160, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
        default: false
        }
    }
}
