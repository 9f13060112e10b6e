internal import Scenes

extension SVG {
    /// How an element looks: what neighbours that look alike can share.
    struct Style: Equatable {
        var fill: Color?
        var stroke: Stroke?
        var strokeColor = Color.black
        /// For texts: the letters and their size.
        var lettering: Lettering?
        var size = 0

        init(fill: Color?) { self.fill = fill }

        init(_ stroke: Stroke, _ color: Color, fill: Color? = nil) {
            self.fill = fill
            self.stroke = stroke
            strokeColor = color
        }

        init(_ font: Font, _ color: Color) {
            fill = color
            lettering = Lettering(font.face)
            size = Place.hundredths(font.size)
        }

        /// Nothing of it shows through where it is painted twice, neither its own nor what is below.
        var isOpaque: Bool { fill?.isOpaque ?? true && (stroke == nil || strokeColor.isOpaque) }

        func write(to document: inout Document, except usual: Lettering?) {
            write(fill, "fill", unless: .black, to: &document)
            if let stroke {
                write(strokeColor, "stroke", unless: nil, to: &document)
                write(stroke, to: &document)
            }
            if let lettering {
                lettering.write(to: &document, except: usual)
                document.write("font-size", size)
            }
        }

        private func write(
            _ paint: Color?, _ name: String, unless usual: Color?, to document: inout Document
        ) {
            guard let paint else { return document.write(name, "none") }
            let opaque = Color(paint.rgba | 0xFF)
            if opaque != usual { document.write(name, opaque.shortHex) }
            guard !paint.isOpaque else { return }
            document.write(name + "-opacity", Place.hundredths(Double(paint.alpha) / 255))
        }

        private func write(_ stroke: Stroke, to document: inout Document) {
            let width = Place.hundredths(stroke.width)
            if width != 100 { document.write("stroke-width", width) }
            switch stroke.cap {
            case .butt: break
            case .round: document.write("stroke-linecap", "round")
            case .square: document.write("stroke-linecap", "square")
            }
            switch stroke.join {
            case .miter where stroke.miterLimit != 4:
                let limit = Place.hundredths(stroke.miterLimit)
                document.write("stroke-miterlimit", max(limit, 100))
            case .miter: break
            case .round: document.write("stroke-linejoin", "round")
            case .bevel: document.write("stroke-linejoin", "bevel")
            }
            guard stroke.isDashed else { return }
            document.write(" stroke-dasharray=\"")
            for (index, length) in stroke.dash.enumerated() {
                if index > 0 { document.write(" ") }
                document.write(Place.hundredths(length))
            }
            document.write("\"")
            let offset = Place.hundredths(stroke.dashOffset)
            if offset != 0 { document.write("stroke-dashoffset", offset) }
        }
    }
}

extension Color {
    /// `#rrggbb`, or `#rgb` where that is the same, of the colour without its opacity.
    fileprivate var shortHex: String {
        let long = Array(Color(rgba | 0xFF).hex.utf8)
        guard long[1] == long[2], long[3] == long[4], long[5] == long[6] else {
            return String(decoding: long, as: UTF8.self)
        }
        return String(decoding: [long[0], long[1], long[3], long[5]], as: UTF8.self)
    }
}
