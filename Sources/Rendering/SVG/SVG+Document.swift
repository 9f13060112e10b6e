extension SVG {
    /// The text of the document as far as it is written.
    struct Document {
        private var bytes: [UInt8] = []
        /// Where the names of ids begin, which are not known before the end.
        private var idPlaces: [Int] = []
        private var idCount = 0

        enum ID {
            case title, description
            case number(Int)
        }

        mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

        mutating func write(_ data: [UInt8]) { bytes += data }

        mutating func write(_ hundredths: Int) { bytes.append(hundredths: hundredths) }

        /// An attribute that is a length.
        mutating func write(_ name: String, _ hundredths: Int) {
            write(" ")
            write(name)
            write("=\"")
            write(hundredths)
            write("\"")
        }

        /// An attribute of characters that need no escape.
        mutating func write(_ name: String, _ value: String) {
            write(" ")
            write(name)
            write("=\"")
            write(value)
            write("\"")
        }

        // MARK: Text

        /// Text as content of an element, without the characters that XML has no room for.
        mutating func write(escaped text: String) {
            for scalar in text.unicodeScalars { write(scalar) }
        }

        /// Text that stays on one line. A tab is a space, as it is for who measured it.
        mutating func write(line text: String) {
            for scalar in text.unicodeScalars where scalar != "\n" {
                write(scalar == "\t" ? " " : scalar)
            }
        }

        private mutating func write(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "&": write("&amp;")
            case "<": write("&lt;")
            case ">": write("&gt;")
            default: if scalar.isWritten { bytes.append(contentsOf: scalar.utf8) }
            }
        }

        // MARK: Ids

        mutating func newID() -> Int {
            defer { idCount += 1 }
            return idCount
        }

        mutating func write(id: ID) {
            idPlaces.append(bytes.count)
            for _ in 0..<Self.nameLength { bytes.append(UInt8(ascii: "_")) }
            switch id {
            case .title: write("t")
            case .description: write("d")
            case .number(let number): write("\(number)")
            }
        }

        private static let nameLength = 7

        /// All that was written, every id with a name that follows from it.
        func finished() -> [UInt8] {
            var finished = bytes
            let letters = Array("abcdefghijklmnopqrstuvwxyz012345".utf8)
            let hash = self.hash
            for place in idPlaces {
                // An id begins with a letter, so the first of them has sixteen to choose from.
                finished[place] = letters[Int(hash & 15)]
                for index in 1..<Self.nameLength {
                    finished[place + index] = letters[Int(hash >> UInt64(5 * index) & 31)]
                }
            }
            return finished
        }

        /// FNV-1a (Fowler, Noll and Vo), folded, since its upper bits are the better mixed ones.
        private var hash: UInt64 {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return hash ^ hash >> 32
        }
    }
}

extension Unicode.Scalar {
    /// Controls and what is no character stay out of the document, all but the line break; so do
    /// the separators of lines and paragraphs, and what turns the direction of what follows.
    fileprivate var isWritten: Bool {
        switch value {
        case 0x0A: true
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: false
        default: true
        }
    }
}
