/// From `instant` on, clocks are `offset` milliseconds ahead of UTC.
struct ZoneChange: Equatable, Sendable {
    var instant: Double
    var offset: Double
    var abbreviation: String
}
