import Foundation
import Testing

@Suite("Times of no day")
struct ClockTests {
    static let queries = [
        "x=08:00,08:15,08:30&line=1,3,2", "x=00:00,12:00&line=1,3&size=120x80",
        "x=22:00,23:30:15&bar=1,2&tz=America/New_York", "x=08:00..18:00&line=sin(x/1e6)",
        "x=08:00,20:00&line=1,3&vline=12:30&name=Noon",
    ]

    @Test(
        "Where no day is given none is told",
        arguments: queries, ["csv", "json", "txt", "svg"])
    func tellNoDay(query: String, form: String) throws {
        let text = try Plot.get("\(query)&format=\(form)").text
        for day in ["1970-", ">1970", ", 1970", "Jan", "Dec"] {
            #expect(!text.contains(day))
        }
        #expect(text.contains("0:00") || text.contains("8:") || text.contains("2:00"))
    }

    @Test("The data gives them as they were read, all as finely as the finest")
    func giveTimes() throws {
        #expect(
            try Plot.get("x=08:00,08:15&line=1,3&format=csv").text
                == "time,line\r\n08:00,1\r\n08:15,3\r\n")
        #expect(
            try Plot.get("x=8:00,8:15:30.5,_&line=1,3,4&format=csv").text
                .hasPrefix("time,line\r\n08:00:00.000,1\r\n08:15:30.500,3\r\n"))
        let posted = try Plot.post(
            Data("at,load\n08:00,1\n23:30,3\n".utf8),
            ["CONTENT_TYPE": "text/csv", "QUERY_STRING": "x=at&line=load&format=json"])
        #expect(posted.text.contains("{\"at\":\"23:30\",\"load\":3}"))
    }

    @Test(
        "A day that is given is told, be it that one",
        arguments: [
            "x=1970-01-01,1970-01-02&line=1,2", "x=1970-01-01&line=1",
            "x=1970-01-01T08:00,1970-01-02T08:00&line=1,2",
        ])
    func tellDay(query: String) throws {
        #expect(try Plot.get("\(query)&format=csv").text.contains("1970-01-01"))
    }

    @Test("Times that sample a formula are told no finer than they can be seen")
    func tellSampled() throws {
        let words = try Plot.get("x=2026-01-01..2026-02-01&line=sin(x/1e8)&format=txt").text
        #expect(words.hasPrefix("Line chart. From January 1 to February 1, 2026. "))
    }
}
