#define _GNU_SOURCE
#include "CGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/// Where the answer goes; -1 before there is somebody to answer.
static int output = -1;
static enum guard_look look;
static bool is_header_enough;
static int log_file = 2;
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

/// The seconds that a reader who takes nothing may hold a process that is ending.
enum { patience = 5 };

static void send_all(int file, const void *start, size_t count) {
    const char *bytes = start;
    int waits = 0;
    while (count > 0) {
        ssize_t sent = write(file, bytes, count);
        if (sent > 0) {
            bytes += sent;
            count -= (size_t)sent;
        } else if (sent < 0 && errno == EAGAIN && waits++ < patience) {
            struct pollfd entry = {.fd = file, .events = POLLOUT};
            poll(&entry, 1, 1000);
        } else if (sent == 0 || errno != EINTR) {
            return;
        }
    }
}

static void send_answer(struct guard_answer answer) {
    const unsigned char *body = memmem(answer.bytes, answer.count, "\r\n\r\n", 4);
    if (is_header_enough && body != NULL) answer.count = (size_t)(body + 4 - answer.bytes);
    send_all(output, answer.bytes, answer.count);
}

static void stop(int signal) {
    const struct ending *ending = endings;
    while (ending->signal != signal) ending++;
    if (is_committed) {
        // The rest of an answer that is known takes no longer for being told to end.
        if (ending->end == GUARD_TIME || ending->end == GUARD_STOPPED) return;
        send_all(log_file, ending->line, strlen(ending->line));
        _exit(70);
    }
    is_committed = 1;
    if (output >= 0) send_answer(guard_answer(look, ending->end));
    send_all(log_file, ending->line, strlen(ending->line));
    _exit(70);
}

void guard_install(void) {
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = stop, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    sigset_t all;
    sigemptyset(&all);
    for (int index = 0; index < ending_count; index++) {
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

void guard_watch(int file, enum guard_look kind, bool only_header) {
    output = file;
    look = kind;
    is_header_enough = only_header;
    is_committed = 0;
}

void guard_commit(void) {
    is_committed = 1;
    guard_bound(0, 0);
}

static void set_timer(int timer, long milliseconds) {
    struct itimerval value = {
        .it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};
    setitimer(timer, &value, NULL);
}

void guard_bound(long wall, long processor) {
    set_timer(ITIMER_REAL, wall);
    set_timer(ITIMER_PROF, processor);
}

void guard_log(const char *line, size_t count) { send_all(log_file, line, count); }
