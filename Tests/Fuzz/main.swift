// Runs one entry under libFuzzer, whose options follow its name; scripts/fuzz says how it is built.
import Foundation

/// libFuzzer's own entry. It calls back with each input and returns when its time is over.
@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The processor's time that one input may take. Waiting for others is none of it.
private let longest = 1.0

nonisolated(unsafe) private var chosen: Entry?

private func say(_ text: String, to file: FileHandle = .standardOutput) {
    file.write(Data(text.utf8))
}

private func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// A fault ends the process, which libFuzzer takes for the crash that it looks for.
private func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let entry = unsafe chosen else { return -1 }
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    let start = seconds()
    var fault = entry.fault(input)
    let spent = seconds() - start
    if fault == nil, spent > longest { fault = "takes \(spent) s of processor time" }
    if let fault {
        say("\(entry.name): \(fault)\n\(Corpus.text(of: [input]))", to: .standardError)
        abort()
    }
    return 0
}

private func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
}

/// A word as libFuzzer's dictionaries have it.
private func quoted(_ word: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return "\""
        + word.utf8.map { byte in
            0x20...0x7E ~= byte && byte != 34 && byte != 92
                ? String(Unicode.Scalar(byte))
                : "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined() + "\"\n"
}

private let arguments = CommandLine.arguments
/// libFuzzer starts this program again with its own options alone, so the entry is not among them.
private let inherited = ProcessInfo.processInfo.environment["PLOT_FUZZ_ENTRY"]
private let command = inherited == nil ? arguments.dropFirst().first : "run"
private let name = inherited ?? arguments.dropFirst(2).first
private let entry = Entry.all.first { $0.name == name }

switch (command, entry) {
case ("list", _): say(Entry.all.map { $0.name + "\n" }.joined())
case ("words", let entry?): say(entry.words.map(quoted).joined())
case ("unpack", let entry?) where arguments.count == 5:
    // The inputs that were kept in a file, and the entry's own, each a file of a folder.
    let kept = Corpus.inputs(in: String(decoding: try bytes(of: arguments[3]), as: UTF8.self))
    for (index, input) in (kept + entry.seeds.map { Array($0.utf8) }).enumerated() {
        let file = URL(filePath: arguments[4]).appending(path: "kept-\(index)")
        try Data(input).write(to: file)
    }
case ("pack", _) where arguments.count > 2:
    // Files as the text that is kept.
    say(Corpus.text(of: try arguments[2...].map(bytes).filter { !$0.isEmpty }))
case ("run", let entry?):
    unsafe chosen = entry
    unsafe setenv("PLOT_FUZZ_ENTRY", entry.name, 1)
    let skipped = inherited == nil ? 2 : 0
    var count = Int32(arguments.count - skipped)
    var first = unsafe CommandLine.unsafeArgv + skipped
    unsafe first[0] = CommandLine.unsafeArgv[0]
    exit(unsafe drive(&count, &first) { unsafe run($0, $1) })
default:
    say(
        "fuzz list | words ENTRY | unpack ENTRY FILE FOLDER | pack FILE… | run ENTRY OPTION…\n",
        to: .standardError)
    exit(2)
}
