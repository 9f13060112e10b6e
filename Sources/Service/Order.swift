import Dialects
import Gateway

/// What is to be drawn and in which form: the request less everything that concerns serving it.
struct Order {
    private(set) var pairs: [Pair] = []
    private(set) var limits = NativeLimits()
    private(set) var form = Form.png
    /// The name under which a browser saves the picture.
    private(set) var fileName: String?
    /// Who the body of an error is made for, where the query says so: `errors=page|image`.
    private(set) var errorAudience: Audience?

    /// Takes the request apart. Pairs that fit are kept even if a later one is refused, so that a
    /// picture of the error has the size that was asked for.
    mutating func read(_ request: Request) throws(Failure) {
        limits = NativeLimits(.process)
        var form: String?
        for parameter in request.query.parameters {
            switch (parameter.key, parameter.value) {
            case ("errors", "page"): errorAudience = .page
            case ("errors", "image"): errorAudience = .image
            case ("format", let value) where Self.isOutput(value): form = value
            default: pairs.append(Pair(parameter.key, parameter.value))
            }
        }
        try readPath(request.path, hasChart: !request.query.isEmpty, form: form)
    }

    /// The ending of the path chooses the form, the rest of it names the file.
    private mutating func readPath(
        _ path: String, hasChart: Bool, form: String?
    ) throws(Failure) {
        let name = path.utf8.first == UInt8(ascii: "/") ? String(path.dropFirst()) : path
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if !name.isEmpty, !hasChart { throw .unknownChart }
        let ending = parts.count > 1 ? parts.last.map(String.init) : nil
        if let chosen = ending ?? form {
            guard let form = Form(named: chosen) else {
                throw .unknownForm(chosen, known: Form.allCases.map { $0.rawValue })
            }
            self.form = form
        }
        if !name.isEmpty { fileName = ending == nil ? name + ".png" : name }
    }

    /// Whether `format=` means the picture's and not that of a mark's labels: a word of letters, as no
    /// number format is.
    private static func isOutput(_ value: String) -> Bool {
        value.utf8.count > 2 && value.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 }
    }
}

extension NativeLimits {
    /// As the operator set them.
    init(_ environment: Environment) {
        self.init()
        side = environment.setting("PLOT_MAX_SIDE", default: side)
        pixels = environment.setting("PLOT_MAX_PIXELS", default: pixels)
        values = environment.setting("PLOT_MAX_VALUES", default: values)
        marks = environment.setting("PLOT_MAX_MARKS", default: marks)
    }
}
