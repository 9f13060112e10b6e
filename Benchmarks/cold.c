// Runs CGI programs cold and in turn, and prints how the first does beside the others:
//
//   cold QUERY ROUNDS NAME PROGRAM [ARGUMENT]... [-- ROUNDS NAME PROGRAM [ARGUMENT]...]...
//
// A run lasts from the spawn until the answer has been read to its end and the process is gone.
// All programs take part in each round, so that whatever else the machine does strikes them alike;
// one with fewer rounds than the first sits out evenly.

#define _GNU_SOURCE
#include <err.h>
#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { contestantLimit = 8, settingLimit = 16, roundLimit = 10000, answerLimit = 1 << 20 };

struct contestant {
    const char *name;
    char **command;
    int rounds;
    double *milliseconds; // by round of the first contestant; NaN where this one sat out
    size_t pictureSize;
    long peakKiB;
    long pageFaults;
};

// What the project says of the first contestant's time, beside that of a rival.
static const struct claim {
    const char *rival;
    double limit;
    enum { isSlower, isFaster, isLater } kind; // times the rival's, times faster, milliseconds more
    const char *words;
} claims[] = {
    {"static C", 8, isSlower, "at most 8 times the time of static C"},
    {"gnuplot", 7, isFaster, "at least 7 times faster than gnuplot"},
    {"matplotlib", 120, isFaster, "at least 120 times faster than matplotlib"},
    {"one-pass C", 2, isSlower, "at most twice the time of one-pass C"},
    {"gnuplot file", 8, isFaster, "at least 8 times faster than gnuplot"},
    {"no sandbox", 0.05, isLater, "a sandbox of at most 0.05 ms"},
    {"no guard", 0.1, isLater, "guard and sandbox of at most 0.1 ms"},
};
enum { claimCount = sizeof claims / sizeof *claims };
static const double pictureLimitKB = 20, peakLimitMiB = 8;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static char *variable(const char *name, const char *value) {
    char *text;
    if (asprintf(&text, "%s=%s", name, value) < 0)
        err(1, NULL);
    return text;
}

// What a web server hands to a CGI program. HOME is for the rivals, which keep caches of fonts
// there and would build them anew in each run without it.
static char **serverEnvironment(const char *query) {
    const char *home = getenv("HOME"), *path = getenv("PATH");
    char *variables[settingLimit + 16] = {
        variable("QUERY_STRING", query),
        variable("HOME", home ? home : "/"),
        variable("PATH", path ? path : "/usr/bin:/bin"),
        "GATEWAY_INTERFACE=CGI/1.1",
        "HTTP_ACCEPT=image/avif,image/webp,image/png,*/*;q=0.8",
        "HTTP_HOST=localhost",
        "REMOTE_ADDR=127.0.0.1",
        "REQUEST_METHOD=GET",
        "SCRIPT_NAME=/cgi-bin/plot",
        "SERVER_NAME=localhost",
        "SERVER_PORT=80",
        "SERVER_PROTOCOL=HTTP/1.1",
        "SERVER_SOFTWARE=cold",
    };
    // The operator's settings, where this program was given some.
    int count = 0, taken = 0;
    while (variables[count])
        count++;
    for (char **next = environ; *next && taken < settingLimit; next++)
        if (!strncmp(*next, "PLOT_", 5))
            variables[count++] = *next, taken++;
    char **environment = malloc(sizeof variables);
    if (!environment)
        err(1, NULL);
    return memcpy(environment, variables, sizeof variables);
}

// A spawned child shares this program's memory until it executes, and its peak counts that in:
// so this program is small, linked statically, and touches no more of `answer` than was answered.
static pid_t spawn(char **command, char **environment, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t child;
    const int problem = posix_spawn(&child, command[0], &actions, NULL, command, environment);
    posix_spawn_file_actions_destroy(&actions);
    if (problem)
        errx(1, "%s: %s", command[0], strerror(problem));
    return child;
}

static size_t readAll(int input, char *bytes, size_t limit) {
    size_t count = 0;
    for (ssize_t more; (more = read(input, bytes + count, limit - count)); count += more)
        if (more < 0)
            err(1, "read");
    return count;
}

// One run, and how many milliseconds it took.
static double run(struct contestant *contestant, char **environment) {
    static char answer[answerLimit];
    int ends[2];
    if (pipe2(ends, O_CLOEXEC))
        err(1, "pipe2");

    const double start = now();
    const pid_t child = spawn(contestant->command, environment, ends[1]);
    close(ends[1]);
    const size_t size = readAll(ends[0], answer, sizeof answer);
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0)
        err(1, "wait4");
    const double duration = now() - start;

    close(ends[0]);
    // An error may be answered as a picture too, but not without saying so in the first line.
    const char *picture = memmem(answer, size, "\x89PNG", 4);
    if (status || !picture || !strncmp(answer, "Status:", 7))
        errx(1, "%s: no picture of the chart, wait status %d", contestant->name, status);
    contestant->pictureSize = answer + size - picture;
    contestant->pageFaults = usage.ru_minflt;
    if (contestant->peakKiB < usage.ru_maxrss)
        contestant->peakKiB = usage.ru_maxrss;
    return duration;
}

static void compete(struct contestant *contestants, int count, char **environment) {
    const int rounds = contestants[0].rounds;
    // What comes from the disk is read once before it counts.
    for (int i = 0; i < count; i++)
        run(&contestants[i], environment);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++) {
            struct contestant *next = &contestants[i];
            const int isDue =
                (round + 1) * next->rounds / rounds > round * next->rounds / rounds;
            next->milliseconds[round] = isDue ? run(next, environment) : NAN;
        }
}

static int ascending(const void *a, const void *b) {
    const double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

// The value that lies `fraction` of the way up among those that are numbers.
static double quantile(double fraction, const double *values, int count) {
    double sorted[count];
    int numbers = 0;
    for (int i = 0; i < count; i++)
        if (!isnan(values[i]))
            sorted[numbers++] = values[i];
    qsort(sorted, numbers, sizeof *sorted, ascending);
    const double place = fraction * (numbers - 1);
    const int below = place, above = ceil(place);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

static double median(const double *values, int count) { return quantile(0.5, values, count); }

static double medianQuotient(const double *dividends, const double *divisors, int count) {
    double quotients[count];
    for (int i = 0; i < count; i++)
        quotients[i] = dividends[i] / divisors[i];
    return median(quotients, count);
}

static double medianDifference(const double *minuends, const double *subtrahends, int count) {
    double differences[count];
    for (int i = 0; i < count; i++)
        differences[i] = minuends[i] - subtrahends[i];
    return median(differences, count);
}

static void printMeasures(const struct contestant *contestants, int count) {
    const int rounds = contestants[0].rounds;
    printf("%-12s %6s %12s %12s %14s %10s %12s\n", "", "rounds", "least", "median", "picture",
           "peak", "page faults");
    for (int i = 0; i < count; i++) {
        const struct contestant *next = &contestants[i];
        printf("%-12s %6d %9.3f ms %9.3f ms %8zu bytes %6.2f MiB %12ld\n", next->name,
               next->rounds, quantile(0, next->milliseconds, rounds),
               median(next->milliseconds, rounds), next->pictureSize, next->peakKiB / 1024.0,
               next->pageFaults);
    }
}

static void printClaim(const char *words, double measured, const char *paired, int isMet) {
    printf("%-44s %10.2f %10s   %s\n", words, measured, paired, isMet ? "met" : "missed");
}

static void printClaims(const struct contestant *contestants, int count) {
    const struct contestant *first = &contestants[0];
    const int rounds = first->rounds;
    printf("\n%-44s %10s %10s\n", "claim", "measured", "paired");
    for (int c = 0; c < claimCount; c++)
        for (int i = 1; i < count; i++) {
            if (strcmp(claims[c].rival, contestants[i].name))
                continue;
            const int hasMore = claims[c].kind == isFaster;
            const double *theirs = contestants[i].milliseconds;
            const double *above = hasMore ? theirs : first->milliseconds;
            const double *below = hasMore ? first->milliseconds : theirs;
            const double more = median(above, rounds), less = median(below, rounds);
            const int isRatio = claims[c].kind != isLater;
            const double measured = isRatio ? more / less : more - less;
            char paired[32];
            snprintf(paired, sizeof paired, "%.2f",
                     isRatio ? medianQuotient(above, below, rounds)
                             : medianDifference(above, below, rounds));
            printClaim(claims[c].words, measured, paired,
                       hasMore ? measured >= claims[c].limit : measured <= claims[c].limit);
        }
    const char *file = getenv("PLOT_BENCH_FILE");
    if (file) {
        struct stat facts;
        if (stat(file, &facts))
            err(1, "%s", file);
        const double times = first->peakKiB * 1024.0 / facts.st_size;
        printClaim("a peak of at most 3 times the file", times, "", times <= 3);
        return;
    }
    const double pictureKB = first->pictureSize / 1e3, peakMiB = first->peakKiB / 1024.0;
    printClaim("a picture of at most 20 kB", pictureKB, "", pictureKB <= pictureLimitKB);
    printClaim("a peak of at most 8 MiB", peakMiB, "", peakMiB <= peakLimitMiB);
}

// Takes one contestant from the arguments, and returns what is left of them.
static char **take(char **arguments, struct contestant *contestant, int firstRounds) {
    for (int i = 0; i < 3; i++)
        if (!arguments[i])
            errx(2, "a contestant is ROUNDS NAME PROGRAM [ARGUMENT]...");
    const int rounds = atoi(arguments[0]), most = firstRounds ? firstRounds : roundLimit;
    if (rounds < 1 || rounds > most)
        errx(2, "%s: from 1 to %d rounds", arguments[1], most);
    *contestant = (struct contestant){
        .rounds = rounds, .name = arguments[1], .command = arguments + 2};
    contestant->milliseconds = calloc(most, sizeof(double));
    if (!contestant->milliseconds)
        err(1, NULL);

    char **rest = arguments + 2;
    while (*rest && strcmp(*rest, "--"))
        rest++;
    if (!*rest)
        return rest;
    *rest = NULL;
    return rest + 1;
}

int main(int argc, char **arguments) {
    if (argc < 3)
        errx(2, "cold QUERY ROUNDS NAME PROGRAM [ARGUMENT]... [-- ROUNDS NAME PROGRAM ...]...");
    struct contestant contestants[contestantLimit];
    int count = 0;
    for (char **rest = arguments + 2; *rest; count++) {
        if (count == contestantLimit)
            errx(2, "at most %d contestants", contestantLimit);
        rest = take(rest, &contestants[count], count ? contestants[0].rounds : 0);
    }
    compete(contestants, count, serverEnvironment(arguments[1]));
    printMeasures(contestants, count);
    printClaims(contestants, count);
}
