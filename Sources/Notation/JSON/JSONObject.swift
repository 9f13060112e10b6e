/// An object of JSON's: its members in the order in which their names first came.
package struct JSONObject: Equatable, Sendable {
    package private(set) var names: [String] = []
    package private(set) var values: [JSON] = []
    /// Where each name stands, once a search from the first to the last would take long.
    private var places: [String: Int] = [:]

    package init() {}

    package static func == (one: JSONObject, other: JSONObject) -> Bool {
        one.names == other.names && one.values == other.values
    }

    /// The value of a member, nil where there is none of this name. The last one of a name holds.
    package subscript(name: String) -> JSON? {
        place(of: name).map { values[$0] }
    }

    mutating func set(_ name: String, to value: JSON) {
        if let place = place(of: name) {
            values[place] = value
            return
        }
        names.append(name)
        values.append(value)
        guard names.count > Self.few else { return }
        if places.isEmpty {
            for (place, name) in names.enumerated() { places[name] = place }
        } else {
            places[name] = names.count - 1
        }
    }

    private static let few = 16

    private func place(of name: String) -> Int? {
        places.isEmpty ? names.firstIndex(of: name) : places[name]
    }
}
