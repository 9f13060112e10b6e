"""Asks for the dearest that the default limits let through, and prints a table of what it took.

    python3 Benchmarks/worst.py [PROGRAM]

Each input comes in two sizes, so that growth shows. Bounds of time and work are lifted; the bound of memory
stands. Times are those of the processor, memory is the peak of what was resident.
"""
import os
import random
import re
import sys
import tempfile

program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/plot"
folder = tempfile.TemporaryDirectory()
chance = random.Random(1)


def path(name):
    return os.path.join(folder.name, name)


def numbers(count):
    return ",".join(str(chance.randint(0, 9)) for _ in range(count))


def wild(count):
    return ",".join(f"{chance.randint(0, 9999)}:{chance.randint(0, 9999)}" for _ in range(count))


def words(count):
    return ",".join(f"n{index}" for index in range(count))


def table(count):
    with open(path("rows.csv"), "w") as file:
        file.write("a,b,c\n")
        for index in range(count):
            file.write(f"n{index},{index % 977},{index * 7919 % count}\n")


def posted(make):
    return lambda count: ("", make(count))


def data(query):
    def make(count):
        table(count)
        return "data=rows.csv&" + query, ""
    return make


def posted_table(query, make):
    return lambda count: (query, make(count))


def dated(query):
    def make(count):
        with open(path("dates.csv"), "w") as file:
            file.write("d,v\n")
            for index in range(count):
                minute = index % 60
                hour = index // 60 % 24
                day = index // 1440
                file.write(f"{1900 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}T"
                           f"{hour:02}:{minute:02}:00,{index % 977}\n")
        return "data=dates.csv&" + query, ""
    return make


inputs = [
    ("line", 250_000, 1_000_000, posted(lambda n: "line=" + numbers(n))),
    ("bars", 250_000, 1_000_000, posted(lambda n: "bar=" + numbers(n))),
    ("line in no order", 100_000, 400_000, posted(lambda n: "line=" + wild(n))),
    ("curve in no order", 50_000, 200_000, posted(lambda n: "line=" + wild(n) + "&smooth=1")),
    ("dashes", 250_000, 1_000_000, posted(lambda n: "line=" + numbers(n) + "&dash=1,1")),
    ("wide pen, 40 megapixels", 2_500, 10_000,
     posted(lambda n: "line=" + wild(n) + "&width=50&size=8192x4882")),
    ("rules", 100_000, 400_000, posted(lambda n: "line=1&hline=" + numbers(n))),
    ("names of places", 100_000, 400_000,
     posted(lambda n: "line=" + numbers(n) + "&x=" + words(n))),
    ("title", 1_000_000, 4_000_000, posted(lambda n: "line=1,2&title=" + "ab " * (n // 3))),
    ("formulas", 50, 200,
     posted(lambda n: "&".join(["line=1/sin(" + "sin(x)*" * 550 + "x)"] * n))),
    ("rows, bars of names", 250_000, 1_000_000, data("bar=b&x=a&agg=median")),
    ("rows, labelled points", 250_000, 1_000_000, data("scatter=c:b&labels=a")),
    ("rows, points as SVG", 250_000, 1_000_000, data("scatter=c:b&format=svg")),
    ("rows, points as WebP, 40 megapixels", 50_000, 200_000,
     data("scatter=c:b&size=8192x4882&format=webp")),
    ("areas that shine through, 40 megapixels", 12, 50,
     posted(lambda n: "&".join(["area=" + numbers(2000) + "&opacity=0.5"] * n) + "&size=8192x4882")),
    ("pie, 40 megapixels", 250, 1_000,
     posted(lambda n: "pie=" + numbers(n) + "&labels=" + words(n) + "&size=8192x4882")),
    ("columns", 250, 1_000,
     posted_table("bar=n0", lambda n: "\n".join([words(n)] + [numbers(n)] * 1_000))),
    ("cells of 64 kB", 15, 60,
     posted_table("x=n&bar=v", lambda n: "n,v\n" + "".join(
         f"{row}{'a' * 65_000},1\n" for row in range(n)))),
    ("rows, dates with a zone", 250_000, 1_000_000, dated("x=d&line=v&tz=Europe/Berlin")),
    ("rows, 200 comparisons", 250_000, 1_000_000,
     data("line=b&where=a~" + "|".join(f"z{index}" for index in range(199)) + "|n5")),
]


def prepare(make, count):
    """Writes query and body to files, in a process of its own: a program that is started begins with the peak
    of memory of the one that started it."""
    child = os.fork()
    if child == 0:
        for name, text in zip(("query", "body"), make(count)):
            with open(path(name), "w") as file:
                file.write(text)
        os._exit(0)
    os.waitpid(child, 0)


def ask():
    """The status, the seconds of work and the MiB at the peak of one answer."""
    with open(path("query")) as file:
        query = file.read()
    with open(path("body")) as file:
        is_form = "=" in file.read(65_536)
    size = os.path.getsize(path("body"))
    environment = {
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST" if size else "GET",
        "QUERY_STRING": query, "PLOT_DATA": folder.name, "PLOT_MAX_TIME": "0",
        "PLOT_MAX_CPU": "120", "CONTENT_LENGTH": str(size),
        "CONTENT_TYPE": "application/x-www-form-urlencoded" if is_form else "text/csv",
    }
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, path("body"), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, path("answer"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    child = os.posix_spawn(program, [program], environment, file_actions=actions)
    _, _, usage = os.wait4(child, 0)
    with open(path("answer"), "rb") as file:
        status = re.match(rb"Status: (\d+)", file.read(64))
    return (
        int(status[1]) if status else 200, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    )


print(f"{'input':<38} {'size':>9} {'status':>6} {'s':>7} {'MiB':>7}")
for name, small, large, make in inputs:
    for count in (small, large):
        prepare(make, count)
        status, seconds, peak = ask()
        print(f"{name:<38} {count:>9} {status:>6} {seconds:>7.2f} {peak:>7.1f}", flush=True)
