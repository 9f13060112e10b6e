import Notation
import Testing

@testable import Tables

@Suite("Delimited text")
struct DelimitedTests {
    @Test(
        "Cells are set apart by what the header uses",
        arguments: [
            "x,y\n1,2\n3,4\n", "x;y\n1;2\n3;4\n", "x\ty\n1\t2\n3\t4\n", "x|y\n1|2\n3|4\n",
            "sep=;\nx;y\n1;2\n3;4", "\u{FEFF}x,y\n1,2\n3,4\n",
        ])
    func delimiters(text: String) throws {
        #expect(try table(text).lines == ["x numbers: 1 3", "y numbers: 2 4"])
    }

    @Test(
        "Lines end as any system ends them, and empty ones are none",
        arguments: [
            "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4", "x,y\n1,2\r\n3,4\r",
            "\n\nx,y\n\n1,2\n  \n3,4\n\n\n",
            "# made by hand\n#\nx,y\n1,2\n3,4", "\"x\",\"y\"\n\"1\",\"2\"\n\"3\",\"4\"",
            " x , y \n 1 , 2 \n 3, 4 ", "x,y\n1,2,\n3,4,,\n",
        ])
    func lineEnds(text: String) throws {
        #expect(try table(text).lines == ["x numbers: 1 3", "y numbers: 2 4"])
    }

    @Test("Quoted cells hold delimiters, line breaks and doubled quotes")
    func quotes() throws {
        let text =
            "\"the \"\"name\"\"\",n\n\"a,b\",1\n\"c\nd\r\ne\",2\n\"\"\"\",3\n\" f \" ,4\n5\" disk,5"
        let read = try table(text)
        #expect(read.columns[0].name == "the \"name\"")
        #expect(
            read.columns[0].values
                == .words([0, 1, 2, 3, 4], texts: ["a,b", "c\nd\r\ne", "\"", " f ", "5\" disk"]))
        #expect(read.columns[1].values == .numbers([1, 2, 3, 4, 5]))
    }

    @Test("A comma in a name leaves the delimiter what it is")
    func commaInNames() throws {
        let read = try table("Date;\"Temp, °C\";Rain\n2026-01-01;1,5;2\n")
        #expect(read.columns.map(\.name) == ["Date", "Temp, °C", "Rain"])
        #expect(read.lines.dropFirst() == ["Temp, °C numbers: 1.5", "Rain numbers: 2"])
        #expect(
            try table("1,5;2,5\n3,5;4,5\n").lines == ["1 numbers: 1.5 3.5", "2 numbers: 2.5 4.5"])
    }

    @Test("Where the first row holds only numbers and dates it is data, and columns are numbered")
    func headerless() throws {
        #expect(
            try table("2026-01-01,3,\n2026-01-02,4,5\n").lines == [
                "1 times: 2026-1-1 2026-1-2", "2 numbers: 3 4", "3 numbers: _ 5",
            ])
        #expect(try table("x,2025\na,1\n").columns.map(\.name) == ["x", "2025"])
        #expect(try table(",b\n1,2\n").columns.map(\.name) == ["1", "b"])
    }

    @Test("What says that a value is missing leaves a gap, in any case")
    func missing() throws {
        let text = "x,n\na,1\nNA,n/a\nnan,NaN\nNULL,null\nNone,none\n-,-\n,\nb,2\nc\n"
        #expect(
            try table(text).lines == [
                "x words: <a> _ _ _ _ _ _ <b> <c>", "n numbers: 1 _ _ _ _ _ _ 2 _",
            ])
        #expect(
            try table("x\n\"NA\"\nNA\nyes\n").lines == ["x words: <NA> _ <yes>"])
        #expect(try table("x\n\"NA\"\nNA\n1\n").lines == ["x numbers: _ _ 1"])
    }

    @Test(
        "A comma is one before a fraction or between thousands as its column shows",
        arguments: [
            ("x;y\n1,5;1\n1,234;2\n", "x numbers: 1.5 1.234"),
            ("x;y\n1.234,5;1\n7;2\n1,234;3\n", "x numbers: 1234.5 7 1.234"),
            ("x\ty\n1,234\t1\n0,5\t2\n", "x numbers: 1.234 0.5"),
            ("x,y\n\"1,234\",1\n\"12,345,678\",2\n", "x numbers: 1234 12345678"),
            ("x,y\n\"1,234\",1\n\"-2,5\",2\n", "x numbers: 1.234 -2.5"),
            ("x,y\n\"1,234\",1\n0.5,2\n", "x numbers: 1234 0.5"),
            ("x;y\n1,234;1\n0.5;2\n", "x numbers: 1234 0.5"),
            ("x,y\n\"1,234.5\",1\n", "x numbers: 1234.5"),
            ("x,y\n\"1,23,4\",1\n", "x words: <1,23,4>"),
            ("x;y\n1,5;1\n1.5;1\n", "x words: <1,5> <1.5>"),
            ("x;y\n1.234.567;1\n1;1\n", "x numbers: 1234567 1"),
            ("x;y\n1,234;0.5\n", "x numbers: 1234"),
            ("x,y\n\"1,234\",\"2,5\"\n", "x numbers: 1.234"),
        ])
    func commas(text: String, line: String) throws {
        #expect(try table(text).lines[0] == line)
    }

    @Test(
        "A point before three digits stands between thousands where commas stand before fractions",
        arguments: [
            ("x;y\n1.019;1,5\n950;2\n-12.400;3\n", "x numbers: 1019 950 -12400"),
            ("x\ty\n1.019\t1,5\n", "x numbers: 1019"),
            ("x,y\n1.019,\"1,5\"\n", "x numbers: 1019"),
            ("x;y\n1.019;1\n2,5;2\n", "x numbers: 1019 2.5"),
            ("x;y\n1.019;1\n1.234.567;2\n", "x numbers: 1019 1234567"),
            ("x;y\n1.019;1\n1,234;2\n5,5;1\n", "x numbers: 1019 1.234 5.5"),
            (
                "x;y\n1.019 €;1,5\n+2.000;2\n\"3.500\";2\n3.500 %;2\n",
                "x numbers: 1019 2000 3500 3500"
            ),
            // Nothing tells of commas, or something of points.
            ("x;y\n1.019;1\n950;2\n", "x numbers: 1.019 950"),
            ("x,y\n1.019,1\n950,2\n", "x numbers: 1.019 950"),
            ("x;y\n1.019;1,5\n0.500;2\n", "x numbers: 1.019 0.5"),
            ("x;y\n1.019;1,5\n2.25;2\n", "x numbers: 1.019 2.25"),
            ("x;y\n1.019;1,5\n1234.567;2\n", "x numbers: 1.019 1234.567"),
            ("x;y\n1.019;1,5\n$1.500;2\n", "x numbers: 1.019 1.5"),
            ("x;y;z\n1.019;1,5;2.5\n", "x numbers: 1.019"),
            ("x;y\n1.019;1,234\n", "x numbers: 1.019"),
            ("x;y\n1.019;1,5\n0.5;2,5\n", "x numbers: 1.019 0.5"),
            ("x;y\n1.019;5, 6 or 7\n", "x numbers: 1.019"),
        ])
    func pointsBetweenThousands(text: String, line: String) throws {
        #expect(try table(text).lines[0] == line)
        #expect(try table(text, as: .automatic).lines[0] == line)
        var reader = try TableReader(ByteSource(Array(text.utf8)))
        #expect(try reader.read([.init(column: 0, kind: .number)]).lines == [line])
    }

    @Test(
        "Columns that are not shown tell of commas too, in the first hundred rows",
        arguments: ["\n", "\r\n", "\r"])
    func firstRows(lineEnd: String) throws {
        func first(_ rows: Int) throws -> [String] {
            let text =
                "x;y\n" + String(repeating: "2.500;1\n", count: rows) + "1.019;1,5\n"
            let bytes = Array(text.replacing("\n", with: lineEnd).utf8)
            var reader = try TableReader(ByteSource(bytes))
            return try reader.read([.init(column: 0, kind: .number)]).lines
        }
        #expect(try first(1) == ["x numbers: 2500 1019"])
        #expect(try first(99)[0].hasSuffix(" 2500 1019"))
        #expect(try first(100)[0].hasSuffix(" 2.5 1.019"))
    }

    @Test("A point in JSON always stands before a fraction")
    func pointsInJSON() throws {
        #expect(
            try table("[{\"x\":1.019,\"y\":\"1,5\"},{\"x\":\"2.019\",\"y\":\"2,5\"}]").lines
                == ["x numbers: 1.019 2.019", "y numbers: 1.5 2.5"])
        #expect(throws: DataError.self) { try table("{\"x\":[1.019,\"1,5\"]}", as: .number) }
    }

    @Test("A column of thousands that ends in a word keeps what was written")
    func lateWordAmongThousands() throws {
        #expect(
            try table("x;y\n1.019;1,5\n2.000 €;1\nsoon;1\n").lines[0]
                == "x words: <1.019> <2.000 €> <soon>")
    }

    @Test("Points in some numbers and commas in others are refused where numbers are wanted")
    func mixedFractions() throws {
        let place = DataPlace(line: 3, column: 1, name: "x")
        #expect(throws: DataError.badCell(place, found: "2,5", wanted: .decimalPoint)) {
            try table("x;y\n1.5;1\n2,5;2\n", as: .number)
        }
    }

    @Test(
        "A column is what all of its cells are",
        arguments: [
            ("1\n1.50\n-0\n1e3\n", "x numbers: 1 1.5 0 1000"),
            ("1\n1.50\n-0\n1e3\n+5\n.5\nlast\n", "x words: <1> <1.50> <-0> <1e3> <+5> <.5> <last>"),
            ("2025\n2026-05\n", "x times: 2025-1-1 2026-5-1"),
            ("2025\n2026-05\nNA\nsoon\n", "x words: <2025> <2026-05> _ <soon>"),
            ("00123\n10115\n", "x words: <00123> <10115>"),
            ("10115\n00123\n", "x words: <10115> <00123>"),
            ("0\n0.5\n-0.25\n", "x numbers: 0 0.5 -0.25"),
            ("20260131\n", "x numbers: 20260131"),
            ("NA\n\n-\n", "x numbers: _ _"),
            ("1,\n12345678901234567890,\nx,\n", "x words: <1> <12345678901234567890> <x>"),
        ])
    func automatic(cells: String, line: String) throws {
        #expect(try table("x\n" + cells.replacing(",", with: "")).lines == [line])
    }

    @Test("Numbers, times and words are read as such where they are asked for")
    func kinds() throws {
        #expect(try table("x\n007\n", as: .number).lines == ["x numbers: 7"])
        #expect(
            try table("x\n20260131\n2026\n", as: .time).lines == ["x times: 2026-1-31 2026-1-1"])
        #expect(
            try table("x\n1.50\n2026-01-01\n", as: .words).lines == ["x words: <1.50> <2026-01-01>"]
        )
    }

    @Test("Only the columns asked for are given, in that order, as often as they are")
    func order() throws {
        var reader = try TableReader(ByteSource(Array("a,b,c\n1,2,3\n4,x,6\n".utf8)))
        let read = try reader.read([
            .init(column: 2, kind: .number), .init(column: 0, kind: .words),
            .init(column: 2, kind: .number), .init(column: 2, kind: .words),
        ])
        #expect(
            read.lines == [
                "c numbers: 3 6", "a words: <1> <4>", "c numbers: 3 6", "c words: <3> <6>",
            ])
    }

    @Test("Bytes that are no text become a mark in its place")
    func repaired() throws {
        let bytes = Array("x,n\na".utf8) + [0x81, 0x2C, 0x31, 0x0A, 0x61, 0x00, 0x2C, 0x32]
        #expect(try table(bytes).lines == ["x words: <a\u{FFFD}> <a\u{FFFD}>", "n numbers: 1 2"])
    }

    @Test("Cells and names that are no UTF-8 are read as Windows-1252, and others as they are")
    func windows() throws {
        let bytes =
            Array("Temp ".utf8) + [0xB0, 0x43] + Array(";Städte;Preis\n1,5;".utf8)
            + [0x4D, 0xFC] + Array("nchen;5 ".utf8) + [0x80] + Array("\n2,5;Köln;1".utf8)
            + [0xA0] + Array("234\n".utf8)
        #expect(
            try table(bytes).lines == [
                "Temp °C numbers: 1.5 2.5", "Städte words: <München> <Köln>",
                "Preis numbers: 5 1234",
            ])
        let json = Array("[{\"x\":\"".utf8) + [0xFC] + Array("\"},{\"x\":\"ü\"}]".utf8)
        #expect(try table(json).lines == ["x words: <ü> <ü>"])
    }

    @Test("A long cell is cut between two characters where an error shows it")
    func excerpt() {
        for blanks in 0..<4 {
            let text = String(repeating: " ", count: blanks) + String(repeating: "€", count: 80)
            let shown = CellText.excerpt(Array(text.utf8).span)
            #expect(shown.allSatisfy { " €…".contains($0) })
        }
    }

    @Test(
        "A name that comes again gets a number",
        arguments: [
            ("value,value", ["value", "value 2"]),
            ("value,value 2,value,value", ["value", "value 2", "value 3", "value 4"]),
            ("a,b,a,a 2,b,b", ["a", "b", "a 3", "a 2", "b 2", "b 3"]),
        ])
    func repeatedNames(header: String, names: [String]) throws {
        #expect(try table(header + "\n").columns.map(\.name) == names)
        let json = header.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",")
        #expect(try table("[[\(json)]]").columns.map(\.name) == names)
    }

    @Test(
        "What is wrong is told with its line and column",
        arguments: [
            (
                "a,b\n1,2\n3,x\n",
                DataError.badCell(
                    DataPlace(line: 3, column: 2, name: "b"), found: "x", wanted: .number)
            ),
            (
                "a,b\n\"1\n\",2\n3,x\n",
                .badCell(DataPlace(line: 4, column: 2, name: "b"), found: "x", wanted: .number)
            ),
            (
                "a,b\r\n\r\n1,2\r\n3,x\r\n",
                .badCell(DataPlace(line: 4, column: 2, name: "b"), found: "x", wanted: .number)
            ),
            ("#\na,b\n1,2,3\n", .tooManyCells(line: 3, found: 3, wanted: 2)),
            ("a,b\n1,2\n\"3,4\n5,6\n", .openQuote(DataPlace(line: 3, column: 1, name: "a"))),
            (
                "a,b\n1,2\n3,\"4\"5\n",
                .textAfterQuote(DataPlace(line: 3, column: 2, name: "b"), found: "5")
            ),
            ("a,\"b\n1,2\n", .openQuote(DataPlace(line: 1, column: 2, name: ""))),
            ("", .empty), ("\n\n", .empty), ("# only\n", .empty), ("\u{FEFF}", .empty),
            ("a\0b,c\n1,2\n", .noText(.binary)),
        ])
    func errors(text: String, error: DataError) {
        #expect(throws: error) { try table(text, as: .number) }
    }

    @Test("A time that is none is refused where times are wanted")
    func badTime() {
        let place = DataPlace(line: 2, column: 1, name: "t")
        #expect(throws: DataError.badCell(place, found: "2026-02-30", wanted: .time)) {
            try table("t\n2026-02-30\n", as: .time)
        }
    }

    @Test("Bad cells can be kept until it is known which rows are needed")
    func keptBadCells() throws {
        let text = "x,y,t\n1,a,2026-01-01\nb,2,c\n3,,2026-02-30\n\"d\ne\",5,\n"
        var reader = try TableReader(ByteSource(Array(text.utf8)))
        let read = try reader.read(
            [
                .init(column: 0, kind: .number), .init(column: 1, kind: .number),
                .init(column: 2, kind: .time),
            ], keepsBadCells: true)
        #expect(
            read.lines == ["x numbers: 1 _ 3 _", "y numbers: _ 2 _ 5", "t times: 2026-1-1 _ _ _"])
        func place(_ line: Int, _ column: Int) -> DataPlace {
            DataPlace(line: line, column: column, name: ["x", "y", "t"][column - 1])
        }
        let rows: [([Bool], DataError?)] = [
            ([true, true, true, true], .badCell(place(2, 2), found: "a", wanted: .number)),
            ([false, true, true, true], .badCell(place(3, 1), found: "b", wanted: .number)),
            (
                [false, false, true, true],
                .badCell(place(4, 3), found: "2026-02-30", wanted: .time)
            ),
            ([false, false, false, true], .badCell(place(5, 1), found: "d\ne", wanted: .number)),
            ([false, false, false, false], nil),
        ]
        for (isKept, error) in rows { #expect(reader.badCell(in: isKept) == error) }
    }

    @Test("Bad cells of JSON can be kept too, and know their records")
    func keptRecords() throws {
        for text in [
            "[{\"x\":1},\n{\"x\":\"a\"},\n{\"x\":[2]}]", "{\"x\":[1,\n\"a\",\n[2]]}",
            "[[\"x\"],[1],\n[\"a\"],\n[[2]]]",
        ] {
            var reader = try TableReader(ByteSource(Array(text.utf8)))
            let read = try reader.read([.init(column: 0, kind: .number)], keepsBadCells: true)
            #expect(read.lines == ["x numbers: 1 _ _"])
            let place = DataPlace(line: 2, column: 1, name: "x", record: 2)
            let last = DataPlace(line: 3, column: 1, name: "x", record: 3)
            #expect(
                reader.badCell(in: [true, true, true])
                    == .badCell(place, found: "a", wanted: .number))
            #expect(
                reader.badCell(in: [true, false, true])
                    == .badCell(last, found: "[", wanted: .value))
            #expect(reader.badCell(in: [true, false, false]) == nil)
        }
    }

    @Test(
        "Words that are left when rows go may be numbers or times",
        arguments: [
            ("1,2\n3,4\nsum,5\n", [true, true, false], "x numbers: 1 3"),
            ("2026-01-01,2\n,4\nsum,5\n", [true, true, false], "x times: 2026-1-1 _"),
            ("1,2\nx,4\nsum,5\n", [true, true, false], "x words: <1> <x>"),
            ("1,2\n3,4\nsum,5\n", [true, false, true], "x words: <1> <sum>"),
            ("007,2\n008,4\nsum,5\n", [true, true, false], "x words: <007> <008>"),
            ("\"NA\",2\n1,4\nsum,5\n", [true, true, false], "x numbers: _ 1"),
        ])
    func reread(rows: String, isKept: [Bool], line: String) throws {
        var reader = try TableReader(ByteSource(Array(("x,y\n" + rows).utf8)))
        var read = try reader.read([.init(column: 0, kind: .automatic)], keepsBadCells: true)
        read.keep(isKept)
        read.columns[0].values = reader.reread(read.columns[0].values, zone: .utc)
        #expect(read.lines == [line])
    }

    @Test("UTF-16 is told from text that is read here")
    func utf16() {
        #expect(throws: DataError.noText(.utf16)) { try table([0xFF, 0xFE, 0x61, 0]) }
        #expect(throws: DataError.noText(.utf16)) { try table([0xFE, 0xFF, 0, 0x61]) }
    }

    @Test("A cell that goes on and on is refused before it is read to its end")
    func endlessCell() {
        let x = String(repeating: "x", count: 40)
        for text in [
            x, "a,b\n" + x, "a,b\n1," + x, "a,b\n1,2\n" + x + ",1\n", "a,b\n" + x + "\n",
            "sep=;\n" + x,
            "a,b\n\"1\",   " + x, "a,b\n\"" + x, "a;b\n1;" + x + x + "\n3;4", "a,b\n1,\"2\"" + x,
        ] {
            var (read, limits) = (0, TableLimits())
            limits.cell = 20
            let endless = ByteSource { buffer in
                guard read < 100_000 else { return 0 }
                let bytes = Array((text + x).utf8)
                for index in 0..<min(4, buffer.count) {
                    let place = read + index
                    buffer[index] = place < bytes.count ? bytes[place] : 0x78
                }
                read += min(4, buffer.count)
                return min(4, buffer.count)
            }
            #expect(throws: DataError.limit(.cell, most: 20, setting: "PLOT_MAX_CELL")) {
                var reader = try TableReader(
                    Pieces(endless, limits: limits, size: 16), limits: limits)
                _ = try reader.read([.init(column: 0, kind: .words)])
            }
            #expect(read < 1000)
        }
    }

    @Test("Comments and blanks around a cell may be of any length")
    func longButNoCells() throws {
        let long = String(repeating: " ", count: 300)
        var limits = TableLimits()
        limits.cell = 5
        let text = "#" + long + "ab" + long + "\na,\(long)b\(long)\n\(long)1,\(long)2\n3,4\n"
        var place = 0
        let bytes = Array(text.utf8)
        let source = ByteSource { buffer in
            let count = min(7, buffer.count, bytes.count - place)
            for index in 0..<count { buffer[index] = bytes[place + index] }
            place += count
            return count
        }
        var reader = try TableReader(Pieces(source, limits: limits, size: 16), limits: limits)
        let read = try reader.read([
            .init(column: 0, kind: .number), .init(column: 1, kind: .number),
        ])
        #expect(read.lines == ["a numbers: 1 3", "b numbers: 2 4"])
    }

    @Test("What is more than the operator allows is refused, with the setting that allows more")
    func limits() {
        var limits = TableLimits()
        limits.rows = 2
        limits.columns = 2
        limits.cell = 5
        limits.bytes = 40
        func refusal(_ text: String) -> DataError? {
            do {
                _ = try table(text, limits: limits)
                return nil
            } catch {
                return error as? DataError
            }
        }
        #expect(refusal("a,b\n1,2\n3,4\n") == nil)
        #expect(refusal("a,b\n1,2\n3,4\n5,6") == .limit(.rows, most: 2, setting: "PLOT_MAX_ROWS"))
        #expect(refusal("a,b,c\n") == .limit(.columns, most: 2, setting: "PLOT_MAX_COLUMNS"))
        #expect(refusal("a,b\n\"123456\",1") == .limit(.cell, most: 5, setting: "PLOT_MAX_CELL"))
        #expect(
            refusal("a,b\n" + String(repeating: " ", count: 50))
                == .limit(.bytes, most: 40, setting: "PLOT_MAX_DATA"))
        #expect(refusal("[{\"a\":1},{\"a\":2}]") == nil)
        #expect(
            refusal("[{\"a\":1},{\"a\":2},{\"a\":3}]")
                == .limit(.rows, most: 2, setting: "PLOT_MAX_ROWS"))
        #expect(
            refusal("{\"a\":[1,2,3]}") == .limit(.rows, most: 2, setting: "PLOT_MAX_ROWS"))
        #expect(
            refusal("[{\"a\":1,\"b\":2,\"c\":3}]")
                == .limit(.columns, most: 2, setting: "PLOT_MAX_COLUMNS"))
        #expect(
            refusal("[{\"a\":\"123456\"}]") == .limit(.cell, most: 5, setting: "PLOT_MAX_CELL"))
    }
}
