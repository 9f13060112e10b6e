import Tables

/// Which rows some marks share, and what of them they show.
struct SheetPlan {
    enum Role: Equatable {
        /// At places along x, which may be the marks' own.
        case placed(ColumnExpression, isOwn: Bool)
        /// One value after the other.
        case numbered
        /// Without places or order.
        case samples
        /// A box for each value of a column.
        case boxes(ColumnExpression)
        /// Slices, which may have names.
        case parts(ColumnExpression?)
        /// Lines across the chart, to which neither groups nor sums mean anything.
        case rules
    }

    /// What a mark shows, and where that is in the table of the sheet.
    struct Mark {
        let draft: Int
        var values: [Shown] = []
        var words: Shown?
        var errors: [Shown] = []
    }

    struct Shown {
        let expression: ColumnExpression
        let source: DataSet.Source
        var column = 0
    }

    let role: Role
    var x: DataSet.Source?
    var marks: [Mark] = []

    var expression: ColumnExpression? {
        switch role {
        case .placed(let x, _), .boxes(let x): x
        case .parts(let names): names
        case .numbered, .samples, .rules: nil
        }
    }

    var isOwn: Bool {
        if case .placed(_, true) = role { true } else { false }
    }

    var areBoxes: Bool {
        if case .boxes = role { true } else { false }
    }

    var areParts: Bool {
        if case .parts = role { true } else { false }
    }

    /// Whether rows that have the same place can be put together.
    var areSummable: Bool {
        switch role {
        case .placed, .numbered, .parts: true
        case .samples, .boxes, .rules: false
        }
    }
}
