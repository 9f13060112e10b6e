import Notation
import Tables

extension Key where Settings == ChartSettings {
    /// The keys about data sets.
    static let ofData: [Key] = [
        Key(
            "data", "the name of a data set, such as weather.csv",
            "Marks show its columns: line=tmax, or line=2 for the second; scatter=hp:mpg for pairs; "
                + "formulas such as line=tmax-tmin; * for the number of rows. Lines run along x, "
                + "in whatever order the rows stand, unless sort=none keeps it.",
            example: "data=weather.csv&x=date&line=tmin&line=tmax"
        ) { settings, value throws(NativeError) in
            try value.refuseEmpty()
            settings.data.name = value
        },
        Key(
            "where", "COLUMN = VALUE; also != < <= > >=, ~ for has and !~ for has not",
            "Only rows for which this holds. VALUE can be several, A|B, and _ is a missing one. "
                + "Of several such keys all have to hold.",
            example: "data=stations.csv&where=station=Oslo%7CRome&x=date&line=tmax&group=station"
        ) { settings, value throws(NativeError) in
            try value.refuseEmpty()
            settings.data.conditions.append(value)
        },
        Key(
            "group", "a column", "A series for each of its values.",
            example: "data=stations.csv&x=date&line=tmax&group=station"
        ) { settings, value throws(NativeError) in
            try value.refuseEmpty()
            settings.data.group = value
        },
        Key(
            "agg", "sum mean median min max count",
            "Makes one value of those that have the same x, and the same group.",
            example: "data=stations.csv&x=station&bar=tmax&agg=mean"
        ) { settings, value throws(NativeError) in
            try value.refuseEmpty()
            settings.data.aggregate = try value.choice(
                Aggregate.allCases.filter { $0 != .first }.map { ($0.rawValue, $0) })
        },
        Key(
            "limit", "how many",
            "Only the first rows, after where, agg and sort; with group, so many places along x.",
            example: "data=stations.csv&x=station&bar=rain&agg=sum&sort=down&limit=2"
        ) { settings, value throws(NativeError) in
            if case .last? = settings.data.limit { throw .bothEnds }
            settings.data.limit = .first(try value.count())
        },
        Key(
            "last", "how many", "Only the last rows, as with limit: of a line those at its end.",
            example: "data=stations.csv&where=station=Oslo&x=date&line=tmax&last=5"
        ) { settings, value throws(NativeError) in
            if case .first? = settings.data.limit { throw .bothEnds }
            settings.data.limit = .last(try value.count())
        },
    ]
}

extension KeyValue {
    func refuseEmpty() throws(NativeError) {
        if text.trimmed.isEmpty { throw .empty(key: key) }
    }

    fileprivate func count() throws(NativeError) -> Int {
        try refuseEmpty()
        guard let number = Double(decimal: text.trimmed), number == number.rounded(),
            1...1e9 ~= number
        else { throw wrong(.rowCount) }
        return Int(number)
    }
}

extension ChartSettings {
    /// Without a data set, refuses what is about its rows.
    func refuseKeysOfData() throws(NativeError) {
        for key in given where ["where", "group", "agg", "limit", "last"].contains(key) {
            throw .noUse(key: key, .data)
        }
        if let order = data.order { throw order.wrong(.choice(Self.sorts.map { $0.0 })) }
    }
}
