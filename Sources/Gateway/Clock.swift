internal import CLibc

package enum Clock {
    /// Seconds since the beginning of 1970, UTC.
    package static var now: Int {
        var time = timespec()
        // Fails only for clocks that there are not.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec
    }
}
