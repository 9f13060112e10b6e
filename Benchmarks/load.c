// Asks a web server on many connections at once and compares every byte that comes with what the
// program answers when it is asked alone: for scripts/load.
//
//   cc -O2 -Wall -Wextra load.c -o load        load PORT CONNECTIONS SECONDS FOLDER
//
// FOLDER holds pairs of files: NAME.request as it is sent, NAME.answer as the program wrote it for CGI. An
// answer without Content-Length says only what the status has to be: the rest is the server's own.
//
// The numbers go to standard output in one line: answers, seconds, answers a second, milliseconds of
// the median and of the slowest in a hundred; then failures of five kinds: wrong (another status, header
// or body), cut (closed in the middle), none (closed or silent before a byte), stopped (the
// program's own 503, which says that it was told to end), refused (no connection, or an error of the
// server's own, 500 and more); then how many requests were sent again because the
// server had just closed a connection that it had kept, as it may (RFC 9112, section 9.3.1); and
// connections that were made. The first failures are told of on standard error.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { most_cases = 1024, most_connections = 1024, room = 1 << 21, patience = 30000 };

struct text {
    char *bytes;
    long size;
};

struct wish {
    char name[256];
    struct text request, body;
    int status;
    bool has_body, is_known;
    char length[32], type[96], tag[96];
};

struct connection {
    int file;
    const struct wish *wish;
    long sent, got, began, moved;
    // Answers that came over it.
    long answers;
    bool is_closing;
    uint32_t events;
    char *bytes;
};

static struct wish wishes[most_cases];
static int wish_count;
static struct sockaddr_in place;
static int poller;
static uint64_t chance = 1;

static long made, rights, wrong, cut, none, stopped, refused, again;
static uint32_t *times;
static long time_count, time_room;

static long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static long failures(void) { return wrong + cut + none + stopped + refused; }

static void tell(long *count, const struct connection *connection, const char *words, ...) {
    ++*count;
    if (failures() > 20) return;
    va_list rest;
    va_start(rest, words);
    fprintf(stderr, "%s: ", connection->wish ? connection->wish->name : "connection");
    vfprintf(stderr, words, rest);
    fputc('\n', stderr);
    va_end(rest);
}

static struct text contents(const char *folder, const char *name, const char *ending) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    int file = open(path, O_RDONLY);
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) {
        perror(path);
        exit(2);
    }
    struct text text = {malloc((size_t)facts.st_size + 1), facts.st_size};
    if (read(file, text.bytes, (size_t)text.size) != text.size) exit(2);
    text.bytes[text.size] = 0;
    close(file);
    return text;
}

// The value of a header, of the block that `header` begins; empty where it is not there.
static void find(const char *header, const char *name, char *value, size_t most) {
    size_t length = strlen(name);
    value[0] = 0;
    for (const char *line = header; line; line = strstr(line, "\r\n")) {
        if (line != header) line += 2;
        if (strncmp(line, "\r\n", 2) == 0) return;
        if (strncasecmp(line, name, length) != 0 || line[length] != ':') continue;
        const char *start = line + length + 1;
        start += strspn(start, " ");
        size_t count = strcspn(start, "\r\n");
        if (count >= most) count = most - 1;
        memcpy(value, start, count);
        value[count] = 0;
        return;
    }
}

static void read_wishes(const char *folder) {
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < count && wish_count < most_cases; i++) {
        char *dot = strstr(names[i]->d_name, ".request");
        if (!dot) continue;
        *dot = 0;
        struct wish *wish = &wishes[wish_count++];
        snprintf(wish->name, sizeof wish->name, "%s", names[i]->d_name);
        wish->request = contents(folder, wish->name, ".request");
        struct text answer = contents(folder, wish->name, ".answer");
        char status[32];
        find(answer.bytes, "Status", status, sizeof status);
        find(answer.bytes, "Content-Length", wish->length, sizeof wish->length);
        find(answer.bytes, "Content-Type", wish->type, sizeof wish->type);
        find(answer.bytes, "ETag", wish->tag, sizeof wish->tag);
        wish->status = status[0] ? atoi(status) : 200;
        bool is_bare = wish->status == 304 || wish->status == 204;
        wish->is_known = wish->length[0] || is_bare;
        wish->has_body = !is_bare && strncmp(wish->request.bytes, "HEAD ", 5) != 0;
        char *body = memmem(answer.bytes, (size_t)answer.size, "\r\n\r\n", 4);
        if (!body) {
            fprintf(stderr, "%s: the program did not answer\n", wish->name);
            exit(2);
        }
        wish->body.bytes = body + 4;
        wish->body.size = answer.size - (body + 4 - answer.bytes);
        if (wish->is_known && wish->has_body && wish->body.size != atol(wish->length)) exit(2);
    }
    if (wish_count == 0) exit(2);
}

static void leave(struct connection *connection) {
    if (connection->file >= 0) close(connection->file);
    connection->file = -1;
}

static void await(struct connection *connection, uint32_t events) {
    if (connection->events == events) return;
    struct epoll_event event = {.events = events, .data.ptr = connection};
    epoll_ctl(
        poller, connection->events ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, connection->file, &event);
    connection->events = events;
}

static void ask(struct connection *connection) {
    chance = chance * 6364136223846793005u + 1442695040888963407u;
    connection->wish = &wishes[(chance >> 33) % (uint64_t)wish_count];
    connection->sent = connection->got = 0;
    connection->began = connection->moved = now();
    await(connection, EPOLLIN | EPOLLOUT);
}

// Connects and asks, for another answer or again for one that has not come.
static void connect_for(struct connection *connection, const struct wish *wish) {
    leave(connection);
    connection->events = 0;
    connection->answers = 0;
    connection->is_closing = false;
    connection->wish = NULL;
    connection->file = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    made++;
    int result = connect(connection->file, (struct sockaddr *)&place, sizeof place);
    if (connection->file < 0 || (result != 0 && errno != EINPROGRESS)) {
        tell(&refused, connection, "%s", strerror(errno));
        leave(connection);
        connection->moved = now();
        return;
    }
    ask(connection);
    if (wish) connection->wish = wish;
}

static void connect_anew(struct connection *connection) { connect_for(connection, NULL); }

static void note_time(const struct connection *connection) {
    if (time_count == time_room) {
        time_room = time_room ? 2 * time_room : 65536;
        times = realloc(times, (size_t)time_room * sizeof *times);
    }
    times[time_count++] = (uint32_t)(now() - connection->began);
}

// Judges a whole answer, whose body is as long as it was said to be.
static void judge(struct connection *connection, int status, const char *body, long size) {
    const struct wish *wish = connection->wish;
    const char *header = connection->bytes;
    char length[32], type[96], tag[96];
    find(header, "Content-Length", length, sizeof length);
    find(header, "Content-Type", type, sizeof type);
    find(header, "ETag", tag, sizeof tag);
    if (status != wish->status) {
        char later[32];
        find(header, "Retry-After", later, sizeof later);
        long *kind = status == 503 && later[0] ? &stopped : status >= 500 ? &refused : &wrong;
        return tell(kind, connection, "status %d in place of %d", status, wish->status);
    }
    note_time(connection);
    if (!wish->is_known) {
        rights++;
    } else if (wish->has_body && (size != wish->body.size
                   || memcmp(body, wish->body.bytes, (size_t)size) != 0)) {
        tell(&wrong, connection, "another body, of %ld bytes in place of %ld", size,
            wish->body.size);
    } else if (strcmp(tag, wish->tag) != 0
        || (wish->length[0] && strcmp(type, wish->type) != 0)
        || (wish->length[0] && length[0] && strcmp(length, wish->length) != 0)) {
        tell(&wrong, connection, "another header: %s, %s, %s", type, length, tag);
    } else {
        rights++;
    }
}

// Puts the pieces of a chunked body together, where they lie; its size, -1 while some are to come, or -2
// where it is none. `rest` is what comes behind it.
static long join(char *body, long come, bool moves, long *rest) {
    long size = 0, at = 0;
    while (1) {
        char *end = memmem(body + at, (size_t)(come - at), "\r\n", 2);
        if (!end) return -1;
        char *digits;
        long piece = strtol(body + at, &digits, 16);
        if (digits == body + at || piece < 0 || piece > room) return -2;
        long start = end + 2 - body;
        if (start + piece + 2 > come) return -1;
        if (memcmp(body + start + piece, "\r\n", 2) != 0) return -2;
        if (moves) memmove(body + size, body + start, (size_t)piece);
        size += piece;
        at = start + piece + 2;
        if (piece > 0) continue;
        *rest = come - at;
        return size;
    }
}

// Whether the answer is there; judges it then.
static bool is_answered(struct connection *connection) {
    char *bytes = connection->bytes;
    bytes[connection->got] = 0;
    char *end = memmem(bytes, (size_t)connection->got, "\r\n\r\n", 4);
    if (!end) return false;
    int status = connection->got > 12 ? atoi(bytes + 9) : 0;
    char length[32], ending[32], coding[32];
    find(bytes, "Content-Length", length, sizeof length);
    find(bytes, "Connection", ending, sizeof ending);
    find(bytes, "Transfer-Encoding", coding, sizeof coding);
    bool is_bare = status == 304 || status == 204
        || strncmp(connection->wish->request.bytes, "HEAD ", 5) == 0;
    long size = is_bare ? 0 : atol(length);
    char *body = end + 4;
    long come = connection->got - (body - bytes);
    connection->is_closing = strcasecmp(ending, "close") == 0;
    if (!is_bare && strcasecmp(coding, "chunked") == 0) {
        long rest = 0;
        size = join(body, come, false, &rest);
        if (size == -1) return false;
        if (size >= 0) join(body, come, true, &rest);
        come = size + rest;
    } else if (!is_bare && !length[0]) {
        size = -2;
    }
    if (size == -2) {
        tell(&wrong, connection, "status %d, and no word of the length", status);
        connection->is_closing = true;
        return true;
    }
    if (come < size) return false;
    if (come > size) {
        tell(&wrong, connection, "%ld bytes too many", come - size);
        connection->is_closing = true;
        return true;
    }
    judge(connection, status, body, size);
    connection->answers++;
    return true;
}

static void take(struct connection *connection) {
    long count = read(
        connection->file, connection->bytes + connection->got, (size_t)(room - 1 - connection->got));
    if (count < 0 && errno == EAGAIN) return;
    connection->moved = now();
    if (count <= 0) {
        if (connection->got == 0 && connection->answers > 0) {
            again++;
            return connect_for(connection, connection->wish);
        }
        if (connection->got > 0) {
            tell(&cut, connection, "cut after %ld bytes", connection->got);
        } else {
            const char *why = count < 0 ? strerror(errno) : "closed";
            tell(connection->sent > 0 ? &none : &refused, connection, "no answer: %s", why);
        }
        return connect_anew(connection);
    }
    connection->got += count;
    if (!is_answered(connection)) return;
    if (connection->is_closing) return connect_anew(connection);
    ask(connection);
}

static void give(struct connection *connection) {
    const struct text *request = &connection->wish->request;
    long count = send(connection->file, request->bytes + connection->sent,
        (size_t)(request->size - connection->sent), MSG_NOSIGNAL);
    if (count < 0) return;
    connection->moved = now();
    connection->sent += count;
    if (connection->sent == request->size) await(connection, EPOLLIN);
}

static int compare(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static double part(double fraction) {
    return time_count ? times[(long)(fraction * (double)(time_count - 1))] / 1000.0 : 0;
}

int main(int count, char **words) {
    if (count != 5) return 2;
    int number = atoi(words[2]);
    if (number < 1 || number > most_connections) return 2;
    place = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(words[1]))};
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    read_wishes(words[4]);
    poller = epoll_create1(EPOLL_CLOEXEC);
    struct connection *all = calloc((size_t)number, sizeof *all);
    long start = now(), last = start + atol(words[3]) * 1000000;
    for (int i = 0; i < number; i++) {
        all[i].file = -1;
        all[i].bytes = malloc(room);
        connect_anew(&all[i]);
    }
    while (now() < last) {
        struct epoll_event events[64];
        int ready = epoll_wait(poller, events, 64, 100);
        for (int i = 0; i < ready; i++) {
            struct connection *connection = events[i].data.ptr;
            // It may have been made anew for an event before this one.
            if (connection->file < 0 || !connection->wish) continue;
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
                take(connection);
            } else {
                give(connection);
            }
        }
        for (int i = 0; i < number; i++) {
            long idle = (now() - all[i].moved) / 1000;
            if (all[i].file < 0 && idle > 20) connect_anew(&all[i]);
            if (all[i].file >= 0 && idle > patience) {
                tell(&none, &all[i], "nothing more after %ld bytes", all[i].got);
                connect_anew(&all[i]);
            }
        }
    }
    double seconds = (double)(now() - start) / 1e6;
    qsort(times, (size_t)time_count, sizeof *times, compare);
    printf("%ld %.1f %.0f %.1f %.1f %ld %ld %ld %ld %ld %ld %ld\n", rights, seconds,
        (double)rights / seconds, part(0.5), part(0.99), wrong, cut, none, stopped, refused, again,
        made);
    return failures() > 0;
}
