import Notation

/// What the query says lies along x.
enum Along: Sendable {
    case nothing
    case numbers([Double])
    case times([Double])
    case names([String])
    case range(Double, Double, isTime: Bool)

    init(_ chart: ChartSettings) throws(NativeError) {
        if let along = chart.columnAlong {
            self = along
            return
        }
        if let labels = chart.labels {
            self = .names(labels.list)
            return
        }
        guard let value = chart.x else {
            self = .nothing
            return
        }
        if chart.xAxis.kind == .bands {
            self = .names(value.list)
        } else if value.text.ends != nil {
            self = try Self.range(value, chart)
        } else {
            self = try Self.list(value, chart)
        }
    }

    private static func range(_ value: KeyValue, _ chart: ChartSettings) throws(NativeError)
        -> Along
    {
        let (low, high) = try value.range(in: chart.zone)
        guard let low, let high, low != high else { throw value.wrong(.range) }
        let first = value.text.ends?.0.trimmed ?? ""
        return .range(low, high, isTime: Double(decimal: first) == nil || chart.xAxis.kind == .time)
    }

    private static func list(_ value: KeyValue, _ chart: ChartSettings) throws(NativeError) -> Along
    {
        if chart.xAxis.kind != .time, let numbers = Values.numbers(in: value.text) {
            return .numbers(numbers)
        }
        let reader = TimeReader(zone: chart.zone)
        var times: [Double] = []
        for item in value.items {
            let text = item.text.trimmed
            if text.isEmpty || text == "_" {
                times.append(.nan)
            } else if let reading = reader.instant(of: text) {
                times.append(reading)
            } else if chart.xAxis.kind == .time {
                throw value.wrong(.date, at: item.offset, found: text)
            } else {
                return .names(value.list)
            }
        }
        return .times(times)
    }

    var names: [String]? {
        if case .names(let names) = self { names } else { nil }
    }
}
