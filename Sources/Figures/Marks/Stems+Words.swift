extension Stems {
    package var kind: ChartKind { .stems }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        var voices = voices
        voices.x = voices.x.tuned(to: xs)
        let sorted = Listing(ys, at: xs, by: voices).pairs
        let (xs, ys) = (sorted.map { $0.x }, sorted.map { $0.y })
        let course = Course(of: ys, at: xs, by: voices)
        words.sentences = [course.sentence(of: ys, at: xs, by: voices)]
        words.count = self.xs.count
        words.isDiscrete = true
        (words.xs, words.ys, words.course) = (xs, ys, course)
        return words
    }
}

extension ChartKind {
    static let stems = ChartKind("Stem chart", "stems", "stems", compare: Ranking.lines)
}
