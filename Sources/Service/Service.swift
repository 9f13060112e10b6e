public enum Service { public static func run() -> Int32 { 0 } }
