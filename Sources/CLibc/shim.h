#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <math.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// What Swift cannot call, because the number of its arguments varies. Nothing that these open lets
// the caller wait, as a pipe without a writer would. A signal that comes meanwhile is gone over: files on
// other machines take their time.

static inline int open_at(int folder, const char *path, int flags) {
    int found;
    do found = openat(folder, path, flags | O_RDONLY | O_CLOEXEC);
    while (found < 0 && errno == EINTR);
    return found;
}

static inline int open_folder(const char *path) { return open_at(AT_FDCWD, path, O_DIRECTORY); }

static inline int open_any(const char *path) {
    return open_at(AT_FDCWD, path, O_NONBLOCK | O_NOCTTY);
}

/// Opens for reading what lies below a folder. Neither `..`, nor a slash at the start, nor a symbolic
/// link leads out of it.
static inline int open_below(int folder, const char *path) {
    struct open_how how = {
        .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

/// Opens for reading what a folder holds, unless it is a symbolic link. The name is no path.
static inline int open_plain(int folder, const char *name) {
    return open_at(folder, name, O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
}

/// What is known of an open file, by the call that takes no path.
static inline int facts_of(int file, struct stat *facts) {
    return (int)syscall(SYS_fstat, file, facts);
}

static inline const char *name_of(const struct dirent *entry) { return entry->d_name; }

static inline int last_error(void) { return errno; }

static inline void set_last_error(int error) { errno = error; }

/// Whether a file could not be had for no fault of its name: it may be read another time, or by
/// somebody else.
static inline int is_trouble(int error) {
    return error == EACCES || error == EIO || error == EMFILE || error == ENFILE || error == ENOMEM
        || error == EAGAIN || error == EINTR;
}

static inline int is_regular(mode_t mode) { return S_ISREG(mode); }

/// Makes reading, writing and accepting return at once; below 0 where that fails.
static inline int make_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    return flags < 0 ? flags : fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

static inline int close_on_exec(int descriptor) { return fcntl(descriptor, F_SETFD, FD_CLOEXEC); }

/// Has the kernel send this process a signal when the one that started it ends.
static inline int signal_when_orphaned(int signal) {
    return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0, 0, 0);
}

/// The bits of an address of the internet, of the sixth version where it is of the fourth; false for
/// one of another kind, as that of a Unix socket.
static inline int internet_address(const struct sockaddr_storage *address, unsigned char bits[16]) {
    if (address->ss_family == AF_INET6) {
        memcpy(bits, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
        return 1;
    }
    if (address->ss_family != AF_INET) return 0;
    memset(bits, 0, 10);
    memset(bits + 10, 0xFF, 2);
    memcpy(bits + 12, &((const struct sockaddr_in *)address)->sin_addr, 4);
    return 1;
}

static inline int ended_by_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

static inline int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

/// How many processors this process may run on; at least one.
static inline int processors(void) {
    unsigned char set[1024] = {0};
    long size = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
    int count = 0;
    for (long i = 0; i < size; i++) count += __builtin_popcount(set[i]);
    return count > 0 ? count : 1;
}

/// Receives a descriptor over a Unix socket; below 0 where there is none.
static inline int passed_descriptor(int channel) {
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {0};
    char byte = 0;
    struct iovec piece = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = control.room,
        .msg_controllen = sizeof control.room};
    if (recvmsg(channel, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) != 1) return -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_type != SCM_RIGHTS) return -1;
    int descriptor = -1;
    memcpy(&descriptor, CMSG_DATA(header), sizeof(int));
    return descriptor;
}
