internal import FontFiles
internal import Scenes

extension Font.Face {
    /// The face's file. It lies in the program, so its bytes never move and never go.
    var embedded: EmbeddedFile {
        switch self {
        case .inter: unsafe fontInterRegular
        case .interSemiBold: unsafe fontInterSemiBold
        case .liberationSans: unsafe fontLiberationSansRegular
        case .liberationSansBold: unsafe fontLiberationSansBold
        case .dejaVuSans: unsafe fontDejaVuSans
        }
    }
}

/// The numbers in a font file, by their offsets in bytes.
///
/// What lies outside the file reads as 0, which every table takes for "nothing here". So a wrong
/// offset ends a search; it cannot trap.
@safe struct FontFile {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ face: Font.Face) {
        let file = unsafe face.embedded
        unsafe bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
    }

    func unsigned16(at offset: Int) -> Int {
        guard unsafe offset >= 0 && offset < bytes.count - 1 else { return 0 }
        return unsafe Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    }

    func signed16(at offset: Int) -> Int {
        Int(Int16(truncatingIfNeeded: unsigned16(at: offset)))
    }

    func unsigned32(at offset: Int) -> Int {
        unsigned16(at: offset) << 16 | unsigned16(at: offset + 2)
    }

    /// Where the table begins, if the file has it.
    func table(_ tag: Tag) -> Int? {
        for index in 0..<unsigned16(at: 4) {
            let record = 12 + 16 * index
            if unsigned32(at: record) == tag.rawValue { return unsigned32(at: record + 8) }
        }
        return nil
    }
}

/// The four letters that name a table, a script or a feature, as one number.
enum Tag: Int {
    case gpos = 0x4750_4F53
    case kern = 0x6B65_726E
    case latn = 0x6C61_746E
    case dflt = 0x4446_4C54
}
