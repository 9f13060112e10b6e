/// Names of columns, of which no two are the same.
enum UniqueNames {
    /// Repetitions get a number behind them, from 2 on, that makes no name of another column:
    /// `value`, `value 2`.
    static func names(_ names: [String]) -> [String] {
        var taken = Set(names)
        guard taken.count < names.count else { return names }
        var seen: Set<String> = []
        // Where the search for a name's next number goes on.
        var counts: [String: Int] = [:]
        return names.map { name in
            if seen.insert(name).inserted { return name }
            var count = counts[name] ?? 2
            while taken.contains("\(name) \(count)") { count += 1 }
            counts[name] = count + 1
            let unique = "\(name) \(count)"
            taken.insert(unique)
            return unique
        }
    }
}
