/// Small pictures among words, as a spark is meant to stand.
enum Sentence {
    static var html: String {
        """
        <section aria-labelledby="text">
        <h3 id="text">In a line of text</h3>
        <p class="sentence">Visits \(picture(visits)) come and go, the load \(picture(load)) is \
        falling, the queue \(picture(queue)) has been empty since noon, and the disk \
        \(picture(disk)) fills as it always did.</p>
        <ul>
        \(examples.map(item).joined(separator: "\n"))
        </ul>
        </section>
        """
    }

    static var examples: [Example] { [visits, load, queue, disk] }

    private static let visits = Example(
        "A line that rises and falls", "spark=1,5,2,8,3&size=120x24")
    private static let load = Example(
        "Falling from 9 to 2", "spark=6,8,9,7,7,5,6,4,3,3,2&color=12a594&size=72x20")
    private static let queue = Example(
        "Down to 0", "spark=4,6,3,5,2,1,0,0,0,0&color=b83a6b&fill=1&size=72x20")
    private static let disk = Example(
        "Rising slowly from 51 to 60", "spark=51,52,52,54,55,55,57,58,60&smooth=1&size=72x20")

    private static func picture(_ example: Example) -> String { example.picture((72, 20)) }

    private static func item(_ example: Example) -> String {
        "<li class=\"query\">\(example.code)</li>"
    }
}
