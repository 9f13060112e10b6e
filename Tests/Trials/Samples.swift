import Dialects
package import Tables

/// Data sets that tests and the examples of the manual draw.
package enum Samples {
    /// A day a month at three places, in no order of days.
    package static let weather: String = {
        let warmth = [0.0, 1, 4, 8, 13, 16, 18, 17, 14, 9, 4, 1]
        var lines = ["date,station,tmin,tmax,rain"]
        for index in 0..<36 {
            let (month, place) = (index * 7 % 12, index % 3)
            let day = month < 9 ? "2026-0\(month + 1)-15" : "2026-\(month + 1)-15"
            let low = warmth[month] + [-6.0, 4, 10][place]
            let station = ["Oslo", "Rome", "Cairo"][place]
            lines.append(
                "\(day),\(station),\(low),\(low + 9 + Double(index % 4)),\(index * 5 % 13)")
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    /// What `data=` names in the manual, and in the tests.
    package static var sources: DataSources {
        DataSources { name throws(DataError) in
            if name == "places.csv" { return ByteSource(Array(weather.utf8)) }
            guard let text = SampleData.text(named: name) else { throw .missing(name) }
            return ByteSource(Array(text.utf8))
        }
    }

    package static func sources(_ texts: [String: String]) -> DataSources {
        DataSources { name throws(DataError) in
            guard let text = texts[name] else { throw .missing(name) }
            return ByteSource(Array(text.utf8))
        }
    }
}
