internal import Scenes

extension SVG {
    /// Which letters a text is set in, but for their size.
    struct Lettering: Equatable {
        private enum Family: UInt8 { case inter, liberation, dejaVu }

        private var family: Family
        private var weight: Int

        init(_ face: Font.Face) {
            switch face {
            case .inter: (family, weight) = (.inter, 400)
            case .interSemiBold: (family, weight) = (.inter, 600)
            case .liberationSans: (family, weight) = (.liberation, 400)
            case .liberationSansBold: (family, weight) = (.liberation, 700)
            case .dejaVuSans: (family, weight) = (.dejaVu, 400)
            }
        }

        /// Those of the face in which most texts are set; nil where there are none.
        init?(mostIn scene: Scene) {
            var counts = Font.Face.allCases.map { _ in 0 }
            for case .text(let line, _, _, _) in scene.items {
                counts[Int(line.font.face.rawValue)] += 1
            }
            guard let most = counts.max(), most > 0 else { return nil }
            self.init(Font.Face.allCases[counts.firstIndex(of: most) ?? 0])
        }

        /// The family, the faces that are asked for what it lacks, and others of about its looks for
        /// viewers that have none of these.
        private var families: String {
            switch family {
            case .inter: "Inter,Liberation Sans,Arial,Helvetica,DejaVu Sans,sans-serif"
            case .liberation: "Liberation Sans,Arial,Helvetica,Inter,DejaVu Sans,sans-serif"
            case .dejaVu: "DejaVu Sans,Verdana,Inter,Liberation Sans,sans-serif"
            }
        }

        /// Everything about letters that could be inherited from a page around the picture. Letters
        /// are not to merge or to change by their neighbours, since they were measured one by one.
        func writeAll(to document: inout Document) {
            document.write("font-family", families)
            document.write("font-weight", "\(weight)")
            document.write(" font-variant=\"none\" direction=\"ltr\"")
        }

        /// What differs from the lettering of the whole picture.
        func write(to document: inout Document, except usual: Lettering?) {
            if family != usual?.family { document.write("font-family", families) }
            if weight != usual?.weight { document.write("font-weight", "\(weight)") }
        }
    }
}
