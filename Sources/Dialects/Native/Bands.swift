import Notation

/// The names along x, each with a place of its own.
struct Bands {
    private(set) var names: [String]
    /// Where each name stands first, once there are more of them than are quickly looked through.
    private var places: [String: Int] = [:]
    /// The number that the first band stands for, and what lies between two.
    private let first: Double
    private let step: Double

    private static let few = 32

    init(_ names: [String] = [], first: Double = 1, step: Double = 1) {
        self.names = []
        self.first = first
        self.step = step
        for name in names { append(name) }
    }

    mutating func append(_ name: String) {
        names.append(name)
        if names.count == Self.few {
            for (place, name) in names.enumerated() where places[name] == nil {
                places[name] = place
            }
        } else if names.count > Self.few, places[name] == nil {
            places[name] = names.count - 1
        }
    }

    mutating func include(_ name: String) {
        if place(of: name) == nil { append(name) }
    }

    func place(of name: String) -> Int? {
        names.count < Self.few ? names.firstIndex(of: name) : places[name]
    }

    /// A number means the band of that name, or else a place in the row that the bands stand for:
    /// 2.5 lies between the second and the third.
    func place(of number: Double) -> Double {
        guard number.isFinite else { return number }
        return place(of: number.decimalText).map(Double.init) ?? (number - first) / step
    }
}
