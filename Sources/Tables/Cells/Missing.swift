/// Whether a cell says that there is no value: nothing at all, or one of the words that programs write.
func isMissing(_ cell: Span<UInt8>) -> Bool {
    switch cell.count {
    case 0: true
    case 1: cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: ".")
    case 2: spells(cell, "na") || spells(cell, "--")
    case 3: spells(cell, "nan") || spells(cell, "n/a")
    case 4:
        spells(cell, "null") || spells(cell, "none") || spells(cell, "#n/a")
            || spells(cell, "n.a.")
    default: false
    }
}

/// In any case; `word` is as long as the cell, and in small letters.
func spells(_ cell: Span<UInt8>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
        for index in cell.indices
        where unsafe cell[index] != letters[index] && cell[index] | 0x20 != letters[index] {
            return false
        }
        return true
    }
}
