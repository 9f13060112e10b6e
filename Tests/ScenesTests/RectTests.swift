import Scenes
import Testing

@Suite("Rectangles")
struct RectTests {
    let rect = Rect(x: 10, y: 20, width: 100, height: 50)

    @Test("A rectangle is the same from whichever corners it is made")
    func corners() {
        #expect(Rect(from: Point(110, 20), to: Point(10, 70)) == rect)
        #expect(Rect(x: 110, y: 70, width: -100, height: -50) == rect)
    }

    @Test(
        "Sides that move inwards meet, and never pass each other",
        arguments: [(0.0, 0.0), (10, 10), (60, 60), (500, 20), (1e9, 1e9)])
    func inset(left: Double, right: Double) {
        let inner = rect.inset(left: left, right: right)
        #expect(inner.width >= 0 && inner.minX >= rect.minX && inner.maxX <= rect.maxX)
        if left + right <= 100 { #expect(abs(inner.width - (100 - left - right)) < 1e-9) }
    }

    @Test("What two rectangles share lies in both, and is empty where they share nothing")
    func intersection() {
        let other = Rect(x: 50, y: 0, width: 500, height: 30)
        #expect(rect.intersects(other))
        #expect(rect.intersection(other) == Rect(x: 50, y: 20, width: 60, height: 10))
        let apart = Rect(x: 200, y: 20, width: 5, height: 5)
        #expect(!rect.intersects(apart))
        #expect(rect.intersection(apart).isEmpty)
        #expect(rect.union(apart) == Rect(x: 10, y: 20, width: 195, height: 50))
    }
}
