import Testing

@testable import Tables

@Suite("Numbers as files have them")
struct WrittenNumberTests {
    @Test(
        "A number may bear a percent sign, a currency, parentheses or marks between its thousands",
        arguments: [
            ("12%", 12.0), ("31,2 %", 31.2), ("-0.5\u{A0}%", -0.5), ("$1,200", 1200),
            ("$1,200.50", 1200.5), ("€300", 300), ("-$5,000", -5000), ("$-5", -5), ("300 €", 300),
            ("1.234,50 €", 1234.5), ("£7", 7), ("¥ 9", 9), ("USD 5", 5), ("5 USD", 5),
            ("(12,000)", -12000), ("($3.25)", -3.25), ("1 234,5", 1234.5), ("1 234 567", 1_234_567),
            ("1\u{A0}234", 1234), ("-1\u{202F}234.5", -1234.5), ("1'234.50", 1234.5),
            ("1\u{2019}234", 1234), ("\u{2212}4.5", -4.5), ("12 345 €", 12345), ("5%", 5),
        ])
    func dressed(cell: String, value: Double) throws {
        for kind in [TableReader.Kind.automatic, .number] {
            #expect(
                try table("x\ty\n\(cell)\t1\n", as: kind).columns[0].values == .numbers([value]))
        }
    }

    @Test(
        "What is no number stays a word",
        arguments: [
            "1 23", "1 2345", "12 34", "0 123", "1 234'567", "1'23", "5 %%", "$", "%", "()", "(5",
            "5)", "(-5)", "--5", "$5€", "ABC 5", "1 234.5.6", "1'234,567.8", "5 kg", "$ $ 5",
            "€ 1 2",
        ])
    func words(cell: String) throws {
        #expect(try table("x\ty\n\(cell)\t1\n").lines[0] == "x words: <\(cell)>")
        #expect(throws: DataError.self) { try table("x\ty\n\(cell)\t1\n", as: .number) }
    }

    @Test("A column of them that ends in a word keeps what was written")
    func lateWord() throws {
        #expect(
            try table("x\ty\n12 %\t1\n(5)\t1\nsoon\t1\n").lines[0]
                == "x words: <12 %> <(5)> <soon>")
    }

    @Test("Spreadsheets and statisticians have their own ways to say that a value is missing")
    func missing() throws {
        #expect(
            try table("x,y\n1,#N/A\n2,n.a.\n3,--\n4,.\n5,6\n").lines[1] == "y numbers: _ _ _ _ 6")
    }

    @Test("True and false are 1 and 0 where numbers are asked for, else words")
    func truth() throws {
        let text = "x\ntrue\nFALSE\nTrue\n2\n"
        #expect(try table(text, as: .number).lines == ["x numbers: 1 0 1 2"])
        #expect(try table(text).lines == ["x words: <true> <FALSE> <True> <2>"])
        #expect(
            try table("[{\"x\":true},{\"x\":false},{\"x\":null}]", as: .number).lines
                == ["x numbers: 1 0 _"])
        #expect(throws: DataError.self) { try table("x\nyes\n", as: .number) }
    }
}
