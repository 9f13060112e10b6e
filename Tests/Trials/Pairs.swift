package import Dialects
import Gateway

/// The pairs of a query as it stands in a URL, decoded as those of a request are.
package func pairs(of query: String) throws -> [Pair] {
    try Query(decoding: Array(query.utf8)).parameters.map { Pair($0.key, $0.value) }
}
