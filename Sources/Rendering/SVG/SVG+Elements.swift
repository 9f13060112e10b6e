internal import Scenes

/// Elements in their order, each as short as its neighbours allow.
extension SVG {
    mutating func draw(_ elements: [Element]) {
        var index = 0
        while index < elements.count {
            if case .symbols(let shapes, let places) = elements[index].content {
                draw(shapes, at: places)
                index += 1
            } else {
                let end = endOfRun(from: index, in: elements)
                draw(run: elements[index..<end])
                index = end
            }
        }
    }

    /// Where elements end that look alike. Looks with what is no number in them are like none.
    private func endOfRun(from start: Int, in elements: [Element]) -> Int {
        elements[(start + 1)...].firstIndex { $0.style != elements[start].style } ?? elements.count
    }

    private mutating func draw(run: ArraySlice<Element>) {
        let style = run[run.startIndex].style
        let pieces = pieces(of: run)
        if pieces.count == 1 { return draw(run, style) }
        document.write("<g")
        style.write(to: &document, except: lettering)
        document.write(">\n")
        for piece in pieces { draw(run[piece], nil) }
        document.write("</g>\n")
    }

    /// Which neighbours are one path together: rectangles and lines, where nothing shows through.
    /// Other outlines could cut holes into each other.
    private func pieces(of run: ArraySlice<Element>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for index in run.indices {
            if let last = pieces.last, run[index].joins(run[index - 1]) {
                pieces[pieces.count - 1] = last.lowerBound..<index + 1
            } else {
                pieces.append(index..<index + 1)
            }
        }
        return pieces
    }

    /// Draws one element, or several as one path.
    private mutating func draw(_ piece: ArraySlice<Element>, _ style: Style?) {
        let first = piece[piece.startIndex]
        switch first.content {
        case .circle(let circle) where piece.count == 1: draw(circle, style)
        case .text(let line, let origin, let angle): draw(line, origin, angle, style)
        case .symbols(let shapes, let places): draw(shapes, at: places)
        case .path, .rect, .circle:
            let cap = first.style.stroke?.cap
            pen.begin(filling: cap == nil, dots: cap == .round || cap == .square)
            for element in piece { pen.draw(element.content) }
            guard !pen.data.isEmpty else { return }
            document.write("<path")
            style?.write(to: &document, except: lettering)
            document.write(" d=\"")
            document.write(pen.data)
            document.write("\"/>\n")
        }
    }

    private mutating func draw(_ circle: Circle, _ style: Style?) {
        guard let center = Place(circle.center) else { return }
        document.write("<circle")
        style?.write(to: &document, except: lettering)
        document.write("cx", center.x)
        document.write("cy", center.y)
        document.write("r", Place.hundredths(circle.radius))
        document.write("/>\n")
    }
}

extension SVG.Element {
    fileprivate func joins(_ other: SVG.Element) -> Bool {
        guard style.isOpaque else { return false }
        switch (content, other.content) {
        case (.rect, .rect): return style.stroke == nil
        case (.text, _), (.symbols, _): return false
        default: return style.fill == nil
        }
    }
}

extension SVG.Pen {
    fileprivate mutating func draw(_ content: SVG.Element.Content) {
        switch content {
        case .path(let path): draw(path)
        case .rect(let rect): draw(rect)
        case .circle(let circle): draw(circle)
        case .text, .symbols: break
        }
    }
}
