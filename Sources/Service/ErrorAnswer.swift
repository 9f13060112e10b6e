import Dialects
import Drawing
import Encoding
import Figures
import Fonts
import Gateway
import Rendering
import Scenes

/// Answers to what went wrong, in the form that suits who asked.
struct ErrorAnswer {
    let look: ErrorLook
    private let size: Size

    init(to caller: Caller, _ order: Order) {
        look = Self.look(for: caller.audience, order)
        let asked = Native.size(askedBy: order.pairs, limits: order.limits)
        size = asked.map { Size($0.width, $0.height) } ?? Size(400, 90)
    }

    /// As large as it is where nobody says.
    init(as look: ErrorLook) {
        self.look = look
        size = Size(400, 90)
    }

    func answer(to failure: Failure, with fonts: Fonts = Fonts()) -> Answer {
        let status = failure.status
        let words = Explanation(failure)
        switch look {
        case .picture: return picture(of: words, status, with: fonts) ?? text(words, status)
        case .page:
            return Answer(
                status: status, contentType: .html, body: ErrorPage(words, status).bytes)
        case .json:
            return Answer(status: status, contentType: .json, body: json(words, status))
        case .text: return text(words, status)
        }
    }

    /// Who takes anything, and asked for something that is read by a program, gets an error of its
    /// kind: a page would only stand in their way.
    private static func look(for audience: Audience, _ order: Order) -> ErrorLook {
        if let wanted = order.errorLook, audience != .terminal { return wanted }
        switch audience {
        case .terminal: return .text
        case .image: return .picture
        case .json: return .json
        case .page: return .page
        case .anyone:
            switch order.wantedForm {
            case .json?: return .json
            case .csv?, .txt?, .base64?: return .text
            default: return .page
            }
        }
    }

    private func picture(
        of words: Explanation, _ status: Status, with fonts: Fonts
    ) -> Answer? {
        let notice = Notice(
            headline: "\(status.rawValue) \(status.reason)", problem: words.problem,
            cure: words.cure)
        let scene = notice.drawn(in: size, theme: .light, with: fonts)
        let pixels = Raster.draw(scene, with: fonts)
        do {
            let bytes = try PNG.encode(
                pixels, title: scene.title, description: scene.alternative)
            return Answer(status: status, contentType: .png, body: bytes)
        } catch {
            // Where not even this picture can be encoded, words have to do.
            return nil
        }
    }

    private func text(_ words: Explanation, _ status: Status) -> Answer {
        let text = "plot: " + words.problem + "\n" + words.cure + "\n"
        return Answer(status: status, contentType: .text, body: Array(text.utf8))
    }

    private func json(_ words: Explanation, _ status: Status) -> [UInt8] {
        let text =
            "{\"status\":\(status.rawValue),\"error\":\(Markup.json(words.problem)),"
            + "\"cure\":\(Markup.json(words.cure))}\n"
        return Array(text.utf8)
    }
}
