internal import CPNG
internal import CZlib

extension PNG {
    /// How hard zlib looks for repetitions, and in what memory.
    struct Tuning {
        var level: Int32
        var strategy: Int32
        var memoryLevel: Int32
        var windowBits: Int32
        var filters: Int32

        static let indexed = Tuning(
            level: 1, strategy: Z_DEFAULT_STRATEGY, memoryLevel: 8, windowBits: 15,
            filters: PNG_NO_FILTERS)
        static let direct = Tuning(
            level: 1, strategy: Z_DEFAULT_STRATEGY, memoryLevel: 8, windowBits: 15,
            filters: PNG_FILTER_SUB)

        func apply(to form: inout PNGForm) {
            form.level = level
            form.strategy = strategy
            form.memoryLevel = memoryLevel
            form.windowBits = windowBits
            form.filters = filters
        }
    }
}
