/// A key of the answer rather than of the chart, as the manual tells of it.
struct AnswerKey {
    let name: String
    /// What may stand behind the equals sign.
    let form: String
    let summary: String
    /// A whole query that shows it.
    let example: String
}

extension Order {
    /// The keys that an order takes out of a query before the chart is read.
    static let keys = [
        AnswerKey(
            name: "format", form: "a form",
            summary:
                "The form of the answer, where the path has no ending. In the place of a mark's "
                + "key it is how the mark's numbers are written.",
            example: "line=3,1,4,1,5&format=svg"),
        AnswerKey(
            name: "quality", form: "1 to 100",
            summary: "How true a JPEG or a WebP is: 90 and 100 if not said otherwise.",
            example: "line=3,1,4,1,5&format=jpg&quality=30"),
        AnswerKey(
            name: "cache", form: "seconds",
            summary: "For how long browsers and proxies may keep the answer; 0 lets them ask each "
                + "time.",
            example: "line=3,1,4,1,5&cache=600"),
        AnswerKey(
            name: "expires", form: "seconds since 1970",
            summary: "Until when the answer is given. Of use where addresses are signed.",
            example: "line=3,1,4,1,5&expires=4102444800"),
        AnswerKey(
            name: "sig", form: "hexadecimal digits",
            summary: "The signature that plot --sign makes, where the operator asks for one.",
            example: "line=3,1,4,1,5&sig=1b"),
        AnswerKey(
            name: "download", form: "1",
            summary: "Lets a browser save the answer, under the name in the path or the title.",
            example: "line=3,1,4,1,5&title=Requests&download=1"),
        AnswerKey(
            name: "errors", form: "page or image",
            summary: "How an error looks, whoever asks.",
            example: "line=3,1,4,1,5&errors=image"),
    ]
}
