/// The media types that are ever sent. A closed list, so that no request can choose another.
package enum ContentType: String, Sendable {
    case png = "image/png"
    case svg = "image/svg+xml"
    case pdf = "application/pdf"
    case jpeg = "image/jpeg"
    case webp = "image/webp"
    case html = "text/html; charset=utf-8"
    case text = "text/plain; charset=utf-8"
    case csv = "text/csv; charset=utf-8"
    case json = "application/json"
}
