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
        if let numbers = Values.numbers(in: value.text) {
            if chart.xAxis.kind != .time { return .numbers(numbers) }
            if let times = timestamps(numbers, value) { return .times(times) }
        }
        var reader = TimeReader(zone: chart.zone)
        if value.text.utf8.contains(UInt8(ascii: "/")) {
            reader = reader.settled(by: value.items.map { $0.text.trimmed })
        }
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

    /// Numbers that are times if the first is no year or date.
    private static func timestamps(_ numbers: [Double], _ value: KeyValue) -> [Double]? {
        guard let first = numbers.firstIndex(where: { !$0.isNaN }) else { return nil }
        let text = value.items[first].text.trimmed
        guard TimestampUnit.isOne(text.utf8.span),
            numbers.allSatisfy({ !($0.magnitude >= TimestampUnit.bound) })
        else { return nil }
        var instants = numbers
        TimestampUnit(of: numbers.span).makeInstants(of: &instants)
        return instants
    }

    var names: [String]? {
        if case .names(let names) = self { names } else { nil }
    }
}
