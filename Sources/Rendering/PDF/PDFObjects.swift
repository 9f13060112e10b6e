internal import Encoding

/// The objects of a PDF, by number, and the file that they make (ISO 32000-1, 7.5).
///
/// All that is not a stream goes into one stream of objects, and the table of places is a stream too:
/// so nothing of the file is left uncompressed that could be.
struct PDFObjects {
    private enum Object {
        case plain(PDFSyntax)
        case stream(PDFSyntax, [UInt8])
    }

    private struct Entry {
        var number: Int
        var object: Object
    }

    private var entries: [Entry] = []
    private var count = 1

    /// A number for an object to come.
    mutating func reserve() -> Int {
        count += 1
        return count - 1
    }

    mutating func add(_ text: PDFSyntax, as number: Int) {
        entries.append(Entry(number: number, object: .plain(text)))
    }

    mutating func add(_ text: PDFSyntax) -> Int {
        let number = reserve()
        add(text, as: number)
        return number
    }

    /// A stream, packed where that makes it shorter. `keys` are those of its dictionary besides its
    /// length and its filter.
    mutating func addStream(
        _ bytes: [UInt8], keys: String = "", isPacked: Bool = true
    ) throws(EncodingError) -> Int {
        let number = reserve()
        let object = try Self.stream(bytes, keys: keys, isPacked: isPacked)
        entries.append(Entry(number: number, object: object))
        return number
    }

    private static func stream(
        _ bytes: [UInt8], keys: String, isPacked: Bool = true
    ) throws(EncodingError) -> Object {
        let filter = "/Filter/FlateDecode"
        let packed = isPacked ? try Flate.compress(bytes) : bytes
        if packed.count + filter.utf8.count < bytes.count {
            return .stream(
                PDFSyntax("<<\(keys)\(filter)/Length \(packed.count)>>"), packed)
        }
        return .stream(PDFSyntax("<<\(keys)/Length \(bytes.count)>>"), bytes)
    }
}

// MARK: The file

extension PDFObjects {
    /// The whole file. The same objects give the same bytes, its identifier included.
    func file(root: Int, information: Int) throws(EncodingError) -> [UInt8] {
        var file = Array(
            "%PDF-1.7\n%\u{DF}\u{FF}\u{FF}\u{FF}\n".unicodeScalars.map {
                UInt8(truncatingIfNeeded: $0.value)
            })
        var places = Array(repeating: Place.free, count: count + 2)
        for entry in entries {
            guard case .stream(let keys, let bytes) = entry.object else { continue }
            places[entry.number] = .at(file.count)
            Self.write(keys, bytes, as: entry.number, to: &file)
        }
        places[count] = .at(file.count)
        if case .stream(let keys, let bytes) = try collection(placing: &places, in: count) {
            Self.write(keys, bytes, as: count, to: &file)
        }

        let start = file.count
        places[count + 1] = .at(start)
        let width = start < 1 << 16 ? 2 : start < 1 << 24 ? 3 : 4
        let identifier = Self.identifier(of: file)
        let table = try Self.stream(
            places.flatMap { $0.row(width: width) },
            keys: "/Type/XRef/Size \(count + 2)/W[1 \(width) 2]/Root \(root) 0 R"
                + "/Info \(information) 0 R/ID[<\(identifier)><\(identifier)>]")
        if case .stream(let keys, let bytes) = table {
            Self.write(keys, bytes, as: count + 1, to: &file)
        }
        file.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        return file
    }

    /// All plain objects, one after the other, in one stream whose number is `number`.
    private func collection(
        placing places: inout [Place], in number: Int
    ) throws(EncodingError) -> Object {
        var (head, body) = (PDFSyntax(), PDFSyntax())
        var index = 0
        for entry in entries {
            guard case .plain(let text) = entry.object else { continue }
            places[entry.number] = .inside(number, index: index)
            head.append("\(entry.number) \(body.bytes.count) ")
            body.append(text)
            body.append("\n")
            index += 1
        }
        return try Self.stream(
            head.bytes + body.bytes,
            keys: "/Type/ObjStm/N \(index)/First \(head.bytes.count)")
    }

    private static func write(
        _ keys: PDFSyntax, _ bytes: [UInt8], as number: Int, to file: inout [UInt8]
    ) {
        file.append(contentsOf: "\(number) 0 obj\n".utf8)
        file.append(contentsOf: keys.bytes)
        file.append(contentsOf: "stream\n".utf8)
        file.append(contentsOf: bytes)
        file.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    /// 32 hexadecimal digits that another file hardly has.
    private static func identifier(of file: [UInt8]) -> String {
        var text = PDFSyntax()
        for seed in [0, 1] as [UInt64] {
            let digest = Digest.of(file, seed: seed)
            for shift in [48, 32, 16, 0] as [UInt64] {
                text.hex(UInt16(truncatingIfNeeded: digest >> shift))
            }
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

/// Where a reader finds an object: an entry of the table of places (7.5.8.3).
private enum Place {
    case free
    case at(Int)
    case inside(Int, index: Int)

    /// The bytes of the entry, of which the second field has `width`.
    func row(width: Int) -> [UInt8] {
        let (kind, value, detail) =
            switch self {
            case .free: (0, 0, 0xFFFF)
            case .at(let offset): (1, offset, 0)
            case .inside(let number, let index): (2, number, index)
            }
        var row = [UInt8(kind)]
        for byte in (0..<width).reversed() {
            row.append(UInt8(truncatingIfNeeded: value >> (8 * byte)))
        }
        return row + [UInt8(truncatingIfNeeded: detail >> 8), UInt8(truncatingIfNeeded: detail)]
    }
}

/// FNV-1a, a sum over bytes by which equal ones are told from others.
enum Digest {
    static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325 &+ seed
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return sum
    }
}
