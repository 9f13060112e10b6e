/// One way in for bytes from outside, and what holds whatever they are.
struct Entry: Sendable {
    let name: String
    /// What is wrong with what the program made of the bytes; nil where nothing is.
    let fault: @Sendable ([UInt8]) -> String?
    /// Inputs to begin with besides those that were kept: what the manual shows.
    var seeds: [String] = []
    /// Words of the language, which bytes changed at random would hardly find.
    var words: [String] = []

    static let all: [Entry] = [
        .query, .percent, .formula, .numbers, .dates, .formats, .table, .json, .saved, .headers,
        .fastcgi, .plot,
    ]
}

/// The first of some promises that is broken.
struct Promises {
    private(set) var fault: String?

    mutating func hold(_ isKept: Bool, _ promise: @autoclosure () -> String) {
        if fault == nil, !isKept { fault = promise() }
    }
}
