import Scenes
import Trials

extension SeededRandom {
    mutating func point(in rect: Rect) -> Point {
        Point(number(rect.minX...rect.maxX), number(rect.minY...rect.maxY))
    }
}
