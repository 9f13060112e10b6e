import Fonts
import Scenes
import Testing
import Trials

@testable import Figures

/// A frame a hundred points wide, whose x axis shows as many values as there are.
private func thinning(_ count: Int, _ shape: Scale.Shape = .linear) -> Thinning {
    let frame = Frame(
        room: Rect(x: 0, y: 0, width: 100, height: 100),
        x: Scale(domain: 0...Double(count), from: 0, to: 100),
        y: Scale(shape, domain: 1...1000, from: 100, to: 0), theme: .light, fonts: Fonts())
    return Thinning(in: frame, density: 1)
}

private func places(_ count: Int) -> [Double] { (0..<count).map { Double($0) } }

@Test("A short line keeps all its points, and so does one with room for each")
func keepsShort() {
    let few = places(2_000)
    #expect(thinning(2_000).kept(xs: few, ys: few) == nil)
    let sparse = places(2_001)
    #expect(thinning(400).kept(xs: sparse, ys: sparse) == nil)
}

@Test("Of a long line, extremes and ends of each column are kept, in order", arguments: 0..<20)
func keepsExtremes(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let count = 50_000
    let xs = places(count)
    let ys = xs.map { _ in random.number(0...1) < 0.01 ? Double.nan : random.number(-9...9) }
    let kept = try #require(thinning(count).kept(xs: xs, ys: ys))
    #expect(kept == kept.sorted() && Set(kept).count == kept.count)
    #expect(kept.first == 0 && kept.last == count - 1)
    // Gaps stay gaps.
    let isGap = kept.map { ys[$0].isNaN }
    #expect(isGap.count { $0 } > 0)
    for (a, b) in zip(kept, kept.dropFirst()) where !ys[a].isNaN && !ys[b].isNaN {
        #expect(!ys[a...b].contains { $0.isNaN })
    }
    // A column is 62.5 values wide.
    for column in 0..<800 {
        let range =
            Int(
                (Double(column) * 62.5).rounded(.up))..<Int(
                (Double(column + 1) * 62.5).rounded(.up))
        let all = range.map { ys[$0] }.filter { $0.isFinite }
        let left = kept.filter { range ~= $0 }.map { ys[$0] }.filter { $0.isFinite }
        #expect(all.min() == left.min() && all.max() == left.max())
    }
}

@Test("What a line stands on keeps its extremes too")
func keepsFloors() throws {
    let xs = places(10_000)
    let ys = xs.map { _ in 1.0 }
    var floors = ys
    floors[1_234] = -5
    floors[8_765] = 0.5
    let kept = try #require(thinning(10_000).kept(xs: xs, ys: ys, floors: floors))
    #expect(kept.contains(1_234) && kept.contains(8_765))
}

@Test("On a logarithmic axis, what has no place there is a gap")
func keepsLogarithmicGaps() throws {
    let xs = places(10_000)
    let ys = xs.map { $0 == 5_000 ? 0.0 : 10 }
    let kept = try #require(thinning(10_000, .logarithmic).kept(xs: xs, ys: ys))
    #expect(kept.contains(5_000))
}

@Test("Points in no order along x stay in theirs")
func keepsOrder() throws {
    let xs: [Double] = (0..<10_000).map { $0.isMultiple(of: 2) ? 0 : 9_999 }
    #expect(thinning(10_000).kept(xs: xs, ys: xs) == nil)
}
