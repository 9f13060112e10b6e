import Foundation
import Testing

@Suite("The data behind a chart, and the chart in words")
struct DataAnswerTests {
    @Test("CSV and JSON of every golden chart say the same to Python's readers")
    func agree() throws {
        let folder = try TemporaryFolder()
        let queries = try FileManager.default.contentsOfDirectory(
            at: Repository.root.appending(path: "Tests/Golden"), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "query" }
        #expect(queries.count > 30)
        for file in queries {
            let name = file.deletingPathExtension().lastPathComponent
            let query = try String(contentsOf: file, encoding: .utf8).replacing("\n", with: "")
            for (form, type) in [("csv", "text/csv; charset=utf-8"), ("json", "application/json")] {
                let answer = try Plot.get(query + "&format=" + form)
                #expect(answer.status == 200)
                #expect(answer.type == type)
                try answer.body.write(to: folder.url.appending(path: name + "." + form))
            }
        }
        let script = """
            import csv, glob, json, sys
            for path in sorted(glob.glob(sys.argv[1] + "/*.json")):
                records = json.load(open(path, encoding="utf-8"))
                text = open(path[:-4] + "csv", encoding="utf-8", newline="").read()
                assert text.replace("\\r\\n", "").count("\\n") == 0, path
                rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
                names, rows = rows[0], rows[1:]
                assert len(set(names)) == len(names) and all(names), path
                assert len(rows) == len(records) > 0, path
                for row, record in zip(rows, records):
                    assert list(record) == names and len(row) == len(names), path
                    for field, value in zip(row, record.values()):
                        if value is None: assert field == "", path
                        elif isinstance(value, str): assert field.lstrip("'") == value.lstrip("'"), path
                        else: assert float(field) == value, path
                print(path.rsplit("/")[-1], len(rows))
            """
        let file = folder.url.appending(path: "check.py")
        try Data(script.utf8).write(to: file)
        let output = try Command.run("python3", [file.path, folder.url.path])
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == queries.count)
        #expect(lines.contains("line-gaps.json 10"))
    }

    @Test("Numbers come back as the doubles that they were")
    func exact() throws {
        let numbers = ["0.1", "0.30000000000000004", "-1e-9", "1e+21", "123456789.123456", "3"]
        let query = "line=" + numbers.joined(separator: ",").replacing("+", with: "%2B")
        let answer = try Plot.get(query + "&format=json")
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "data.json")
        try answer.body.write(to: file)
        let script =
            "import json; print([repr(float(r['line'])) for r in json.load(open('\(file.path)'))])"
        let output = String(decoding: try Command.run("python3", ["-c", script]), as: UTF8.self)
        #expect(
            output
                == "['0.1', '0.30000000000000004', '-1e-09', '1e+21', '123456789.123456', '3.0']\n")
    }

    @Test(
        "Data that was given back can be posted, and is given back the same",
        arguments: [
            ("x=2026-01-01,2026-01-02,2026-01-05&line=1,,3", "x=date&line=line"),
            (
                "x=2026-03-29T00:00,2026-03-29T03:00&line=1,2&tz=Europe/Berlin",
                "x=time&line=line&tz=Europe/Berlin"
            ),
            (
                "bar=4,2&name=A&bar=0.1,0.2&name=B&labels=North,South&stack=1",
                "x=label&bar=A&bar=B&stack=1"
            ),
            ("scatter=1:2,2:3,2:5,1.5:-4", "x=x&scatter=scatter"),
            ("pie=60,25,15&labels=a,b,c", "pie=value&labels=label"),
        ])
    func comesBack(query: String, columns: String) throws {
        for (form, type) in [("csv", "text/csv"), ("json", "application/json")] {
            let given = try Plot.get(query + "&format=" + form).body
            let again = try Plot.post(
                given, ["CONTENT_TYPE": type, "QUERY_STRING": columns + "&format=" + form])
            #expect(given == again.body, "\(again.text)")
        }
    }

    @Test("The same request gives the same bytes", arguments: ["csv", "json", "txt"])
    func isStable(form: String) throws {
        let query = "pie=1,2,3&labels=a,b,c&format=" + form
        #expect(try Plot.get(query).body == Plot.get(query).body)
    }

    @Test("txt is the text alternative, which the picture carries too")
    func words() throws {
        let query = "line=3,1,4&title=Requests"
        let answer = try Plot.get(query + "&format=txt")
        #expect(answer.type == "text/plain; charset=utf-8")
        #expect(
            answer.text
                == "Line chart: Requests. 3 values. The line falls from 3 to a low of 1 at the 2nd value, then rises to 4.\n"
        )
        let words = Data(answer.text.dropLast().utf8)
        #expect(try Plot.picture(query).range(of: words) != nil)
    }

    @Test("What the author wrote as alternative is given as it is")
    func alternative() throws {
        let answer = try Plot.get("line=3,1,4&alt=Mine,+as+it+is&format=txt")
        #expect(answer.text == "Mine, as it is\n")
    }

    @Test("The path's ending chooses the form")
    func endings() throws {
        let answer = try Plot.get("line=3,1,4", ["PATH_INFO": "/sales.csv"])
        #expect(answer.text == "x,line\r\n1,3\r\n2,1\r\n3,4\r\n")
    }
}
