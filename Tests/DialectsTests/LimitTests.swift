import Dialects
import Scenes
import Tables
import Testing

@Suite("Limits of the operator's")
struct LimitTests {
    private func refusal(_ text: String, _ limits: NativeLimits) -> NativeError? {
        do throws(NativeError) {
            _ = try Query(text).figure(limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("A formula has so many bytes and no more")
    func bytes() {
        var limits = NativeLimits()
        limits.formulas.bytes = 10
        #expect(refusal("line=x*x*x*x*22", limits) == nil)
        #expect(
            refusal("line=x*x*x*x*222", limits)
                == .wrong(key: "line", at: 10, found: "2", .formula(.tooLong(most: 10))))
        limits.formulas.bytes = 1 << 20
        let long = "x" + String(repeating: "*x", count: 5_000)
        #expect(refusal("x=0..1&line=" + long, limits) == nil)
    }

    @Test("A formula is nested so deeply and no deeper, also among columns")
    func depth() {
        var limits = NativeLimits()
        limits.formulas.depth = 3
        #expect(refusal("line=((x))", limits) == nil)
        #expect(
            refusal("line=(((x)))", limits)
                == .wrong(key: "line", at: 3, found: "x", .formula(.tooDeep(most: 3))))
        var columns = query("line=(((y)))", "y\n1\n")
        #expect(throws: NativeError.self) { try columns.figure(limits) }
        columns = query("line=((y))", "y\n1\n")
        #expect(throws: Never.self) { try columns.figure(limits) }
    }

    @Test("No setting lets a formula or JSON be deeper than the stack bears")
    func stack() throws {
        var limits = NativeLimits()
        limits.formulas.depth = .max
        limits.tables.depth = .max
        #expect(limits.formulas.depth == FormulaLimits.deepest)
        #expect(limits.tables.depth == TableLimits.deepest)
        let (open, close) = (
            String(repeating: "(", count: 999), String(repeating: ")", count: 999)
        )
        #expect(refusal("x=0..1&line=" + open + "x" + close, limits) == nil)
        let nested =
            String(repeating: "{\"a\":", count: 998) + "[{\"y\":1}]"
            + String(repeating: "}", count: 998)
        #expect(throws: Never.self) { try query("line=y", nested).figure(limits) }
    }

    @Test("An axis is told to name so many values and no more")
    func ticks() {
        var limits = NativeLimits()
        limits.ticks = 3
        #expect(refusal("line=1,2&xticks=1,2,3", limits) == nil)
        #expect(
            refusal("line=1,2&xticks=1,2,3,a", limits)
                == .limit(key: "xticks", count: 4, most: 3, setting: "PLOT_MAX_TICKS"))
    }

    @Test("All conditions together compare with so many values and no more")
    func comparisons() {
        var limits = NativeLimits()
        limits.comparisons = 2
        #expect(throws: NativeError.tooManyComparisons(count: 3, most: 2)) {
            try query("line=y&where=y=1|2&where=y=1", "y\n1\n").figure(limits)
        }
    }

    @Test("JSON is nested so deeply and no deeper")
    func json() {
        var limits = NativeLimits()
        limits.tables.depth = 3
        #expect(throws: Never.self) {
            try query("line=y", "{\"a\":[{\"y\":1}]}").figure(limits)
        }
        #expect(throws: NativeError.data(.limit(.depth, most: 3, setting: "PLOT_MAX_DEPTH"))) {
            try query("line=y", "{\"a\":{\"b\":[{\"y\":1}]}}").figure(limits)
        }
    }

    @Test(
        "Of bars that lie over each other as many are drawn as show", arguments: [20_000, 80_000])
    func bars(count: Int) throws {
        let values = (0..<count).map { "\($0 * 7919 % 10)" }.joined(separator: ",")
        let items = try Query("bar=" + values).scene().items
        // Two in an eighth of a pixel, and one at its start and end each.
        #expect(items.count < 800 * 8 * 4)
    }
}
