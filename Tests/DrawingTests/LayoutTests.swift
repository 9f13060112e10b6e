import Drawing
import Figures
import Fonts
import Scenes
import Testing
import Trials

/// What holds for the layout of any chart, over many of them. A failure names its query, which draws
/// the same picture at the shell: `plot 'QUERY' > chart.png`.
@Suite("Layout")
struct LayoutTests {
    static func findings(in query: Query) throws -> [LayoutCheck.Finding] {
        let figure = try query.figure()
        let fonts = Fonts()
        let scene = figure.drawn(with: fonts)
        return LayoutCheck(scene, theme: figure.theme, fonts: fonts).findings
    }

    /// Records every fault of `query` but those in `known`.
    static func expectSound(
        _ query: Query, except known: Set<LayoutCheck.Fault> = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for finding in try findings(in: query) where !known.contains(finding.fault) {
            Issue.record("\(finding)\n\(query)", sourceLocation: sourceLocation)
        }
    }

    // MARK: Everyday charts

    static let everyday = [
        "line=3,1,4,1,5,9,2,6",
        "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits",
        "x=-10..10&line=sin(x)/x&name=sinc&line=cos(x)&name=cos&title=Waves",
        "scatter=1:2,2:3,3:5,4:4&xlabel=Load&ylabel=Latency+(ms)",
        "pie=60,25,15&labels=Chrome,Safari,Firefox",
        "x=2026-01-01,2026-02-01,2026-03-01&line=5,7,6&name=2025&line=6,9,8&name=2026&legend=bottom",
        "area=1,3,2&name=A&area=2,1,4&name=B&stack=1",
        "bar=4,2&name=A&bar=3,5&name=B&labels=North,South&stack=1&horizontal=1",
        "hist=1,2,2,3,3,3,4,4,5&bins=5",
        "line=1,10,100,1000&yscale=log",
        "box=1,2,3,4,9&name=A&box=2,3,4&name=B",
        "donut=3,2,1&labels=Yes,No,Maybe&name=Votes",
        "line=1,2,3&name=Left&ylabel=L&line=30,20,10&name=Right&axis=right&y2label=R",
    ]

    @Test("An everyday chart has every text readable and every mark inside, at any size")
    func everydayCharts() throws {
        for text in Self.everyday {
            for size in ["200x120", "320x200", "400x300", "800x400", "1600x900", "4000x3000"] {
                // A name in the hole of a small ring is not fitted to it.
                if text.hasPrefix("donut"), size == "200x120" { continue }
                try Self.expectSound(try Query(text).with("size", size))
            }
        }
    }

    @Test("Labels of points stand clear of each other, of the axes, and of other marks' labels")
    func labelsOfPoints() throws {
        let crowd = (0..<60).map { "\(($0 * 37) % 101):\(($0 * 53) % 97):\($0 % 7)" }
        let pairs = crowd.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
        let names = crowd.indices.map { "Name \($0)" }.joined(separator: ",")
        for query in [
            "scatter=\(pairs.joined(separator: ","))&labels=\(names)",
            "scatter=\(pairs.prefix(20).joined(separator: ","))&labels=\(names)"
                + "&scatter=\(pairs.suffix(20).joined(separator: ","))&labels=1",
            "bubble=\(crowd.joined(separator: ","))&labels=\(names)",
            "scatter=1:1,1.02:1.01,2:2,2.01:2.1,3:1&labels=Alpha,Beta,Gamma,Delta,Epsilon",
        ] {
            for size in ["200x120", "420x260", "800x400"] {
                // In a crowd a label may cover markers.
                try Self.expectSound(
                    try Query(query).with("size", size), except: [.markOverText])
            }
        }
    }

    @Test("Of labels that would meet the later one moves, and goes where all around is taken")
    func labelsThatMove() throws {
        func labels(_ query: String) throws -> [String] {
            try Query(query).figure().drawn(with: Fonts()).items.compactMap { item in
                if case .text(let line, _, _, _) = item, line.text.hasPrefix("L") {
                    line.text
                } else {
                    nil
                }
            }
        }
        let few = try labels("scatter=1:1,1:1,1:1,1:1&labels=L1,L2,L3,L4&x=0..2&ylim=0..2")
        #expect(few == ["L1", "L2", "L3", "L4"])
        let many = try labels("scatter=1:1,1:1,1:1,1:1,1:1&labels=L1,L2,L3,L4,L5&ylim=0..2")
        #expect(many == ["L1", "L2", "L3", "L4"])
    }

    @Test("A chart of the smallest sizes keeps its texts inside and apart")
    func thumbnails() throws {
        for text in Self.everyday where !text.hasPrefix("donut") {
            for size in ["16x16", "120x24", "60x40"] {
                try Self.expectSound(try Query(text).with("size", size), except: [.markOutside])
            }
        }
    }

    @Test("Grid, axes and baselines lie on whole pixels", arguments: ["1", "1.5", "2", "3"])
    func pixels(density: String) throws {
        for text in Self.everyday {
            for size in ["333x222", "800x400", "1601x901"] {
                let query = try Query(text).with("size", size).with("dpr", density)
                let findings = try Self.findings(in: query).filter { $0.fault == .betweenPixels }
                #expect(findings.isEmpty, "\(query)")
            }
        }
    }

    @Test(
        "The edges of bars lie on whole pixels",
        arguments: ["bar=1,2,3", "bar=5,-3,4&name=A&bar=1,2,3&name=B", "hist=1,2,2,3,3,3,9"],
        ["1", "1.5", "2"])
    func bars(text: String, density: String) throws {
        let figure = try Query(text).with("dpr", density).with("size", "333x222").figure()
        let scene = figure.drawn(with: Fonts())
        var count = 0
        for case .fill(let path, let color) in scene.items
        where figure.theme.palette.contains(color) {
            // Samples of the legend are squares; bars are not.
            guard let box = path.bounds, abs(box.width - box.height) > 1 else { continue }
            count += 1
            for edge in [box.minX, box.maxX, box.minY, box.maxY] {
                let pixels = edge * scene.density
                #expect(abs(pixels - pixels.rounded()) < 1e-6, "\(box.written)")
            }
        }
        #expect(count > 2)
    }

    // MARK: Texts of any length

    @Test(
        "Titles, legends and captions of any length leave a sound chart",
        arguments: ["320x200", "800x400"])
    func longTexts(size: String) throws {
        var random = SeededRandom(seed: 21)
        for length in [1, 20, 60, 150, 300] {
            for key in ["title", "subtitle", "caption", "xlabel", "ylabel", "y2label", "name"] {
                var query = try Query("bar=5,3,-2&name=Bars&line=1,2,3&name=Line&axis=right")
                query.add("size", size)
                query.add(key, RandomCharts.text(of: length, with: &random))
                try Self.expectSound(query)
            }
        }
    }

    @Test(
        "A legend of any number of names stays inside, wherever it stands",
        arguments: ["top", "right", "bottom", "left"])
    func legends(position: String) throws {
        for count in [1, 2, 5, 12, 30] {
            for length in [12, 60] {
                var query = try Query("size=400x300&legend=" + position)
                for index in 1...count {
                    query.add("line", "1,2,\(index)")
                    query.add("name", String(repeating: "Name ", count: length / 5) + "\(index)")
                }
                try Self.expectSound(query)
            }
        }
    }

    @Test("Names of bands of any number and length stand apart", arguments: ["0", "1"])
    func bands(horizontal: String) throws {
        let text = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor"
        for count in [1, 2, 5, 9, 15, 25, 60, 500] {
            for length in [1, 4, 9, 18, 40, 75] {
                let names = (0..<count).map { String(text.dropFirst($0 * 7 % 40).prefix(length)) }
                var query = try Query("size=640x360&horizontal=" + horizontal)
                query.add("bar", names.indices.map { "\($0 * 7 % 11 + 1)" }.joined(separator: ","))
                query.add("labels", names.joined(separator: ","))
                try Self.expectSound(query)
            }
        }
    }

    // MARK: Numbers and dates of any size

    @Test(
        "Numbers of any size get labels that fit",
        arguments: [
            "0,0", "1,1", "-1,-1", "_,_", "_,5", "0,1e-300", "1e-9,2e-9", "1e15,1000000000000001",
            "123456.789,123456.79", "1e300,-1e300", "0,1e100", "-1e-5,1e5", "999999,1000001",
        ])
    func numbers(values: String) throws { try expectSoundNumbers(values) }

    @Test(
        "The largest numbers that the language takes can be drawn",
        arguments: ["1e300,-1e300", "9e299,1e300", "1e-300,1e300"])
    func largest(values: String) throws { try expectSoundNumbers(values) }

    private func expectSoundNumbers(_ values: String) throws {
        for mark in ["line", "bar", "area", "box"] {
            for scale in ["linear", "log", "symlog"] {
                let query = try Query("\(mark)=\(values)&yscale=\(scale)&size=320x200")
                try Self.expectSound(query)
            }
        }
    }

    @Test(
        "Dates from milliseconds to centuries get labels that fit, with daylight saving and without",
        arguments: ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"])
    func dates(zone: String) throws {
        for start in ["2026-03-28T22:00", "2026-10-24T20:00", "2024-02-29", "1900-01-01"] {
            for end in [
                "2026-03-28T22:00:01", "2026-03-29T12:00", "2026-10-25T06:00", "2026-11-20",
                "2030-01-01", "2300-01-01",
            ] where end > start {
                var query = try Query("line=1,5,2&size=640x300&tz=" + zone)
                query.add("x", start + ".." + end)
                try Self.expectSound(query)
            }
        }
    }

    @Test(
        "Value labels stay inside the picture",
        arguments: [
            "bar=12,19,3", "bar=-12,-19,-3", "bar=12,19,3&horizontal=1",
            "bar=123456789,-123456789&horizontal=1", "line=1,2,3", "line=1,1,1", "stem=1,2,3",
            "bar=5,3&name=A&bar=2,4&name=B&stack=1", "hist=1,1,2,3", "scatter=1:1,2:2,9:9",
            "bar=1,2,3&errors=1,1,1", "line=123456789,-123456789",
        ])
    func valueLabels(text: String) throws {
        for size in ["60x40", "200x120", "800x400"] {
            let query = try Query(text).with("labels", "1").with("size", size)
            let outside = try Self.findings(in: query).filter { $0.fault == .textOutside }
            #expect(outside.isEmpty, "\(query): \(outside)")
        }
    }

    // MARK: Anything

    @Test("No chart has a coordinate that is no number, or a grid between pixels", arguments: 1...4)
    func anything(seed: Int) throws {
        for query in RandomCharts(seed: UInt64(seed)).prefix(60) {
            let findings = try Self.findings(in: query)
            let faults = findings.filter { [.notFinite, .betweenPixels].contains($0.fault) }
            #expect(faults.isEmpty, "\(faults)\n\(query)")
        }
    }

    @Test("Any chart has its texts inside and apart", arguments: 5...7)
    func anyTexts(seed: Int) throws {
        for query in RandomCharts(seed: UInt64(seed)).prefix(60) {
            try Self.expectSound(query, except: [.markOutside])
        }
    }

    @Test(
        "Names that hardly fit stay inside and apart",
        arguments: [
            // Turned, the first and the last of them much longer than the rest.
            "bar=1&labels=Lorem+ipsum+dolor+sit+amet+consectetur+a,Lor,psu,lor,am,ons,tur,pis,el,ed,em,m+d,si,et,ect,ad,cin,it,do,ips,olo,t+a,con,etu,ipi,g+e,sed,rem,um,r+s,met",
            "line=1&axis=right&labels=Nineteen,,,,,,,,,&size=200x120",
            "bar=1.7&labels=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,Glucose&size=320x200",
            // Level ones, wider than the room beside the axis.
            "hist=1000486526071870", "hist=10010000000000&size=400x300",
            "x=2026-03-28T22:00..2026-03-28T22:00:00.003&line=1,2&size=320x200",
            "x=2026-12-31T23:59:59..2027-01-24T03:33:20&line=-1000000.25,-999999.3&size=200x120",
            // Beside their bands, letters below the line over letters with accents.
            "bar=1&labels=a,b,c,d,e,f,g,h,i,j,k,l,Many+pages,gypsy+%C3%84s,o,p,q,r,s,t&horizontal=1&size=800x300",
        ])
    func tightNames(text: String) throws { try Self.expectSound(try Query(text)) }

    // MARK: Parts that are fitted

    @Test(
        "A legend says how many names are left out within its own width",
        arguments: [
            "donut=1,1,1,1,1,1,1,1,1,1,1,1,1&labels=0&size=200x120",
            "legend=right&size=300x60&line=1&name=A&line=2&name=B&line=3&name=C&line=4&name=D",
        ])
    func namesLeftOut(text: String) throws { try Self.expectSound(try Query(text)) }

    @Test(
        "The name of a pie stands in the hole, and is fitted to it",
        arguments: ["donut=3,4&name=Requests+per+day&size=200x120", "pie=1,1&name=Total"])
    func namesOfPies(text: String) throws { try Self.expectSound(try Query(text)) }

    @Test(
        "Markers and bubbles lie inside the picture, and not over labels",
        arguments: [
            "bubble=1,9&size=200x120", "bubble=1&size=120x24", "stem=1,9&yscale=log&size=120x24",
        ])
    func markers(text: String) throws { try Self.expectSound(try Query(text)) }

    @Test(
        "The names of rules stay inside the picture and apart",
        arguments: [
            "line=1,2,3&hline=2&name=A+target+that+has+a+very+long+name+and+does+not+fit+at+all&size=300x200",
            "line=1,2,3&vline=2&name=A+target+that+has+a+very+long+name+and+does+not+fit+at+all&size=300x200",
            "line=1,2,3&vline=1.2&name=Start&vline=1.3&name=Begin&size=300x200",
            "line=1,2,3&hline=2&name=Mean&hline=2.05&name=Median&size=300x200",
        ])
    func rules(text: String) throws { try Self.expectSound(try Query(text)) }
}
