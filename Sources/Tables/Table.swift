/// Values in columns of equal length, each column of one kind: what a data set is read into, and what
/// a chart gives back as its data.
package struct Table: Equatable, Sendable {
    package struct Column: Equatable, Sendable {
        package var name: String
        package var values: Values

        package init(_ name: String, _ values: Values) {
            self.name = name
            self.values = values
        }
    }

    package enum Values: Equatable, Sendable {
        /// What is missing is no number.
        case numbers([Double])
        /// Milliseconds since 1970-01-01 00:00 UTC. What is missing is no number.
        case times([Double])
        /// The number of each value's text in a list without repetitions; -1 where it is missing.
        case words([Int32], texts: [String])
    }

    package var columns: [Column] = []

    package init(_ columns: [Column] = []) { self.columns = columns }

    package var rowCount: Int { columns.first?.values.count ?? 0 }
}

extension Table.Values {
    package var count: Int {
        switch self {
        case .numbers(let numbers), .times(let numbers): numbers.count
        case .words(let codes, _): codes.count
        }
    }
}
