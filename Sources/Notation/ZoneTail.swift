struct ZoneTail: Equatable, Sendable {
    func change(before instant: Double) -> ZoneChange? { nil }
}
