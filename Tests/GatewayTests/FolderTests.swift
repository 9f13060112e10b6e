import Foundation
import Tables
import Testing

@testable import Gateway

/// A folder `inside` with files in it, and a secret beside it.
private final class Place {
    let root = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString)")
    var inside: URL { root.appending(path: "inside") }

    init() throws {
        try FileManager.default.createDirectory(
            at: inside.appending(path: "deep"), withIntermediateDirectories: true)
        try write("secret", to: "../secret.csv")
        try write("open", to: "open.csv")
        try write("deep", to: "deep/one.csv")
        try write("hidden", to: ".hidden.csv")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: inside.appending(path: name))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: inside.appending(path: name).path, withDestinationPath: target)
    }

    func folder() throws -> Folder { try #require(try Folder(inside.path)) }

    /// The text of the file at `path`; nil where it cannot be had.
    func text(at path: String) throws -> String? {
        let folder = try folder()
        guard let file = try? folder.file(path) else { return nil }
        return String(decoding: try file.bytes(), as: UTF8.self)
    }
}

@Test(
    "Files of a folder and below it can be read",
    arguments: [("open.csv", "open"), ("deep/one.csv", "deep")])
func readsFiles(path: String, text: String) throws {
    #expect(try Place().text(at: path) == text)
}

@Test(
    "Nothing outside a folder can be read, nor what it hides",
    arguments: [
        "../secret.csv", "deep/../../secret.csv", "deep/../open.csv", "/etc/passwd", "/open.csv",
        ".",
        "..", "", "deep", "deep/", "deep//one.csv", "./open.csv", ".hidden.csv", "none.csv",
        "open.csv/", "open.csv/x", "open.csv\0", String(repeating: "a", count: 5_000),
    ])
func keepsInside(path: String) throws {
    let place = try Place()
    let folder = try place.folder()
    #expect(throws: FileError.missing) { try folder.file(path) }
}

@Test("A symbolic link is followed inside the folder, and never out of it")
func followsLinks() throws {
    let place = try Place()
    try place.link("same.csv", to: "open.csv")
    try place.link("out.csv", to: "../secret.csv")
    try place.link("far.csv", to: "/etc/passwd")
    try place.link("up", to: "..")
    try place.link("loop", to: "loop")
    #expect(try place.text(at: "same.csv") == "open")
    for path in ["out.csv", "far.csv", "up/secret.csv", "loop"] {
        #expect(try place.text(at: path) == nil)
    }
}

@Test("Only regular files are read, and a pipe does not make anyone wait")
func refusesPipes() throws {
    let place = try Place()
    let pipe = place.inside.appending(path: "pipe.csv").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let folder = try place.folder()
    #expect(throws: FileError.missing) { try folder.file("pipe.csv") }
}

@Test("A folder that is not there, or none at all, is no folder")
func needsFolder() throws {
    #expect(try Folder("") == nil)
    #expect(try Folder("/nowhere") == nil)
    #expect(try Folder(Place().inside.appending(path: "open.csv").path) == nil)
}

@Test("A file that is written to while it is read is an error")
func noticesChange() throws {
    let place = try Place()
    let file = try place.folder().file("open.csv")
    let handle = try FileHandle(forWritingTo: place.inside.appending(path: "open.csv"))
    try handle.write(contentsOf: Data("else".utf8))
    try handle.close()
    #expect(throws: SourceError.changed) { try file.bytes() }
}

@Test("A file whose name passes to another while it is read is read as it was")
func readsSnapshot() throws {
    let place = try Place()
    let file = try place.folder().file("open.csv")
    try Data("newer".utf8).write(
        to: place.inside.appending(path: "open.csv"), options: .atomic)
    #expect(String(decoding: try file.bytes(), as: UTF8.self) == "open")
    #expect(try place.text(at: "open.csv") == "newer")
}

@Test("Two files, and two states of one, can be told apart without reading them")
func identifies() throws {
    let place = try Place()
    func identity(_ path: String) throws -> [UInt8] { try place.folder().file(path).identity }
    let first = try identity("open.csv")
    #expect(try identity("open.csv") == first)
    #expect(try identity("deep/one.csv") != first)
    try place.write("OPEN", to: "open.csv")
    let second = try identity("open.csv")
    #expect(second != first)
    // At once, and as long as before.
    try place.write("Open", to: "open.csv")
    #expect(try identity("open.csv") != second)
}

@Test(
    "A file is found by its name without the ending",
    arguments: [
        ("sales", "plot"), ("visits", "text"), ("bare", "no ending"), ("deep/two", "below"),
        ("two", "alphabet"), ("edited", nil), ("sal", nil), ("sales.plot", "plot"), ("", nil),
        ("deep", nil), ("../inside/sales", nil),
    ] as [(String, String?)])
func findsByStem(stem: String, text: String?) throws {
    let place = try Place()
    for (name, text) in [
        ("sales.plot", "plot"), ("sales.json", "json"), ("visits.txt", "text"),
        ("bare", "no ending"), ("deep/two.query", "below"), ("two.json", "alphabet"),
        ("two.txt", "later"), ("edited.plot~", "old"),
    ] {
        try place.write(text, to: name)
    }
    let file = try? place.folder().file(withStem: stem)
    #expect(try file.map { String(decoding: try $0.bytes(), as: UTF8.self) } == text)
}
