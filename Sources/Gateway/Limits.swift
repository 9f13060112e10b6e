/// How much of a request is read, each bound settable by the operator.
package struct Limits: Equatable, Sendable {
    /// Bytes of the URL below the program: the path and the query. `PLOT_MAX_QUERY`
    package var query = 65_536
    /// Bytes of the body. `PLOT_MAX_BODY`
    package var body = 4_194_304
    /// Pairs in the query and the form together. `PLOT_MAX_PARAMETERS`
    package var parameters = 4_096
    /// Bytes of one key as it was sent. `PLOT_MAX_KEY`
    package var key = 128

    package init() {}

    package init(_ environment: Environment) {
        query = environment.setting("PLOT_MAX_QUERY", default: query)
        body = environment.setting("PLOT_MAX_BODY", default: body)
        parameters = environment.setting("PLOT_MAX_PARAMETERS", default: parameters)
        key = environment.setting("PLOT_MAX_KEY", default: key)
    }
}
