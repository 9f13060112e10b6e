/// A complete answer. Nothing of it is sent before all of it is known.
///
/// No field takes free text into the header, so nothing that a client wrote can get there, but
/// for the name of the file, which is spelled in safe characters.
package struct Answer: Equatable, Sendable {
    package var status: Status
    package var contentType: ContentType
    package var body: [UInt8]
    /// For how many seconds the answer may be kept. Errors are never kept.
    package var maxAge: Int?
    /// The name under which a browser would save the picture.
    package var fileName: String?
    /// Whether the page may show pictures of this server and send it a form.
    package var isGallery = false

    package init(
        status: Status = .ok, contentType: ContentType, body: [UInt8], maxAge: Int? = nil,
        fileName: String? = nil, isGallery: Bool = false
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.maxAge = maxAge
        self.fileName = fileName
        self.isGallery = isGallery
    }

    /// What OPTIONS gets: what may be asked for, also by scripts of other origins.
    package static let options = Answer(status: .noContent, contentType: .text, body: [])
}
