import Tables

/// The parts of several pies in common rows, by their names.
struct PartsJoin {
    private var labels: [String] = []
    /// The rows of each name: a pie may have it more than once.
    private var rows: [String: [Int]] = [:]
    private var columns: [RowBlock.Column] = []

    mutating func add(_ values: [Double], called texts: [String], of name: String) {
        var used: [String: Int] = [:]
        var places: [Int] = []
        for index in values.indices {
            let label = index < texts.count ? texts[index] : ""
            let time = used[label, default: 0]
            used[label] = time + 1
            places.append(row(of: label, time))
        }
        columns.append(RowBlock.Column(Table.Column(name, .numbers(values)), rows: places))
    }

    /// The row of a name that is met for the `time`th time in one pie.
    private mutating func row(of label: String, _ time: Int) -> Int {
        let known = rows[label, default: []]
        if time < known.count { return known[time] }
        labels.append(label)
        rows[label, default: []].append(labels.count - 1)
        return labels.count - 1
    }

    var block: RowBlock? {
        guard !columns.isEmpty else { return nil }
        return RowBlock(count: labels.count, keys: [.words(of: labels)], columns: columns)
    }
}
