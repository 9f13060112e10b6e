package import Notation

/// Writes the times of a column as ISO 8601 and RFC 3339 have them: `2026-03-29` where all of them are
/// midnights in `zone`, else `2026-03-29T03:00:00+02:00`.
struct TimeWriter {
    private let zone: Zone
    private let areDates: Bool

    init(_ times: [Double], in zone: Zone) {
        self.zone = zone
        areDates = Table.Values.times(times).areDates(in: zone)
    }

    /// Adds `instant` to `bytes`; nothing where the calendar has no such time.
    func write(_ instant: Double, to bytes: inout [UInt8]) {
        // Clocks that went by the sun were off by seconds, which no offset can say: those times are UTC's.
        let offset = zone.offset(at: instant)
        let isSayable = areDates || offset.truncatingRemainder(dividingBy: 60_000) == 0
        let zone = isSayable ? zone : .utc
        guard let time = zone.civilTime(at: instant) else { return }
        if time.year < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(padded: abs(time.year), to: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(padded: time.month, to: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(padded: time.day, to: 2)
        guard !areDates else { return }
        bytes.append(UInt8(ascii: "T"))
        bytes.append(padded: time.hour, to: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(padded: time.minute, to: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(padded: time.second, to: 2)
        writeFraction(time, to: &bytes)
        writeOffset(isSayable ? offset : 0, to: &bytes)
    }

    private func writeFraction(_ time: CivilTime, to bytes: inout [UInt8]) {
        guard time.millisecond > 0 || time.microsecond > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(padded: time.millisecond, to: 3)
        if time.microsecond > 0 { bytes.append(padded: time.microsecond, to: 3) }
    }

    private func writeOffset(_ offset: Double, to bytes: inout [UInt8]) {
        guard offset != 0 else { return bytes.append(UInt8(ascii: "Z")) }
        bytes.append(UInt8(ascii: offset < 0 ? "-" : "+"))
        let minutes = Int(offset.magnitude / 60_000)
        bytes.append(padded: minutes / 60, to: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(padded: minutes % 60, to: 2)
    }
}

extension Table.Values {
    /// Whether all of them are times at midnight in `zone`.
    package func areDates(in zone: Zone) -> Bool {
        guard case .times(let times) = self else { return false }
        return times.allSatisfy { instant in
            guard instant.isFinite, let time = zone.civilTime(at: instant) else { return true }
            return time.hour == 0 && time.minute == 0 && time.second == 0 && time.millisecond == 0
                && time.microsecond == 0
        }
    }
}
