// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// What the rooms of the program are compiled with. A function by itself can be laid where it belongs.
let program: [SwiftSetting] =
    strict + [
        .unsafeFlags(
            ["-Xfrontend", "-function-sections"],
            .when(platforms: [.linux], configuration: .release))
    ]

/// How `plot` is linked: in one file that needs no other.
let alone: [LinkerSetting] = [
    // What the tags of answers tell one build from another by.
    .unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux])),
    .unsafeFlags(
        // Functions that are alike are one: less to read in, by half a megabyte.
        ["-static-executable", "-use-ld=lld", "-Xlinker", "-s", "-Xlinker", "--icf=all"],
        .when(platforms: [.linux], configuration: .release)),
    .unsafeFlags(
        // What a usual chart needs lies side by side: a third less memory. See scripts/order.
        [
            "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
            "--symbol-ordering-file=\(Context.packageDirectory)/Sources/plot/functions.order",
        ], .when(platforms: [.linux], configuration: .release)),
]

/// A room of the program: a library module that imports only rooms below it.
func room(_ name: String, _ below: Target.Dependency...) -> Target {
    .target(name: name, dependencies: below, swiftSettings: program)
}

/// The tests of a room, which may look at the rooms below it too.
func tests(of name: String, with others: Target.Dependency...) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + others, swiftSettings: strict)
}

/// What the fuzzers look at. As an ordinary test it replays the inputs that were kept; scripts/fuzz sets
/// PLOT_FUZZ, and then it is the fuzzer, which nothing else needs to build.
let fuzz: Target = {
    let rooms: [Target.Dependency] = [
        "Service", "Gateway", "Dialects", "Drawing", "Figures", "Rendering", "Encoding", "Tables",
        "Notation", "Scenes", "CLibc", "Trials",
    ]
    return Context.environment["PLOT_FUZZ"] == nil
        ? .testTarget(
            name: "FuzzTests", dependencies: rooms, path: "Tests/Fuzz",
            exclude: ["main.swift", "Corpora"], swiftSettings: strict)
        : .executableTarget(
            name: "Fuzz", dependencies: rooms, path: "Tests/Fuzz",
            exclude: ["ReplayTests.swift", "Corpora"], swiftSettings: strict)
}()

let package = Package(
    name: "PlotCGI",
    products: [.executable(name: "plot", targets: ["plot"])],
    targets: [
        .executableTarget(
            name: "plot",
            dependencies: ["Service"],
            exclude: ["functions.order"],
            swiftSettings: program,
            linkerSettings: alone),
        room(
            "Service", "Gateway", "Dialects", "Drawing", "Figures", "Rendering", "Encoding",
            "Fonts", "Tables", "Notation", "Scenes", "CLibc"),
        room("Gateway", "Digests", "Tables", "CELF", "CGuard", "CLibc"),
        room("Dialects", "Figures", "Tables", "Notation", "Scenes", "CLibc"),
        room("Drawing", "Figures", "Fonts", "Notation", "Scenes", "CLibc"),
        room("Figures", "Fonts", "Tables", "Notation", "Scenes", "CLibc"),
        room("Rendering", "Encoding", "Fonts", "Scenes", "CLibc"),
        room("Digests", "CLibmd"),
        room("Encoding", "CPNG", "CZlib", "CJPEG", "CWebP"),
        room("Fonts", "Scenes", "FontFiles", "CFreeType"),
        room("Tables", "Notation", "CZlib", "CLibc"),
        room("Notation", "TimeZoneFile", "CLibc"),
        room("Scenes", "CLibc"),
        .target(
            name: "CGuard", exclude: ["answers"],
            cSettings: [.unsafeFlags(["-std=gnu23", "-Wall", "-Wextra", "-Werror"])]),
        .target(name: "FontFiles", cSettings: [.unsafeFlags(["-std=c23"])]),
        .target(name: "TimeZoneFile", cSettings: [.unsafeFlags(["-std=c23"])]),
        .systemLibrary(name: "CLibc"),
        .systemLibrary(name: "CELF"),
        .systemLibrary(name: "CLibmd"),
        .systemLibrary(name: "CPNG"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CJPEG"),
        .systemLibrary(name: "CWebP"),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2"),
        // The program with faults that can be asked for, which is never shipped.
        .executableTarget(
            name: "faulty-plot", dependencies: ["Service", "Dialects", "CLibc"],
            path: "Tests/FaultyPlot",
            swiftSettings: program, linkerSettings: alone),
        // What the tests have in common.
        .target(
            name: "Trials", dependencies: ["Dialects", "Gateway", "Tables"], path: "Tests/Trials",
            swiftSettings: strict),
        tests(of: "Scenes", with: "CLibc"),
        tests(of: "Notation", with: "Trials"),
        tests(of: "Tables", with: "Notation", "Trials", "CZlib"),
        tests(of: "Fonts", with: "Scenes"),
        tests(of: "Digests"),
        tests(of: "Encoding", with: "CZlib"),
        tests(
            of: "Rendering", with: "Encoding", "Figures", "Fonts", "Scenes", "Trials", "CFreeType"),
        tests(of: "Figures", with: "Fonts", "Notation", "Scenes", "Tables", "Trials", "CLibc"),
        tests(
            of: "Drawing", with: "Dialects", "Figures", "Fonts", "Notation", "Rendering", "Scenes",
            "Trials", "CLibc"),
        tests(
            of: "Dialects", with: "Drawing", "Figures", "Fonts", "Notation", "Scenes", "Tables",
            "Trials"),
        tests(of: "Gateway"),
        .testTarget(
            name: "GoldenTests",
            dependencies: [
                "Dialects", "Drawing", "Encoding", "Figures", "Fonts", "Rendering", "Scenes",
                "Trials", "CPNG",
            ], swiftSettings: strict),
        tests(
            of: "Service", with: "Dialects", "Gateway", "Encoding", "Notation", "Scenes", "Tables",
            "Trials"),
        .testTarget(name: "SystemTests", dependencies: ["Trials"], swiftSettings: strict),
        fuzz,
    ]
)
