import Figures

/// What the axes and the marks of one panel say.
struct PanelDescription {
    private(set) var sentences: [String] = []
    private let panel: Panel
    private let extents: [Extent]
    /// What each layer says.
    private var told: [Words] = []

    /// More marks of a kind than these do not speak one by one.
    private static let most = 6

    /// `all` are the layers of the whole figure, of which those of the panel come after `before` others.
    init(of panel: Panel, among all: [Layer], before: Int, hasRatios: Bool) {
        self.panel = panel
        extents = panel.extents
        told.reserveCapacity(panel.layers.count)
        for (index, layer) in panel.layers.enumerated() {
            var voices = Voices(
                x: voice(ofAxis: layer.x), y: voice(ofAxis: layer.y),
                subject: layer.name.spoken(upTo: 60))
            voices.members = all.count { $0.kind.chart == layer.kind.chart }
            voices.hasRatios = hasRatios
            if voices.subject.isEmpty {
                let number = all[...(before + index)].count { $0.kind.chart == layer.kind.chart }
                voices.subject = layer.kind.subject(number, isOnly: voices.members == 1)
            }
            if isOnSecondAxis(layer) { voices.subject += " (\(sideName(of: layer.y)) axis)" }
            told.append(layer.words(voices))
        }
        sentences += xAxis + yAxes
        describeMarks()
        describeRules()
    }

    private func voice(ofAxis index: Int) -> AxisVoice {
        guard panel.axes.indices.contains(index) else {
            return AxisVoice(Axis(.bottom), showing: Extent())
        }
        return AxisVoice(panel.axes[index], showing: extents[index])
    }

    // MARK: Axes

    /// The layers that show data, by their places.
    private var main: [Int] { told.indices.filter { told[$0].kind.role == .data } }

    private var yIndices: [Int] {
        var indices: [Int] = []
        for layer in panel.layers where layer.kind.role == .data && !indices.contains(layer.y) {
            indices.append(layer.y)
        }
        return indices
    }

    private func isOnSecondAxis(_ layer: Layer) -> Bool {
        layer.kind.role == .data && yIndices.count > 1 && layer.y != yIndices.min()
    }

    private func sideName(of index: Int) -> String {
        switch panel.axes.indices.contains(index) ? panel.axes[index].side : .left {
        case .bottom: "bottom"
        case .left: "left"
        case .top: "top"
        case .right: "right"
        }
    }

    private func name(ofAxis axis: Axis) -> String {
        axis.side.isHorizontal ? "Horizontal axis" : "Vertical axis"
    }

    private var xAxis: [String] {
        guard let first = main.first, panel.axes.indices.contains(panel.layers[first].x) else {
            return []
        }
        let index = panel.layers[first].x
        let axis = panel.axes[index]
        var voice = told[first].voices.x
        if let placed = main.first(where: { !told[$0].xs.isEmpty }) {
            // Sampled places are told as they are, and sampled times as finely as is worth it.
            let areSampled = voice.isTime && told[placed].count == nil
            voice = voice.tuned(to: told[placed].xs, areSampled: areSampled)
        }
        let title = axis.title.spoken(upTo: 80)
        let name = name(ofAxis: axis)
        let range = range(ofX: index, voice)
        let count = counted ?? named(by: voice)
        let kinds = voice.isLogarithmic ? ", logarithmic" : ""
        if title.isEmpty, kinds.isEmpty {
            if let count {
                return [(range.isEmpty ? count : count + " " + range).firstCapital + "."]
            }
            if range.isEmpty { return [] }
            return [voice.isTime ? range.firstCapital + "." : name + " " + range + "."]
        }
        var text = name + (title.isEmpty ? "" : ": " + title) + kinds
        if let count { text += ", " + count }
        if !range.isEmpty { text += (count == nil ? ", " : " ") + range }
        return [English.sentence(text)]
    }

    /// From where to where the values lie along x; empty where the marks say so or it means nothing.
    private func range(ofX index: Int, _ voice: AxisVoice) -> String {
        guard !voice.isNumbering else { return "" }
        var reach = Extent()
        for place in main where panel.layers[place].x == index {
            let words = told[place]
            guard !words.tellsPlaces else { return "" }
            reach.unite(words.reach ?? panel.layers[place].extents.x)
        }
        guard !reach.isEmpty else { return "" }
        let low = max(reach.low, voice.axis.lower ?? reach.low)
        let high = min(reach.high, voice.axis.upper ?? reach.high)
        return low < high ? voice.range(low, high) : ""
    }

    /// `24 values each`; nil where the marks have no number of values in common.
    private var counted: String? {
        var count: Int?
        for place in main {
            guard let own = told[place].count, count == nil || count == own else {
                return nil
            }
            count = own
        }
        guard let count, count > 1 else { return nil }
        return English.count(count, "value", "values") + (main.count > 1 ? " each" : "")
    }

    /// `Values for Q1, Q2 and Q3`, where several marks list theirs without saying so.
    private func named(by voice: AxisVoice) -> String? {
        guard !voice.isNumbering,
            let first = main.first(where: { !told[$0].listed.isEmpty })
        else { return nil }
        let listed = told[first].listed
        return "values for " + English.list(listed.map { voice.text($0) })
    }

    private var yAxes: [String] {
        let indices = yIndices.filter { panel.axes.indices.contains($0) }
        return indices.compactMap { index in
            let axis = panel.axes[index]
            let voice = voice(ofAxis: index)
            let own = main.filter { panel.layers[$0].y == index }
            let name =
                indices.count > 1
                ? sideName(of: index).firstCapital + " axis" : name(ofAxis: axis)
            var facts: [String] = []
            if voice.isLogarithmic { facts.append("logarithmic") }
            if case .symmetricLogarithmic = axis.kind {
                facts.append("logarithmic on both sides of zero")
            }
            if isRanged(own), let range = range(ofY: index, voice) { facts.append(range) }
            let title = axis.title.spoken(upTo: 80)
            if title.isEmpty {
                return facts.isEmpty ? nil : name + " " + English.row(facts) + "."
            }
            return English.sentence(English.row([name + ": " + title] + facts))
        }
    }

    /// Whether the marks leave it to the axis to say how far their values reach.
    private func isRanged(_ places: [Int]) -> Bool {
        places.contains { place in
            switch told[place].kind.range {
            case .always: true
            case .ofSeveral: places.count > 1
            case .never: false
            }
        }
    }

    private func range(ofY index: Int, _ voice: AxisVoice) -> String? {
        let low = max(extents[index].low, voice.axis.lower ?? extents[index].low)
        let high = min(extents[index].high, voice.axis.upper ?? extents[index].high)
        return low < high ? voice.range(low, high) : nil
    }

    // MARK: Marks

    private mutating func describeMarks() {
        let main = main
        for (number, place) in main.enumerated() {
            let kind = told[place].kind
            let y = panel.layers[place].y
            let isTold = main[..<number].contains {
                told[$0].kind.chart == kind.chart && panel.layers[$0].y == y
            }
            if isTold { continue }
            let group = main.filter {
                told[$0].kind.chart == kind.chart && panel.layers[$0].y == y
            }
            let isAll = group.count > Self.most
            if !isAll { for member in group { sentences += told[member].sentences } }
            guard group.count > 1 else { continue }
            sentences += kind.compare(group.map { told[$0] }, told[place].voices, isAll)
        }
        for words in told where words.kind.role == .note { sentences += words.sentences }
    }

    // MARK: Rules

    private mutating func describeRules() {
        for place in told.indices where panel.layers[place].kind.role == .rule {
            let words = told[place]
            guard let own = words.sentences.first else { continue }
            if words.ys.count == 1, let value = words.ys.first,
                let relation = relation(to: value, ofAxis: panel.layers[place].y)
            {
                sentences.append(own.droppingFullStop + "; " + relation + ".")
            } else {
                sentences.append(own)
            }
        }
    }

    /// How the values of the other marks lie to a level line at `value`; nil where that cannot be said.
    private func relation(to value: Double, ofAxis index: Int) -> String? {
        let others = main.filter { panel.layers[$0].y == index && !told[$0].ys.isEmpty }
        guard !others.isEmpty, !others.contains(where: { told[$0].isStacked }) else {
            return nil
        }
        var (below, above, all) = (0, 0, 0)
        var crossing: [Int] = []
        for place in others {
            let ys = told[place].ys
            let (before, after) = (below, above)
            for y in ys where y.isFinite {
                all += 1
                if y < value { below += 1 } else if y > value { above += 1 }
            }
            if below > before, above > after { crossing.append(place) }
        }
        guard all > 0 else { return nil }
        if above == 0 { return below == all ? "all values are below it" : "no value is above it" }
        if below == 0 { return above == all ? "all values are above it" : "no value is below it" }
        if others.allSatisfy({ told[$0].isDiscrete }) {
            return English.number(above) + " of " + English.count(all, "value is", "values are")
                + " above it"
        }
        guard !crossing.isEmpty else { return "some values are above it and some below" }
        if crossing.count == 1, let only = crossing.first { return self.crossing(of: only, value) }
        guard crossing.count <= 3 else {
            return "\(English.number(crossing.count)) series cross it"
        }
        return English.list(crossing.map { told[$0].voices.subject }) + " cross it"
    }

    /// Where a line first comes to the other side of `value`.
    private func crossing(of place: Int, _ value: Double) -> String {
        let (words, voices) = (told[place], told[place].voices)
        let subject =
            voices.subject.hasPrefix("The ") ? voices.subject.uncapitalized : voices.subject
        var side: Bool?
        for (x, y) in zip(words.xs, words.ys) where y.isFinite && y != value {
            if let side, side != (y > value) {
                guard words.count != nil else { return subject + " crosses it" }
                let way = y > value ? " rises above it " : " falls below it "
                return subject + way + voices.x.tuned(to: words.xs).place(x)
            }
            side = y > value
        }
        return subject + " crosses it"
    }
}

extension String {
    fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    fileprivate var firstCapital: String {
        var bytes = Array(utf8)
        if let first = bytes.first, 97...122 ~= first { bytes[0] = first - 32 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
