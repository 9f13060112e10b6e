internal import CLibc

/// A time by a clock that nobody sets, in milliseconds.
struct Moment: Comparable {
    private let milliseconds: Int

    static var now: Moment {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000)
    }

    static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    static func + (moment: Moment, milliseconds: Int) -> Moment {
        Moment(milliseconds: moment.milliseconds + milliseconds)
    }

    /// How many milliseconds have passed from another moment to this one.
    static func - (a: Moment, b: Moment) -> Int { a.milliseconds - b.milliseconds }

    /// For how long `poll` has to wait until this moment; 0 where it is over.
    func wait(from now: Moment) -> Int32 { Int32(min(max(self - now, 0), 3_600_000)) }
}
