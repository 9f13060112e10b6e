extension Chapter {
    /// The gallery. A new kind of mark gets an example here.
    static let all = [
        lines, areas, bars, points, distributions, parts, formulas, scales, data, looks,
    ]

    private static let lines = Chapter(
        "lines", "Lines",
        [
            Example("A line through values", "line=3,1,4,1,5,9,2,6"),
            Example(
                "Two lines over dates, named at their ends",
                "x=2025-01-15..2025-12-15&line=11,12,14,16,18,22,25,25,23,19,15,12&name=Lisbon"
                    + "&line=-4,-3,1,6,12,16,18,17,12,7,1,-3&name=Oslo"
                    + "&title=Mean+temperature,+%C2%B0C"
            ),
            Example(
                "This year beside the last, which is dashed",
                "x=2026-01-01,2026-02-01,2026-03-01&line=5,7,6&name=2025&dash=4,4"
                    + "&line=6,9,8&name=2026&legend=bottom"),
            Example(
                "Markers, each line with its own",
                "line=52,58,61,69,74&name=Read&marker=circle&line=44,45,51,50,57&name=Write"
                    + "&marker=diamond&labels=v1,v2,v3,v4,v5&title=Operations+a+second,+thousands"),
            Example(
                "A curve, never beyond its points",
                "line=2,2,6,9,9,4,3,7&smooth=1&marker=circle&width=3&color=teal"),
            Example(
                "Steps that hold until the next value",
                "step=2,2,4,4,8,3,3,6&fill=1&ylim=0..&title=Workers+running"),
            Example(
                "A gap where nothing was measured",
                "line=21.5,21.9,22.4,,,23.1,22.8,22.2&marker=circle&title=Room+temperature"),
            Example(
                "Events and a limit, as lines across",
                "x=1..10&line=31,35,33,38,36,64,71,52,40,37&vline=6&name=Deploy&color=crimson"
                    + "&hline=60&name=Limit&title=Latency+(ms)&ylim=0.."),
            Example(
                "A forecast with the room it may take",
                "x=2026..2032&band=40:40,42:48,43:55,45:63,46:72,48:82,49:93&name=Likely+range"
                    + "&line=40,45,49,54,59,65,71&name=Forecast&title=Demand+in+GWh&xformat=d"),
        ])

    private static let areas = Chapter(
        "areas", "Areas",
        [
            Example("Areas on each other", "area=1,3,2&area=2,1,4&stack=1"),
            Example(
                "Shares of a whole over time",
                "x=2016-01-01..2026-01-01&area=61,54,47,40,31,22&name=Coal"
                    + "&area=24,25,26,24,23,21&name=Gas"
                    + "&area=9,13,16,20,25,30&name=Wind&area=6,8,11,16,21,27&name=Sun"
                    + "&stack=percent&title=Where+the+power+came+from"),
            Example(
                "Two bells, one seen through the other",
                "x=-4..6&area=exp(-x*x/2)&name=narrow&area=0.5*exp(-(x-1)*(x-1)/8)&name=wide"
                    + "&opacity=0.3&yticks=none&grid=none"),
        ])

    private static let bars = Chapter(
        "bars", "Bars",
        [
            Example(
                "A bar for each day", "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits"),
            Example(
                "Bars on their side, stacked",
                "bar=4,2&name=A&bar=3,5&name=B&labels=North,South&stack=1&horizontal=1"),
            Example(
                "Long names, the longest bar first",
                "bar=412,388,203,167,95&labels=Public+libraries,Community+gardens,"
                    + "Swimming+pools,Museums+and+archives,Ice+rinks"
                    + "&horizontal=1&sort=down&labels=1"
                    + "&title=Visits,+in+thousands"),
            Example(
                "Groups side by side",
                "bar=23,31,28,35&name=Online&bar=18,17,21,19&name=Shop&labels=Q1,Q2,Q3,Q4"
                    + "&title=Sales+in+millions&legend=top"),
            Example(
                "Stacks by quarter",
                "bar=8,9,11,12&name=Hardware&bar=5,7,8,11&name=Services&bar=3,3,4,6&name=Training"
                    + "&labels=Q1,Q2,Q3,Q4&stack=1&yformat=$d&title=Income,+millions"),
            Example(
                "Gains and losses",
                "bar=4.2,1.8,-2.6,-0.9,3.1,5.4&labels=Jan,Feb,Mar,Apr,May,Jun"
                    + "&format=%2B.1f&labels=1"
                    + "&title=Change+in+percent"),
            Example(
                "Names and values in pairs",
                "bar=Rye:14,Oat:22,Wheat:31,Maize:27&color=e5b322&labels=1&yticks=none&grid=none"),
            Example(
                "How far each bar may be off",
                "bar=64,71,58&labels=Control,Dose+A,Dose+B&errors=4,3:6,5&width=0.5&color=2ca5de"),
            Example(
                "Two measures, an axis for each",
                "bar=120,150,170,160,210,240&name=Orders&line=2.1,2.4,2.2,2.9,3.1,3.6&name=Returns"
                    + "&axis=right&marker=circle&labels=Jan,Feb,Mar,Apr,May,Jun&ylabel=Orders"
                    + "&y2label=Returns+(%25)&y2lim=0..&legend=top"),
        ])

    private static let points = Chapter(
        "points", "Points",
        [
            Example(
                "A cloud of pairs", "scatter=1:2,2:3,3:5,4:4&xlabel=Load&ylabel=Latency%20(ms)"),
            Example(
                "Two groups, told apart by shape too",
                "scatter=181:72,186:81,178:70,192:88,175:69,183:77&name=Rowers"
                    + "&scatter=168:58,172:60,165:54,174:63,170:57,177:64&name=Runners"
                    + "&marker=triangle"
                    + "&xlabel=Height+(cm)&ylabel=Weight+(kg)&legend=top"),
            Example(
                "Bubbles: the area is the third number",
                "bubble=2:61:40,3.4:72:95,5.1:66:20,6.2:80:60,7.8:77:150"
                    + "&labels=Ash,Birch,Cedar,Elm,Oak"
                    + "&xlim=0..10&ylim=50..90&xlabel=Age&ylabel=Score"),
            Example(
                "Measured values with their intervals",
                "error=1:3.1:4.2,2:3.9:5.4,3:5.2:6.3,4:5.9:7.8&name=95%25+interval"
                    + "&scatter=1:3.6,2:4.7,3:5.8,4:6.9&name=Mean&color=crimson&ylim=0..&legend=top"
            ),
            Example(
                "Stems, for what happens at single moments",
                "stem=1,0.62,0.18,-0.21,-0.4,-0.36,-0.16,0.06,0.19,0.2,0.11"
                    + "&title=Impulse+response&grid=none"),
            Example(
                "Words at a place",
                "line=18,22,27,41,38,30,26&labels=Mon,Tue,Wed,Thu,Fri,Sat,Sun"
                    + "&text=Thu:43:Sale+begins"
                    + "&color=crimson&ylim=0..50"),
        ])

    private static let distributions = Chapter(
        "distributions", "Distributions",
        [
            Example("How often each value occurs", "hist=1,2,2,3,3,3,4,4,5&bins=5"),
            Example(
                "Two samples over each other",
                "hist=41,43,44,46,47,47,48,49,49,50,50,51,52,53,53,55,56,58&name=Before"
                    + "&hist=48,50,52,53,54,55,55,56,57,57,58,58,59,60,61,62,64,66&name=After"
                    + "&bins=8"
                    + "&legend=top&xlabel=Points"),
            Example(
                "Median, quartiles and outliers of three groups",
                "box=12,15,16,17,18,19,20,22,31&name=Mornings"
                    + "&box=18,21,22,24,25,27,28,30&name=Noons"
                    + "&box=9,11,14,15,15,16,19,21&name=Evenings"
                    + "&ylabel=Minutes&title=Time+to+answer"
            ),
        ])

    private static let parts = Chapter(
        "parts", "Parts of a whole",
        [
            Example("Slices of a pie", "pie=60,25,15&labels=Chrome,Safari,Firefox"),
            Example(
                "A ring, with its name in the middle",
                "donut=38,27,19,11,5&labels=Rent,Food,Travel,Books,Other&name=Budget"),
            Example(
                "Parts of each bar in percent",
                "bar=30,45,60&name=Yes&bar=50,40,30&name=No&bar=20,15,10&name=Unsure"
                    + "&labels=2021,2023,2025&stack=percent&horizontal=1"
                    + "&title=Would+you+cycle+to+work?"
            ),
        ])

    private static let formulas = Chapter(
        "formulas", "Formulas",
        [
            Example(
                "Two formulas over a range",
                "x=-10..10&line=sin(x)/x&name=sinc&line=cos(x)&name=cos&title=Waves"),
            Example(
                "A pole is left open", "x=-5..5&line=tan(x)&name=tan+x&title=Tangent"),
            Example(
                "A damped swing inside its envelope",
                "x=0..12&line=exp(-x/4)*cos(4*x)&line=exp(-x/4)&color=gray&dash=4,4"
                    + "&line=-exp(-x/4)&color=gray&dash=4,4"),
        ])

    private static let scales = Chapter(
        "scales", "Scales",
        [
            Example("Powers of ten, evenly apart", "line=1,10,100,1000&yscale=log"),
            Example(
                "How costs grow, both axes logarithmic",
                "x=1..1000&line=x&name=n&line=x*log2(x)&name=n+log+n&line=x*x&name=n%C2%B2"
                    + "&xscale=log&yscale=log&ylim=1..&xlabel=Items&ylabel=Steps"),
            Example(
                "A logarithm on both sides of zero",
                "bar=-4000,-120,-8,5,90,2600&yscale=symlog&labels=A,B,C,D,E,F"),
            Example(
                "The night the clocks go forward: no two o'clock",
                "x=2026-03-28T22:00..2026-03-29T07:00&line=14,11,9,7,6,5,5,6,9&smooth=1&fill=1"
                    + "&tz=Europe/Berlin&ylim=0..&title=Requests+a+second"),
            Example(
                "Dates and numbers written your way",
                "x=2026-01-05,2026-01-12,2026-01-19,2026-01-26&line=1250,1410,1385,1620"
                    + "&xformat=%25d.%25m.&yformat=,d&xticks=4&marker=circle"),
            Example(
                "Only the values worth naming",
                "x=0..360&line=sin(x*pi/180)&xticks=0,90,180,270,360&yticks=-1,0,1&xlabel=Degrees"),
        ])

    private static let data = Chapter(
        "data", "Data sets",
        [
            Example(
                "Columns of a file, by their headers",
                "data=weather.csv&x=date&line=tmin&line=tmax&yformat=.1f"),
            Example(
                "From one column to another, and a formula between",
                "data=weather.csv&x=date&band=tmin:tmax&name=Day+and+night"
                    + "&line=(tmin%2Btmax)/2&name=Mean&ylabel=%C2%B0C"),
            Example(
                "A line for each station",
                "data=stations.csv&x=date&line=tmax&group=station&ylabel=Warmest,+%C2%B0C"),
            Example(
                "Sums, the largest first",
                "data=stations.csv&x=station&bar=rain&agg=sum&sort=down&labels=1&format=,.0f"
                    + "&title=Rain+in+a+year,+mm"),
            Example(
                "Only some rows, in groups",
                "data=stations.csv&where=date%3E=2025-06-01&where=station!=Cairo&x=date&bar=rain"
                    + "&group=station&legend=top"),
            Example(
                "One column against another",
                "data=stations.csv&scatter=tmax:rain&group=station&legend=top"),
        ])

    private static let looks = Chapter(
        "looks", "Looks",
        [
            Example(
                "Dark, whatever the page is",
                "line=14,18,17,23,29,27,36&name=Signups&line=9,10,14,13,18,22,24&name=Trials"
                    + "&theme=dark&title=A+good+week"),
            Example(
                "Your own colours, on your own paper",
                "bar=5,7,6,9&name=Apples&bar=3,4,6,5&name=Pears&labels=A,B,C,D"
                    + "&colors=9b2d1f,d9a441&bg=ivory&legend=top"),
            Example(
                "All the words a chart can have",
                "bar=27,34,41&labels=2024,2025,2026&title=Trees+planted&subtitle=Thousands,+by+year"
                    + "&caption=Source:+the+parks+office&ylabel=Thousands&labels=1"),
        ])
}
