import Foundation

/// Chromium, without a window.
enum Browser {
    /// The page as the browser has it when all of it is loaded. What it keeps, it keeps in `profile`.
    static func load(
        _ url: String, _ options: String..., in profile: TemporaryFolder? = nil
    ) throws -> String {
        let profile = try profile ?? TemporaryFolder()
        let fixed = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking",
            "--user-data-dir=\(profile.url.path)", "--dump-dom",
        ]
        let dom = try Command.run("chromium", fixed + options + [url])
        return String(decoding: dom, as: UTF8.self)
    }
}
