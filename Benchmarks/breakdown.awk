# Where the work of one run goes, by step of the way from request to answer:
#
#   awk -f breakdown.awk callgrind.out [samples]
#
# callgrind.out has mangled names and counts instructions; `samples` are lines of perf's, a count of
# samples, [.] or [k] for the program or the kernel, and a function, and tell of time.
#
# A function of a room is that room's step. All others, the libraries of C and of Swift and the
# rooms that several steps share, work for whoever calls them, in proportion to what the calls cost.

BEGIN {
    steps = split("start serve parse layout glyphs raster encode", step, " ")
    stepOf["Gateway"] = stepOf["Service"] = 2
    stepOf["Dialects"] = 3
    stepOf["Drawing"] = 4
    stepOf["Fonts"] = 5
    stepOf["Rendering"] = 6
    stepOf["Encoding"] = 7
    detail[1] = "up to main: libc, Swift's runtime"
    detail[2] = "the request read, the answer sent"
    detail[3] = "Dialects: text to figure"
    detail[4] = "Drawing: figure to scene"
    detail[5] = "Fonts: files opened, text measured, outlines"
    detail[6] = "Rendering: scene to pixels"
    detail[7] = "Encoding: pixels to bytes"
}

# The step of a mangled Swift name's module, or 0. In an extension of another module's type the
# module stands before the E; otherwise the name begins with it.
function home(name,    room) {
    if (name !~ /^\$s/) return 0
    for (room in stepOf) if (name ~ ("[^0-9]" length(room) room "E")) return stepOf[room]
    for (room in stepOf) if (name ~ ("^\\$s" length(room) room)) return stepOf[room]
    return 0
}

# One name for what callgrind and perf call differently: levels of recursion, the aliases of libc,
# and its variants of one function for different processors.
function plain(name) {
    sub(/'[0-9]+$/, "", name)
    if (name ~ /^(\$|_Z)/) return name
    sub(/^_+/, "", name)
    sub(/_(sse|ssse|avx|evex|erms).*/, "", name)
    sub(/^memcpy/, "memmove", name)
    return name
}

# Callgrind writes (id) name the first time and (id) from then on.
function named(text,    id) {
    id = text
    sub(/\).*/, ")", id)
    if (text ~ /\) /) names[id] = plain(substr(text, length(id) + 2))
    return names[id]
}

FNR == 1 { files++ }

files == 1 && /^fn=/ { current = named(substr($0, 4)); known[current] = 1; next }
files == 1 && /^cfn=/ { called = named(substr($0, 5)); known[called] = 1; next }
files == 1 && /^calls=/ { isCall = 1; next }
files == 1 && /^[0-9+*-]/ {
    if (!isCall) work[current] += $NF
    else if (called != current) call[current SUBSEP called] += $NF
    isCall = 0
    next
}

files == 2 && NF >= 3 {
    if ($2 == "[k]") kernel += $1
    else time[plain($3)] += $1
    samples += $1
}

# Fills share[function, step].
function divide(    name, edge, pair, round, s) {
    for (edge in call) {
        split(edge, pair, SUBSEP)
        received[pair[2]] += call[edge]
    }
    for (name in known) {
        fixed[name] = home(name)
        if (!fixed[name] && !received[name]) fixed[name] = 1
        if (fixed[name]) share[name, fixed[name]] = 1
    }
    # Shares travel one call further in each round.
    for (round = 0; round < 40; round++) {
        for (edge in call) {
            split(edge, pair, SUBSEP)
            if (fixed[pair[2]]) continue
            for (s = 1; s <= steps; s++)
                arriving[pair[2], s] += share[pair[1], s] * call[edge] / received[pair[2]]
        }
        for (name in known) if (!fixed[name]) for (s = 1; s <= steps; s++) {
            share[name, s] = arriving[name, s]
            arriving[name, s] = 0
        }
    }
}

function row(name, instructions, ticks, what) {
    printf "%-8s %8.1f %% ", name, 100 * instructions / total
    if (samples) printf "%8.1f %% ", 100 * ticks / samples
    printf "  %s\n", what
}

END {
    divide()
    for (name in known) {
        total += work[name]
        if (name ~ /[Mm]etadata|[Mm]angle|conformsToProtocol/) lookups += work[name]
        for (s = 1; s <= steps; s++) {
            done[s] += work[name] * share[name, s]
            spent[s] += time[name] * share[name, s]
        }
    }
    # What only perf saw is libc's start, under names that callgrind does not know.
    spent[1] += samples - kernel
    for (name in known) spent[1] -= time[name]

    printf "%-8s %10s %10s\n", "", "instr.", samples ? "time" : ""
    if (samples) row("kernel", 0, kernel, "program loaded, memory handed out, process ended")
    for (s = 1; s <= steps; s++) row(step[s], done[s], spent[s], detail[s])
    printf "\n%.1f million instructions outside the kernel; %.1f %% look up Swift types\n", \
        total / 1e6, 100 * lookups / total
}
