import Dialects
import Encoding
import Gateway

/// Why a request gets no picture. The one place where an error of ours becomes a status of HTTP's.
enum Failure: Error, Equatable {
    case request(RequestError)
    case native(NativeError)
    case encoding(EncodingError)
    case unknownForm(String, known: [String])
    /// The path names a chart, and none of that name is there.
    case unknownChart

    var status: Status {
        switch self {
        case .request(let error): error.status
        case .native(.limit): .contentTooLarge
        case .native, .unknownForm: .badRequest
        case .encoding: .internalServerError
        case .unknownChart: .notFound
        }
    }
}

extension RequestError {
    fileprivate var status: Status {
        switch self {
        case .methodNotAllowed: .methodNotAllowed
        case .uriTooLong: .uriTooLong
        case .bodyTooLarge: .contentTooLarge
        case .bodyTimedOut: .requestTimeout
        case .unsupportedMediaType, .unsupportedContentEncoding: .unsupportedMediaType
        case .badContentLength, .bodyTooShort: .badRequest
        case .query: .badRequest
        }
    }
}
