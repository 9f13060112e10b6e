internal import Notation

/// Looks through an object of JSON for the table in it.
///
/// That is an array of records or of rows, which may lie in objects inside each other. Where there is no
/// such array it is an object with arrays of values, which are its columns; what else that object has
/// only says something about them. An array of arrays beside arrays of values is a column too.
struct JSONSurvey {
    /// A place where a table is, and the way to it.
    struct Candidate {
        /// Before the array, or at the object's first member.
        var walk: JSONWalk
        var name: String
    }

    /// So many are named where there are several.
    private static let most = 4
    /// More bytes of a name are not looked at.
    private static let longest = 200

    /// Arrays whose first item is an object or an array.
    private(set) var arrays: [Candidate] = []
    /// Objects with arrays of values, of which one is not empty.
    private(set) var objects: [Candidate] = []
    /// Objects all of whose arrays are empty.
    private(set) var empties: [Candidate] = []
    /// Whether more values follow the object.
    private(set) var isSequence = false

    /// The names of the members that lead to where the survey is.
    private var path: [JSONText] = []

    /// Goes through the object that `walk` begins with.
    init(_ bytes: Span<UInt8>, _ walk: JSONWalk) throws(DataError) {
        var walk = walk
        _ = try walk.next(bytes)
        try survey(bytes, &walk)
        isSequence = try walk.next(bytes) != .end
    }

    /// The one place where the table is; nil where there is none.
    func table() throws(DataError) -> (candidate: Candidate, isArray: Bool)? {
        for found in [arrays, objects] where !found.isEmpty {
            guard found.count == 1 else { throw .severalTables(found.map { $0.name }) }
        }
        if let array = arrays.first { return (array, true) }
        if let object = objects.first { return (object, false) }
        guard empties.count <= 1 else { throw .empty }
        return empties.first.map { ($0, false) }
    }

    /// What the object that was begun has. Nesting is as deep as tokens allow at most.
    private mutating func survey(
        _ bytes: Span<UInt8>, _ walk: inout JSONWalk
    ) throws(DataError) {
        let start = walk
        let outer = (objects: objects.count, empties: empties.count)
        var nested: [Candidate] = []
        var (hasValues, hasEmpty) = (false, false)
        while try walk.next(bytes) == .name {
            path.append(walk.text)
            let before = walk
            switch try walk.next(bytes) {
            case .beginObject: try survey(bytes, &walk)
            case .beginArray:
                switch try Self.firstItem(bytes, walk) {
                case .beginObject: add(before, bytes, to: &arrays)
                case .beginArray where arrays.count < Self.most:
                    add(before, bytes, to: &nested)
                case .beginArray: break
                case .endArray: hasEmpty = true
                default: hasValues = true
                }
                try walk.skipRest(of: .beginArray, bytes)
            default: break
            }
            path.removeLast()
        }
        if hasValues {
            objects.removeLast(objects.count - outer.objects)
            add(start, bytes, to: &objects)
        } else if !nested.isEmpty {
            arrays = Array((arrays + nested).prefix(Self.most))
        } else if hasEmpty {
            empties.removeLast(empties.count - outer.empties)
            add(start, bytes, to: &empties)
        }
    }

    private static func firstItem(
        _ bytes: Span<UInt8>, _ walk: JSONWalk
    ) throws(DataError) -> JSONTokens.Token {
        var walk = walk
        return try walk.next(bytes)
    }

    private func add(_ walk: JSONWalk, _ bytes: Span<UInt8>, to found: inout [Candidate]) {
        guard found.count < Self.most else { return }
        found.append(Candidate(walk: walk, name: name(bytes)))
    }

    /// The way to where the survey is, with points between its members, as much of it as an error shows.
    private func name(_ bytes: Span<UInt8>) -> String {
        var name: [UInt8] = []
        for text in path where name.count < Self.longest {
            if !name.isEmpty { name.append(UInt8(ascii: ".")) }
            var text = text
            text.range = text.range.prefix(Self.longest)
            name += text.utf8(in: bytes)
        }
        return CellText.excerpt(name.span)
    }
}
