internal import CPNG
internal import CZlib

extension PNG {
    /// How hard zlib looks for repetitions, and in how much memory.
    ///
    /// Measured on a line chart of 800x400 with two lines, a grid and text, each encoding in a
    /// process of its own, as a CGI program's is; time against that of the setting that was chosen,
    /// and bytes. `Tests/Tuning/png.c` measures it again, and says how.
    ///
    /// | strategy, level | indexed |          | RGB |           |
    /// | --------------- | ------- | -------- | --- | --------- |
    /// | run lengths     | 1.0     | 13,321 B | 1.0 |  39,396 B |
    /// | Huffman only    | 4.6     | 48,631 B | 5.8 | 156,085 B |
    /// | default, 1      | 1.3     | 16,632 B | 0.9 |  27,610 B |
    /// | default, 2      | 1.3     | 16,172 B | 0.9 |  26,961 B |
    /// | default, 3      | 1.4     | 15,180 B | 1.0 |  26,316 B |
    /// | default, 4      | 2.8     | 13,408 B | 2.6 |  21,725 B |
    /// | default, 6      | 4.5     | 12,606 B | 3.3 |  21,436 B |
    /// | default, 9      | 33      | 11,506 B | 20  |  19,554 B |
    ///
    /// Filters cost a fifth more time and, on the flat areas and thin lines of a chart, bytes too.
    /// Memory level 8, zlib's own choice, takes as long and holds 100 kB more. Without the flushes that keep
    /// zlib's window where it is (see `Rows`), runs take 1.4 times as long and RGB 1.25 times, which
    /// then is a tenth smaller.
    /// Packing two pixels into a byte, where sixteen colours are enough, costs a quarter more time
    /// and a sixth more bytes, for it breaks the runs up.
    struct Tuning {
        var level: Int32
        var strategy: Int32
        var memoryLevel: Int32 = 6

        /// Most of a chart is one byte after the other: its background, its bars.
        static let indexed = Tuning(level: 1, strategy: Z_RLE)
        static let direct = Tuning(level: 3, strategy: Z_DEFAULT_STRATEGY)
    }
}
