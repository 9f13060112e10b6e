/// A complete answer. Nothing of it is sent before all of it is known.
///
/// Of what a client wrote nothing gets into the header but the name of the file, and that is
/// spelled in safe characters.
package struct Answer: Equatable, Sendable {
    package var status: Status
    package var contentType: ContentType
    package var body: [UInt8]
    /// For how long the answer may be kept; nil for what is not kept at all, as errors never are.
    package var freshness: Freshness?
    /// What tells the answer from what it was before or will be.
    package var entityTag: EntityTag?
    /// Whether the same address gives others something else, by what their headers say of them.
    package var variesByCaller = false
    /// Whether scripts of other origins are kept from reading it: data of the operator's.
    package var isOwn = false
    /// The name under which a browser saves the answer.
    package var fileName: String?
    /// Whether a browser is to save the answer rather than to show it.
    package var isDownload = false
    /// The one script that the page may run, as a policy names it: `sha256-…`, a constant. A page
    /// that has one may show pictures of this server too; any other may do nothing.
    package var scriptHash: String?

    package init(
        status: Status = .ok, contentType: ContentType, body: [UInt8],
        fileName: String? = nil, isDownload: Bool = false, scriptHash: String? = nil
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.fileName = fileName
        self.isDownload = isDownload
        self.scriptHash = scriptHash
    }

    /// What somebody gets who holds this answer already: all of its header that concerns keeping it.
    package static func notModified(
        _ tag: EntityTag, _ freshness: Freshness, variesByCaller: Bool = false
    ) -> Answer {
        var answer = Answer(status: .notModified, contentType: .text, body: [])
        answer.entityTag = tag
        answer.freshness = freshness
        answer.variesByCaller = variesByCaller
        return answer
    }

    /// What OPTIONS gets: what may be asked for, also by scripts of other origins.
    package static let options = Answer(status: .noContent, contentType: .text, body: [])
}
