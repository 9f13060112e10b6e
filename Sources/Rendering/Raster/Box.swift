internal import Scenes

/// A rectangle of whole pixels: columns from `left` up to but not including `right`, rows likewise.
struct Box: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var width: Int { right - left }
    var height: Int { bottom - top }
    var columns: Range<Int> { left..<right }
    var rows: Range<Int> { top..<bottom }
    var isEmpty: Bool { right <= left || bottom <= top }

    var rect: Rect {
        Rect(from: Point(Double(left), Double(top)), to: Point(Double(right), Double(bottom)))
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
    }

    func moved(right x: Int, down y: Int) -> Box {
        Box(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
    }
}
