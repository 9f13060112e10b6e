import Dialects
import Encoding
import Gateway
import Tables

/// Why a request gets no picture. The one place where an error of ours becomes a status of HTTP's.
enum Failure: Error, Equatable {
    case request(RequestError)
    case native(NativeError)
    case encoding(EncodingError)
    case unknownForm(String, known: [String])
    /// `quality=` for a form in which nothing is ever lost.
    case noQuality(form: String)
    /// The path names a chart, and none of that name is there.
    case unknownChart
    /// A chart was saved under this name and cannot be read.
    case unreadableChart
    /// The operator wants addresses to be signed, and this one is not, or otherwise.
    case notSigned
    /// What the address allowed is over: `expires=`.
    case expired
    /// There is no secret to sign an address with.
    case noSecret
    /// The drawing came to an end of its own.
    case ended(Guard.End)

    var status: Status {
        switch self {
        case .request(let error): error.status
        case .native(.limit): .contentTooLarge
        case .native(.noRow), .native(.noCommonRow): .unprocessableContent
        case .native(.data(let error)): error.status
        case .native, .unknownForm, .noQuality: .badRequest
        case .encoding(.badSize): .unprocessableContent
        case .encoding: .internalServerError
        case .unknownChart: .notFound
        case .unreadableChart: .internalServerError
        case .notSigned, .expired: .forbidden
        case .noSecret: .badRequest
        case .ended(.fault): .internalServerError
        case .ended(.memory), .ended(.stopped): .serviceUnavailable
        case .ended(.time): .gatewayTimeout
        }
    }
}

extension RequestError {
    fileprivate var status: Status {
        switch self {
        case .methodNotAllowed: .methodNotAllowed
        case .uriTooLong: .uriTooLong
        case .headersTooLarge: .headerFieldsTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .bodyTimedOut: .requestTimeout
        case .unsupportedMediaType, .unsupportedContentEncoding: .unsupportedMediaType
        case .badContentLength, .bodyTooShort: .badRequest
        case .query: .badRequest
        }
    }
}

extension DataError {
    fileprivate var status: Status {
        switch self {
        case .missing: .notFound
        case .source(.changed): .serviceUnavailable
        case .source(.unreadable): .internalServerError
        case .limit: .contentTooLarge
        case .empty, .noText, .badGzip, .badCell, .tooManyCells, .openQuote,
            .textAfterQuote, .json, .badShape, .severalTables, .unequalColumns:
            .unprocessableContent
        }
    }
}
