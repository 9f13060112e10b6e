#define _GNU_SOURCE
#include "CGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

/// Where the answer goes; -1 while there is nobody to answer.
static int output = -1;
/// Its number by FastCGI; 0 for CGI.
static uint16_t request;
static enum guard_look look;
static bool is_header_enough;
static int log_file = 2;
static int relay = -1;
static struct guard_bystander bystanders[GUARD_BYSTANDERS];
static size_t bystander_count;
/// Whether the answer is on its way.
static volatile sig_atomic_t is_committed;

/// The handlers run here: where the stack has overflowed, there is no other.
static char handler_stack[32768];

struct ending {
    int signal;
    enum guard_end end;
    const char *line;
};

#define LINE(words) "plot: " words "\n"

static const struct ending endings[] = {
    {SIGILL, GUARD_FAULT, LINE("stopped by a trap of its own (SIGILL)")},
    {SIGTRAP, GUARD_FAULT, LINE("stopped by a trap of its own (SIGTRAP)")},
    {SIGFPE, GUARD_FAULT, LINE("stopped by a fault in arithmetic (SIGFPE)")},
    {SIGSEGV, GUARD_FAULT, LINE("stopped by a wrong address or a full stack (SIGSEGV)")},
    {SIGBUS, GUARD_FAULT, LINE("stopped by a wrong address (SIGBUS)")},
    {SIGSYS, GUARD_FAULT, LINE("stopped by a system call that it may not make (SIGSYS)")},
    {SIGABRT, GUARD_MEMORY, LINE("stopped for want of memory (SIGABRT); PLOT_MAX_MEMORY bounds it")},
    {SIGALRM, GUARD_TIME, LINE("stopped after too long a time (SIGALRM); PLOT_MAX_TIME bounds it")},
    {SIGPROF, GUARD_TIME, LINE("stopped after too much work (SIGPROF); PLOT_MAX_CPU bounds it")},
    {SIGXCPU, GUARD_TIME, LINE("stopped after too much work (SIGXCPU), as the server bounds it")},
    {SIGTERM, GUARD_STOPPED, LINE("stopped by somebody else (SIGTERM)")},
    {SIGINT, GUARD_STOPPED, LINE("stopped by somebody else (SIGINT)")},
    {SIGHUP, GUARD_STOPPED, LINE("stopped by somebody else (SIGHUP)")},
    {SIGQUIT, GUARD_STOPPED, LINE("stopped by somebody else (SIGQUIT)")},
};
enum { ending_count = sizeof endings / sizeof *endings };

/// The seconds that readers who take nothing may hold a process that is ending.
static int patience = 5;

static void send_all(int file, const void *start, size_t count) {
    const char *bytes = start;
    while (count > 0) {
        ssize_t sent = write(file, bytes, count);
        if (sent > 0) {
            bytes += sent;
            count -= (size_t)sent;
        } else if (sent < 0 && errno == EAGAIN && patience-- > 0) {
            struct pollfd entry = {.fd = file, .events = POLLOUT};
            poll(&entry, 1, 1000);
        } else if (sent == 0 || errno != EINTR) {
            return;
        }
    }
}

/// Kinds of records (FastCGI 1.0, section 8).
enum { end_request = 3, standard_output = 6, standard_error = 7 };

static size_t add_record(
    unsigned char *frame, unsigned char kind, uint16_t id, const void *content, size_t count
) {
    const unsigned char header[8] = {
        1, kind, id >> 8, id & 255, (unsigned char)(count >> 8), count & 255, 0, 0};
    memcpy(frame, header, sizeof header);
    memcpy(frame + sizeof header, content, count);
    return sizeof header + count;
}

/// By CGI as it is; by FastCGI in records, with the line for the log, which servers take from there.
static void send_answer(
    int file, uint16_t id, struct guard_answer answer, const char *line, bool only_header
) {
    const unsigned char *body = memmem(answer.bytes, answer.count, "\r\n\r\n", 4);
    if (only_header && body != NULL) answer.count = (size_t)(body + 4 - answer.bytes);
    if (id == 0) return send_all(file, answer.bytes, answer.count);

    static unsigned char frame[65536];
    if (answer.count > sizeof frame - 1024) return;
    static const unsigned char nothing[8];
    size_t size = add_record(frame, standard_error, id, line, strlen(line));
    size += add_record(frame + size, standard_output, id, answer.bytes, answer.count);
    size += add_record(frame + size, standard_output, id, nothing, 0);
    size += add_record(frame + size, end_request, id, nothing, sizeof nothing);
    send_all(file, frame, size);
}

bool guard_pass(int channel, int descriptor) {
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE(sizeof descriptor)];
    } control = {0};
    char byte = 0;
    struct iovec piece = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = control.room,
        .msg_controllen = sizeof control.room};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    return sendmsg(channel, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == 1;
}

static void take_leave(const char *line) {
    for (size_t index = 0; index < bystander_count; index++) {
        struct guard_bystander other = bystanders[index];
        if (other.request > 0) {
            struct guard_answer answer = guard_answer(GUARD_PAGE, GUARD_STOPPED);
            send_answer(other.connection, other.request, answer, line, false);
        } else if (relay >= 0) {
            guard_pass(relay, other.connection);
        }
    }
}

static void stop(int signal) {
    const struct ending *ending = endings;
    while (ending->signal != signal) ending++;
    if (is_committed) {
        // The rest of an answer that is known takes no longer for being told to end.
        if (ending->end == GUARD_TIME || ending->end == GUARD_STOPPED) return;
        take_leave(ending->line);
        send_all(log_file, ending->line, strlen(ending->line));
        _exit(70);
    }
    is_committed = 1;
    if (output >= 0) {
        struct guard_answer answer = guard_answer(look, ending->end);
        send_answer(output, request, answer, ending->line, is_header_enough);
    }
    take_leave(ending->line);
    send_all(log_file, ending->line, strlen(ending->line));
    _exit(70);
}

void guard_install(bool is_service) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = stop, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    sigset_t all;
    sigemptyset(&all);
    for (int index = 0; index < ending_count; index++) {
        if (is_service && endings[index].end == GUARD_STOPPED) continue;
        sigaction(endings[index].signal, &action, NULL);
        sigaddset(&all, endings[index].signal);
    }
    // Who started the program may have blocked them.
    sigprocmask(SIG_UNBLOCK, &all, NULL);

    int kept = fcntl(2, F_DUPFD_CLOEXEC, 3);
    int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept >= 0 && nothing >= 0) {
        log_file = kept;
        dup2(nothing, 2);
    }
    if (nothing >= 0) close(nothing);
}

void guard_watch(int file, uint16_t id) {
    request = id;
    look = GUARD_PAGE;
    is_header_enough = false;
    is_committed = 0;
    output = file;
}

void guard_shape(enum guard_look kind, bool only_header) {
    look = kind;
    is_header_enough = only_header;
}

void guard_bystanders(int channel, const struct guard_bystander *others, size_t count) {
    relay = channel;
    bystander_count = count < GUARD_BYSTANDERS ? count : GUARD_BYSTANDERS;
    for (size_t index = 0; index < bystander_count; index++) bystanders[index] = others[index];
}

void guard_rest(void) {
    output = -1;
    bystander_count = 0;
    is_committed = 0;
}

void guard_commit(void) {
    // Until the clocks stand still there is nothing that could not be answered otherwise.
    guard_bound(0, 0);
    is_committed = 1;
}

static void set_timer(int timer, long milliseconds) {
    struct itimerval value = {
        .it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};
    setitimer(timer, &value, NULL);
}

void guard_bound(long wall, long processor) {
    // Without somebody to answer, the signals would end a process that nobody watches over.
    if (output < 0) return;
    set_timer(ITIMER_REAL, wall);
    set_timer(ITIMER_PROF, processor);
}

void guard_log(const char *line, size_t count) { send_all(log_file, line, count); }
