import Gateway

/// What the program says at a shell when it is given no chart.
enum Usage {
    static let answer = Answer(
        contentType: .text,
        body: Array(
            """
            plot draws a chart from one line of text, on standard output.

              plot 'line=3,1,4,1,5,9,2,6' > a.png
              plot 'bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits&format=svg' > b.svg
              plot 'x=-10..10&line=sin(x)/x&title=sinc&size=600x300&dpr=2' > c.png
              plot 'data=weather.csv&x=date&line=tmax&format=pdf' > d.pdf
              sort -n times.csv | plot 'data=-&line=2' > e.png

            Forms are \(Form.allCases.map { $0.rawValue }.joined(separator: ", ")).

            Behind a web server it answers the same text as a query:

              <img src="/cgi-bin/plot?line=3,1,4,1,5,9,2,6">

            PLOT_SECRET=… plot --sign 'line=3,1,4' signs an address for a server that has the same secret.

            All marks and keys are on the page that a browser gets at /cgi-bin/plot.

            """.utf8))
}
