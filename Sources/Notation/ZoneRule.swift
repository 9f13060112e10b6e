/// One line of the tz database's daylight-saving rules: from a moment on, in some years, clocks are put forward by `save`.
struct ZoneRule: Equatable, Sendable {
    let firstYear: Int
    /// `Int.max` where it goes on.
    let lastYear: Int
    let moment: ZoneMoment
    /// In milliseconds; less than zero in Ireland's winter.
    let save: Double
    /// What stands for `%s` in the era's format.
    let letters: String

    /// Reads `R name from to - in on at save letters`.
    init?(_ fields: [String]) {
        guard fields.count == 10, let first = Double(decimal: fields[2]),
            let moment = ZoneMoment(fields[5...7])
        else { return nil }
        firstYear = Int(first)
        // `o`, only; `ma`, the maximum.
        let isOnly = fields[3].utf8.first == UInt8(ascii: "o")
        lastYear = isOnly ? firstYear : Double(decimal: fields[3]).map { Int($0) } ?? .max
        self.moment = moment
        save = ZoneMoment.duration(fields[8]).milliseconds
        letters = fields[9] == "-" ? "" : fields[9]
    }
}
