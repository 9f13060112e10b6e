extension Zone {
    /// The zone of a name such as `Europe/Berlin`, in any case, or a fixed offset such as `+02:00` or `UTC+2`.
    package init?(named name: String) {
        return nil
    }
}
