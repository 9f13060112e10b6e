internal import CPNG
internal import CZlib

extension PNG {
    /// How hard zlib looks for repetitions, and in how much memory.
    ///
    /// Measured on a line chart of 800x400 with two lines, a grid and text, each encoding in a
    /// process of its own, as a CGI program's is; time against that of the setting that was chosen,
    /// and bytes. `Tests/Tuning/png.c` measures it again, and says how.
    ///
    /// | strategy, level | indexed |          | RGB  |           |
    /// | --------------- | ------- | -------- | ---- | --------- |
    /// | run lengths     | 1.0     | 15,510 B | 1.0  |  35,107 B |
    /// | Huffman only    | 2.7     | 49,890 B | 3.1  | 151,932 B |
    /// | filtered, 1     | 1.15    | 19,548 B | 0.9  |  31,114 B |
    /// | filtered, 4     | 1.8     | 15,921 B | 1.5  |  24,099 B |
    /// | filtered, 6     | 2.6     | 14,575 B | 1.9  |  22,320 B |
    /// | default, 1      | 1.15    | 19,548 B | 0.9  |  31,114 B |
    /// | default, 2      | 1.1     | 18,992 B | 0.95 |  29,682 B |
    /// | default, 3      | 1.25    | 17,790 B | 1.0  |  28,295 B |
    /// | default, 4      | 1.6     | 15,833 B | 1.6  |  23,236 B |
    /// | default, 6      | 2.5     | 14,642 B | 1.9  |  21,722 B |
    /// | default, 9      | 20      | 13,491 B | 10   |  20,032 B |
    ///
    /// Filters cost a fifth more time and, on the flat areas and thin lines of a chart, bytes too.
    /// Memory level 8, zlib's own choice, costs a tenth more time and, by runs, a twentieth more
    /// bytes; a smaller window is moved so often that it costs more time, not less.
    /// Packing two pixels into a byte, where sixteen colours are enough, costs a quarter more time
    /// and a sixth more bytes, for it breaks the runs up.
    struct Tuning {
        var level: Int32
        var strategy: Int32
        var memoryLevel: Int32 = 6
        var windowBits: Int32 = 15
        var filters: Int32 = PNG_NO_FILTERS

        /// Most of a chart is one byte after the other: its background, its bars.
        static let indexed = Tuning(level: 1, strategy: Z_RLE)
        static let direct = Tuning(level: 3, strategy: Z_DEFAULT_STRATEGY)

        func apply(to form: inout PNGForm) {
            form.level = level
            form.strategy = strategy
            form.memoryLevel = memoryLevel
            form.windowBits = windowBits
            form.filters = filters
        }
    }
}
