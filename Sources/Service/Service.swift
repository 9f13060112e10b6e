internal import CLibc
internal import Encoding
internal import Fonts

public enum Service { public static func run() -> Int32 { Int32(pngVersion() % 7) + ftInit() } }
