extension Texts {
    package var name: String { "" }

    package var kind: ChartKind { .texts }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, "", voices)
        var voices = voices
        voices.x = voices.x.tuned(to: xs)
        var notes: [String] = []
        var more = 0
        for index in 0..<min(xs.count, ys.count, texts.count)
        where xs[index].isFinite && ys[index].isFinite && !texts[index].isEmpty {
            guard notes.count < 4 else {
                more += 1
                continue
            }
            notes.append(
                texts[index].spoken(upTo: 100) + " (" + voices.x.text(xs[index]) + ", "
                    + voices.y.text(ys[index]) + ")")
        }
        guard !notes.isEmpty else { return words }
        let rest = more > 0 ? " and \(English.number(more)) more" : ""
        words.sentences = [
            (notes.count == 1 ? "Note: " : "Notes: ") + English.row(notes) + rest + "."
        ]
        return words
    }
}

extension ChartKind {
    static let texts = ChartKind(
        "Chart of notes", "a note", "notes", member: "note", role: .note)
}
