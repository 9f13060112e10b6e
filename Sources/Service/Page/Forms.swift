/// One chart in every form that an answer can have.
enum Forms {
    private static let query =
        "data=weather.csv&x=date&band=tmin:tmax&line=(tmin%2Btmax)/2&legend=none"
        + "&title=A+year+in+Oslo&ylabel=%C2%B0C"

    static let examples = Form.allCases.map { form in
        Example("As " + form.rawValue, query + "&format=" + form.rawValue)
    }

    static var html: String {
        """
        <section aria-labelledby="forms">
        <h3 id="forms">Forms of the answer</h3>
        <p>The ending of the path chooses the form, as in <code>/cgi-bin/plot/sales.svg?…</code>, or \
        else the key <code>format</code>. All of them come from memory, and all show the same \
        chart.</p>
        <div class="grid">
        \(zip(Form.allCases, examples).filter { $0.0.isPicture }.map(figure).joined(separator: "\n"))
        </div>
        <dl class="forms">
        \(zip(Form.allCases, examples).map(item).joined(separator: "\n"))
        </dl>
        </section>
        """
    }

    private static func figure(_ form: Form, _ example: Example) -> String {
        """
        <figure>
        \(example.picture((440, 220)))
        <figcaption>
        <p>\(Markup.html(example.title))</p>
        <p class="query">\(example.code)</p>
        </figcaption>
        </figure>
        """
    }

    private static func item(_ form: Form, _ example: Example) -> String {
        """
        <div>
        <dt><a href="\(example.address())">\(form.rawValue)</a></dt>
        <dd>\(Markup.html(form.summary))</dd>
        </div>
        """
    }
}
