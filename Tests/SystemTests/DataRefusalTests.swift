import Foundation
import Testing

private let days = Shelf.days

@Suite("Data sets that cannot be had", .timeLimit(.minutes(10)))
struct DataRefusalTests {
    @Test(
        "Nothing outside the folder is read, nor what it hides, and nobody learns what there is",
        arguments: [
            "../secret.csv", "..%2Fsecret.csv", "below/../../secret.csv", "below/../open.csv",
            "/etc/passwd", "//etc/passwd", "./open.csv", "open.csv/", "open.csv/x", "below",
            "below/", "below//one.csv", ".", "..", ".hidden.csv", ".below/one.csv", "out.csv",
            "far.csv", "up/secret.csv", "loop.csv", "pipe.csv", ".%00./secret.csv",
            "..%5Csecret.csv", "..%c0%afsecret.csv", "file:open.csv", "~/open.csv", "*.csv",
            String(repeating: "a", count: 300), String(repeating: "a/", count: 5_000),
        ])
    func keepsInside(name: String) throws {
        let shelf = try Shelf([
            "open.csv": days, "below/one.csv": days, ".hidden.csv": days, ".below/one.csv": days,
        ])
        try shelf.link("out.csv", to: "../secret.csv")
        try shelf.link("far.csv", to: "/etc/passwd")
        try shelf.link("up", to: "..")
        try shelf.link("loop.csv", to: "loop.csv")
        try shelf.makePipe("pipe.csv")
        let missing = try Plot.get("data=none.csv&line=1", shelf.data)
        for accept in ["application/json", "text/html", "image/png"] {
            let answer = try Plot.get(
                "data=\(name)&line=1", shelf.data.merging(["HTTP_ACCEPT": accept]) { $1 })
            #expect(answer.status == 404)
            #expect(!shelf.isBetrayed(by: answer))
            guard accept == "application/json" else { continue }
            #expect(
                answer.text.replacing(/“.*”/, with: "“”")
                    == missing.text.replacing(/“.*”/, with: "“”"))
        }
    }

    @Test(
        "A symbolic link that stays inside the folder is followed",
        arguments: ["same.csv", "down/one.csv", "down/back.csv"])
    func followsLinks(name: String) throws {
        let shelf = try Shelf(["open.csv": days, "below/one.csv": days])
        try shelf.link("same.csv", to: "open.csv")
        try shelf.link("down", to: "below")
        try shelf.link("below/back.csv", to: "../open.csv")
        #expect(try Plot.get("data=\(name)&line=low", shelf.data).status == 200)
    }

    @Test("A file that is closed to the program is said to be, and its place is not")
    func needsPermission() throws {
        let shelf = try Shelf(["open.csv": days, "closed.csv": days])
        try shelf.close("closed.csv")
        #expect(try Plot.getAsNobody("data=open.csv&line=low", shelf.data).status == 200)
        let answer = try Plot.getAsNobody("data=closed.csv&line=low", shelf.data)
        #expect(answer.status == 500 && answer.text.contains("cannot be read"))
        #expect(!shelf.isBetrayed(by: answer))
    }

    @Test(
        "What is malformed is said with its line and its cell",
        arguments: [
            ("a,b\n1,2\n2,x\n", "line 3 of the data set, cell 2 (“b”): “x”"),
            ("a,b\n1,2\n\n2,x\n", "line 4 of the data set, cell 2 (“b”): “x”"),
            ("a,b\r\n\"1\r\n2\",2\r\n2,x", "line 4 of the data set, cell 2 (“b”): “x”"),
            ("a,b\n1,2\n2,\"x\n3,4\n", "line 3 of the data set, cell 2 (“b”): the quote"),
            ("a,b\n1,2\n2,\"x\"y\n", "line 3 of the data set, cell 2 (“b”): “y”"),
            ("a,b\n1,2\n2,3,4\n", "Line 3 of the data set has 3 cells, and the header 2"),
            ("[{\"b\":1},\n {\"b\":[2]}]", "In record 2 of the data set (line 2), “b”: “[”"),
            ("{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]}}", "several tables: “a”, “c”"),
            ("[{\"b\":1},\n {\"b\" 2}]", "in line 2, at byte 7, “2”"),
            ("[{\"b\":1},\n {\"b\":2", "in line 2, at byte 8, the text ends"),
            ("", "is empty"), ("\n\n", "is empty"),
            ("b\n1\n\0\n", "line 3 of the data set, cell 1 (“b”): “\u{FFFD}”"),
        ])
    func namesPlace(text: String, place: String) throws {
        let shelf = try Shelf(["broken": text])
        let answer = try Plot.get("data=broken&line=b", shelf.data)
        #expect(answer.status == 422)
        #expect(answer.text.contains(place), "\(answer.text)")
    }

    @Test("What gzip packed has to be whole")
    func needsWholePacking() throws {
        let shelf = try Shelf(["days.csv": days])
        try shelf.pack("days.csv")
        let file = shelf.url.appending(path: "days.csv.gz")
        let packed = try Data(contentsOf: file)
        for size in [2, 10, 20, packed.count - 9, packed.count - 1] {
            try packed.prefix(size).write(to: file)
            let answer = try Plot.get("data=days.csv.gz&line=low", shelf.data)
            #expect(answer.status == 422 && answer.text.contains("packing"), "\(size)")
        }
    }

    @Test(
        "What is over a limit is refused with the setting that raises it",
        arguments: [
            ("PLOT_MAX_ROWS", 50), ("PLOT_MAX_DATA", 913), ("PLOT_MAX_COLUMNS", 3),
            ("PLOT_MAX_CELL", 10), ("PLOT_MAX_VALUES", 50),
        ])
    func limits(setting: String, least: Int) throws {
        let rows = String(repeating: "2026-01-01,1.5,14\n", count: 50)
        let shelf = try Shelf(["days.csv": "day,low,high\n" + rows])
        try shelf.pack("days.csv")
        for name in ["days.csv", "days.csv.gz"] {
            let query = "data=\(name)&x=day&line=low"
            func answer(_ limit: Int) throws -> Response {
                try Plot.get(query, shelf.data.merging([setting: "\(limit)"]) { $1 })
            }
            #expect(try answer(least).status == 200)
            let refusal = try answer(least - 1)
            #expect(refusal.status == 413 && refusal.text.contains(setting), "\(refusal.text)")
        }
    }

    @Test(
        "A file that swells when it is unpacked is refused as soon as it is too large",
        arguments: [
            ("yes 1 | head -c 70000000", "PLOT_MAX_ROWS"),
            ("yes 1 | tr -d '\\n' | head -c 70000000", "PLOT_MAX_CELL"),
            ("yes '' | head -c 70000000", "PLOT_MAX_DATA"),
        ])
    func refusesBomb(content: String, setting: String) throws {
        let shelf = try Shelf()
        let file = shelf.url.appending(path: "bomb.csv")
        _ = try Command.run("sh", "-c", "(echo v; \(content)) | gzip -1 > '\(file.path)'")
        #expect(try Data(contentsOf: file).count < 1_000_000)
        let answer = try Plot.get("data=bomb.csv&line=v", shelf.data)
        #expect(answer.status == 413 && answer.text.contains(setting), "\(answer.text)")
    }
}
