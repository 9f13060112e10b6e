import CLibc

/// The functions that formulas know, of one argument and of two.
enum FormulaFunction: String, CaseIterable, Sendable {
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
    case exp, ln, log, log2, log10, sqrt, cbrt, abs, sign, floor, ceil, round, gamma, erf
    case min, max, pow, mod, hypot, atan2

    var arguments: Int {
        switch self {
        case .min, .max, .pow, .mod, .hypot, .atan2: 2
        default: 1
        }
    }

    func value(_ x: Double) -> Double {
        switch self {
        case .sin: CLibc.sin(x)
        case .cos: CLibc.cos(x)
        case .tan: CLibc.tan(x)
        case .asin: CLibc.asin(x)
        case .acos: CLibc.acos(x)
        case .atan: CLibc.atan(x)
        case .sinh: CLibc.sinh(x)
        case .cosh: CLibc.cosh(x)
        case .tanh: CLibc.tanh(x)
        case .exp: CLibc.exp(x)
        case .ln, .log: CLibc.log(x)
        case .log2: CLibc.log2(x)
        case .log10: CLibc.log10(x)
        case .sqrt: x.squareRoot()
        case .cbrt: CLibc.cbrt(x)
        case .abs: Swift.abs(x)
        case .sign: x > 0 ? 1 : x < 0 ? -1 : x
        case .floor: x.rounded(.down)
        case .ceil: x.rounded(.up)
        case .round: x.rounded()
        case .gamma: tgamma(x)
        case .erf: CLibc.erf(x)
        case .min, .max, .pow, .mod, .hypot, .atan2: .nan
        }
    }

    func value(_ x: Double, _ y: Double) -> Double {
        switch self {
        case .min: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
        case .max: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
        case .pow: Formula.Operator.power.value(x, y)
        case .mod: Formula.Operator.modulo.value(x, y)
        case .hypot: CLibc.hypot(x, y)
        case .atan2: CLibc.atan2(x, y)
        default: .nan
        }
    }
}
