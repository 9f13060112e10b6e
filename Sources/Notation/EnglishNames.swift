/// The calendar's names, and how they are cut short.
enum EnglishNames {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]

    /// The first three letters.
    static func short(_ name: String) -> String {
        String(decoding: Array(name.utf8.prefix(3)), as: UTF8.self)
    }
}
