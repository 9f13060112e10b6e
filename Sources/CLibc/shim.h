#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// What Swift cannot call, because the number of its arguments varies. Nothing that these open lets
// the caller wait, as a pipe without a writer would.

static inline int open_folder(const char *path) {
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static inline int open_any(const char *path) {
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
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
    return openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
}

/// What is known of an open file, by the call that takes no path.
static inline int facts_of(int file, struct stat *facts) {
    return (int)syscall(SYS_fstat, file, facts);
}

static inline const char *name_of(const struct dirent *entry) { return entry->d_name; }

static inline int last_error(void) { return errno; }

static inline void set_last_error(int error) { errno = error; }

static inline int is_regular(mode_t mode) { return S_ISREG(mode); }
