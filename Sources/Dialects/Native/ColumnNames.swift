/// The columns of a data set as its header calls them, and how a query may call them.
struct ColumnNames {
    let names: [String]

    /// Without a header the columns are called by their numbers, which say nothing about them.
    var areNumbers: Bool { names.enumerated().allSatisfy { $1 == "\($0 + 1)" } }

    /// The column of this name; of names that differ in small letters and capitals alone, exactly this
    /// one.
    func column(named text: String) -> Int? {
        if let exact = names.firstIndex(of: text) { return exact }
        let text = Array(text.utf8)
        let like = names.indices.filter { names[$0].utf8.isEqual(ignoringCase: text) }
        return like.count == 1 ? like[0] : nil
    }

    /// The column of this name or of this number, which counts from 1.
    func column(_ text: String) -> Int? {
        if let named = column(named: text) { return named }
        guard !text.isEmpty, text.utf8.count < 10, text.utf8.allSatisfy({ 48...57 ~= $0 }),
            let number = Int(text), names.indices.contains(number - 1)
        else { return nil }
        return number - 1
    }

    /// What is wanted where `text` names no column: the nearest name, and what others there are.
    func wanted(near text: String) -> NativeError.Wanted {
        let known = Array(names.prefix(Self.told))
        if Self.isNumber(text) { return .columnNumber(count: names.count, known: known) }
        return .column(nearest: Spelling.nearest(to: text, among: names), known: known)
    }

    /// Whether a text can only be meant as the number of a column.
    static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        return !digits.isEmpty && digits.allSatisfy { 48...57 ~= $0 }
    }

    /// More names than these are no help.
    private static let told = 12
}

extension String.UTF8View {
    func isEqual(ignoringCase other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return zip(self, other).allSatisfy { a, b in
            a == b || (a ^ b == 32 && 97...122 ~= a | 32)
        }
    }
}
