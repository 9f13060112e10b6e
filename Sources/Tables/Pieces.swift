/// The text of a data set, a piece at a time: what is still needed of the last piece is carried over.
struct Pieces {
    /// The text from the first byte that is still needed, up to `count`. Behind it lies what is of no meaning.
    private(set) var bytes: [UInt8]
    private(set) var count = 0
    /// Whether `bytes` reach the end.
    private(set) var isLast = false
    private let source: ByteSource
    private let limits: TableLimits
    private var inflater: Inflater?
    private var total = 0

    /// Room of a piece, small enough for the processor's second cache.
    static let size = 256 << 10

    /// Fills the first piece.
    init(_ source: ByteSource, limits: TableLimits, size: Int = Pieces.size) throws(DataError) {
        self.source = source
        self.limits = limits
        bytes = [UInt8](repeating: 0, count: max(size, 16))
        try fill()
        guard count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B else { return }
        inflater = Inflater(source, after: bytes.span.extracting(first: count))
        (count, total, isLast) = (0, 0, false)
        try fill()
    }

    /// Lets go of the bytes before `place`, and reads on. Where none can go the room is doubled.
    mutating func advance(to place: Int) throws(DataError) {
        let size = bytes.count
        if place == 0, count == size {
            bytes.append(contentsOf: repeatElement(0, count: size))
        }
        if place > 0 {
            let rest = place..<count
            var span = bytes.mutableSpan
            for index in rest { span[index - place] = span[index] }
        }
        count -= place
        try fill()
    }

    /// Reads all of the text, of which nothing was let go.
    mutating func readAll() throws(DataError) {
        while !isLast { try advance(to: 0) }
    }

    /// Ends the text with a byte of the reader's own.
    mutating func append(_ byte: UInt8) {
        if count < bytes.count { bytes[count] = byte } else { bytes.append(byte) }
        count += 1
    }

    private mutating func fill() throws(DataError) {
        while !isLast, count < bytes.count {
            let read = try readSome()
            isLast = read == 0
            count += read
            total += read
            guard total <= limits.bytes else {
                throw .limit(.bytes, most: limits.bytes, setting: "PLOT_MAX_DATA")
            }
        }
    }

    private mutating func readSome() throws(DataError) -> Int {
        let (source, inflater, free) = (source, inflater, count..<bytes.count)
        var span = bytes.mutableSpan
        var room = span._mutatingExtracting(free)
        if let inflater { return try inflater.read(into: &room) }
        do { return try source.read(into: &room) } catch { throw .source(error) }
    }
}
