package import Dialects
import Figures
import Fonts
import Gateway

/// The whole way of one request, and the one place where an error becomes an answer.
public enum Service {
    /// How far a request has come.
    package enum Stage {
        /// It has been read, and files are still open to it.
        case read
        /// It is being drawn.
        case drawn
        /// The answer is known, and nothing of it has been sent.
        case known
    }

    /// Serves the request that the environment holds, or the command line where no server speaks, or
    /// all who connect where the process was given a socket. The result is the exit status of the
    /// process.
    public static func run(arguments: () -> [String]) -> Int32 {
        run(arguments: arguments) { _, _ in }
    }

    /// The same with something that happens on the way, at each stage.
    package static func run(
        arguments: () -> [String], probe: @escaping (Stage, [Pair]) -> Void
    ) -> Int32 {
        guard CGI.prepare() else { return 1 }
        let fonts = Fonts()
        if FastCGI.isServer { return FastCGI.serve { answer(to: $0, with: fonts, probe) } }
        let call = Call(arguments: arguments)
        if call.isAlone {
            Guard.install()
            Guard.limitMemory(Guard.Bounds(call.environment))
        }
        return CGI.send(answer(to: call, with: fonts, probe), to: call.caller)
    }

    /// From the request to bytes, top to bottom. Nothing is sent before all of it has succeeded.
    static func answer(
        to call: Call, with fonts: Fonts, _ probe: (Stage, [Pair]) -> Void
    ) -> Answer {
        let caller = call.caller
        Guard.shape(ErrorAnswer(to: caller, Order()).look, for: caller)
        let request: Request
        do {
            if let signed = try Signing.answer(to: call) { return signed }
            request = try receive(call)
        } catch {
            return ErrorAnswer(to: caller, .refused(call.environment))
                .answer(to: error, with: fonts)
        }
        if caller.isServed { Guard.start(Guard.Bounds(call.environment)) }
        var order = Order()
        do {
            if request.method == .options { return .options }
            try checkSignature(of: request, to: call)
            if request.isVisit { return Gallery.answer(to: request) }
            if request.isBareCommand { return Usage.answer }
            try order.read(request, from: Shelves(call.environment, for: caller))
            Guard.shape(ErrorAnswer(to: caller, order).look, for: caller)
            probe(.read, order.pairs)
            if call.isAlone { Guard.enterSandbox() }
            probe(.drawn, order.pairs)
            let answer = try chart(order, for: request, with: fonts)
            probe(.known, order.pairs)
            return answer
        } catch {
            return ErrorAnswer(to: caller, order).answer(to: error, with: fonts)
        }
    }

    private static func receive(_ call: Call) throws(Failure) -> Request {
        do {
            return try call.request()
        } catch {
            throw .request(error)
        }
    }

    /// At a shell everybody may draw.
    private static func checkSignature(of request: Request, to call: Call) throws(Failure) {
        guard call.caller.isServed, let signature = Signature(call.environment) else { return }
        guard signature.holds(path: request.path, request.query.parameters) else {
            throw .notSigned
        }
    }

    /// Who holds the chart already does not get it again. If they know it by its tag, it is not even
    /// read: only the same request to the same build can have given it to them.
    private static func chart(
        _ order: Order, for request: Request, with fonts: Fonts
    ) throws(Failure) -> Answer {
        let (tag, freshness) = (order.tag(for: request), order.freshness(for: request))
        if let held = tag.flatMap({ request.held.match(for: $0) }), let freshness {
            return .notModified(held, freshness)
        }
        let figure = try figure(order)
        if let tag, let freshness, request.held.isAnything { return .notModified(tag, freshness) }
        var answer = try picture(of: figure, order, with: fonts)
        answer.entityTag = tag
        answer.freshness = freshness
        answer.isOwn = order.showsOwnData
        return answer
    }

    /// The chart, and that it can have the form that was ordered.
    private static func figure(_ order: Order) throws(Failure) -> Figure {
        let figure: Figure
        do {
            figure = try Native.figure(
                from: order.pairs, data: order.dataFiles.sources, limits: order.limits)
        } catch {
            throw .native(error)
        }
        do {
            try order.form.check(figure)
        } catch {
            throw .encoding(error)
        }
        return figure
    }

    private static func picture(
        of figure: Figure, _ order: Order, with fonts: Fonts
    ) throws(Failure) -> Answer {
        let name =
            order.name.isEmpty ? FileName.of(title: figure.title) : FileName.of(path: order.name)
        do {
            return Answer(
                contentType: order.form.contentType,
                body: try order.form.bytes(of: figure, quality: order.quality, with: fonts),
                fileName: name + "." + order.form.ending, isDownload: order.isDownload)
        } catch {
            throw .encoding(error)
        }
    }
}

extension Request {
    /// A browser that asks for the bare program gets the gallery.
    fileprivate var isVisit: Bool {
        query.isEmpty && (path.isEmpty || path == "/")
            && [.page, .anyone].contains(caller.audience)
    }

    /// A shell that gave no chart, or asks for help, gets told how.
    fileprivate var isBareCommand: Bool {
        let asksForHelp =
            query.parameters.count == 1 && ["--help", "-h"].contains(query.parameters[0].key)
        return caller.audience == .terminal && (query.isEmpty || asksForHelp)
    }
}
