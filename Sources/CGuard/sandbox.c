#define _GNU_SOURCE
#include "CGuard.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel runs a filter once for every number of a call when it is installed, which takes most of the
// time. So the filter is a tree that halves the numbers there are, and not the calls that it knows:
// most numbers are no call of ours and are through after two or three questions.

/// Where the filter comes to for a call, counted from its end.
enum place {
    TRAP = 1,
    ALLOW = 2,
    /// Allowed, unless the third argument asks for memory with instructions in it.
    ALLOW_DATA = 4,
    /// Allowed where the first argument names this process.
    ALLOW_OWN = 6,
    /// Allowed where the first argument says no more than `fork` does.
    ALLOW_COPY = 8,
};

struct rule {
    uint32_t number;
    enum place place;
};

/// Numbers differ from machine to machine. What is not here is a trap.
static const struct rule drawing[] = {
    // The answer, and what is open to be read.
    {__NR_read, ALLOW},
    {__NR_write, ALLOW},
    {__NR_close, ALLOW},
    {__NR_fstat, ALLOW},
#ifdef __NR_poll
    {__NR_poll, ALLOW},
#else
    {__NR_ppoll, ALLOW},
#endif
    // Memory.
    {__NR_brk, ALLOW},
    {__NR_mmap, ALLOW_DATA},
    {__NR_mprotect, ALLOW_DATA},
    {__NR_munmap, ALLOW},
    {__NR_mremap, ALLOW},
    {__NR_madvise, ALLOW},
    {__NR_futex, ALLOW},
    {__NR_getrandom, ALLOW},
    // By qsort, which takes a part of what there is.
    {__NR_sysinfo, ALLOW},
    // Time.
    {__NR_clock_gettime, ALLOW},
    {__NR_setitimer, ALLOW},
    {__NR_restart_syscall, ALLOW},
    // The end, that of abort among them.
    {__NR_rt_sigprocmask, ALLOW},
    {__NR_rt_sigreturn, ALLOW},
    {__NR_getpid, ALLOW},
    {__NR_gettid, ALLOW},
    {__NR_tgkill, ALLOW_OWN},
    {__NR_exit_group, ALLOW},
};
/// What a service needs besides.
static const struct rule serving[] = {
    // Its connections.
    {__NR_accept, ALLOW},
    {__NR_recvfrom, ALLOW},
    {__NR_sendto, ALLOW},
    {__NR_recvmsg, ALLOW},
    {__NR_sendmsg, ALLOW},
    {__NR_shutdown, ALLOW},
    {__NR_fcntl, ALLOW},
    // Files, to read them.
    {__NR_openat, ALLOW},
    {__NR_openat2, ALLOW},
    {__NR_newfstatat, ALLOW},
    {__NR_getdents64, ALLOW},
    {__NR_lseek, ALLOW},
    {__NR_dup, ALLOW},
    {__NR_pread64, ALLOW},
    // A copy of itself, which sends the rest of an answer.
    {__NR_clone, ALLOW_COPY},
    {__NR_set_robust_list, ALLOW},
    {__NR_wait4, ALLOW},
};
enum {
    drawing_count = sizeof drawing / sizeof *drawing,
    serving_count = sizeof serving / sizeof *serving,
    rule_count = drawing_count + serving_count,
};

/// What `fork` asks of `clone`.
enum { copying = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD };

#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#else
#error "The filter has to know the machine whose system calls it reads."
#endif

/// More numbers than there are; those beyond lie in the range of the last one, which is a trap.
enum { number_count = 512 };

struct program {
    /// By number.
    uint8_t places[number_count];
    /// A question for each end of a rule at most, and what is before and behind them.
    struct sock_filter code[2 * rule_count + 11];
    /// By step, the places that its jumps go to, where it is a place; 0 where it is not.
    struct {
        uint8_t yes, no;
    } goals[2 * rule_count + 11];
    int count;
};

static int add(struct program *program, uint16_t code, uint32_t value) {
    program->code[program->count] = (struct sock_filter){.code = code, .k = value};
    return program->count++;
}

/// The first number of the second of two ranges that differ, as near to the middle as there is one;
/// 0 where all numbers from `low` until `high` come to the same place.
static int boundary(const struct program *program, int low, int high) {
    int middle = (low + high) / 2;
    for (int distance = 0; distance <= high - low; distance++) {
        int above = middle + distance, below = middle - distance;
        const uint8_t *places = program->places;
        if (above < high && above > low && places[above] != places[above - 1]) return above;
        if (below > low && below < high && places[below] != places[below - 1]) return below;
    }
    return 0;
}

/// Adds the questions that part the numbers from `low` until `high`, which differ at `split`.
static void add_tree(struct program *program, int low, int split, int high) {
    int step = add(program, BPF_JMP | BPF_JGE | BPF_K, (uint32_t)split);
    int lower = boundary(program, low, split), upper = boundary(program, split, high);
    if (lower > 0) {
        add_tree(program, low, lower, split);
    } else {
        program->goals[step].no = program->places[low];
    }
    if (upper > 0) {
        program->code[step].jt = (uint8_t)(program->count - step - 1);
        add_tree(program, split, upper, high);
    } else {
        program->goals[step].yes = program->places[split];
    }
}

/// Puts in how far it is to the places, which is known when all steps are there.
static void finish(struct program *program) {
    for (int step = 0; step < program->count; step++) {
        int after = program->count - step - 1;
        struct sock_filter *code = &program->code[step];
        if (program->goals[step].yes > 0) code->jt = (uint8_t)(after - program->goals[step].yes);
        if (program->goals[step].no > 0) code->jf = (uint8_t)(after - program->goals[step].no);
    }
}

static void allow(struct program *program, const struct rule *rules, int count) {
    for (int index = 0; index < count; index++) {
        program->places[rules[index].number] = (uint8_t)rules[index].place;
    }
}

/// Adds a question for the first argument at a place of its own.
static void add_place(struct program *program, uint32_t wanted) {
    add(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0]));
    int step = add(program, BPF_JMP | BPF_JEQ | BPF_K, wanted);
    program->goals[step].yes = ALLOW;
    program->goals[step].no = TRAP;
}

static void make(struct program *program, bool is_service) {
    program->count = 0;
    memset(program->goals, 0, sizeof program->goals);
    memset(program->places, TRAP, sizeof program->places);
    allow(program, drawing, drawing_count);
    if (is_service) allow(program, serving, serving_count);
    add(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    program->goals[add(program, BPF_JMP | BPF_JEQ | BPF_K, MACHINE)].no = TRAP;
    add(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    add_tree(program, 0, boundary(program, 0, number_count), number_count);
    // The places, the last one first.
    add_place(program, copying);
    add_place(program, (uint32_t)getpid());
    add(program, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2]));
    program->goals[add(program, BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC)].yes = TRAP;
    add(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    add(program, BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    finish(program);
}

static bool install(bool is_service) {
    struct program program;
    make(&program, is_service);
    struct sock_fprog filter = {.len = (unsigned short)program.count, .filter = program.code};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0;
}

bool sandbox_enter(void) {
    // With a second arena the allocator would ask for the number of processors.
    mallopt(M_ARENA_MAX, 1);
    // Holds where there is no filter too: no descriptor, no process.
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){1, 1});
    setrlimit(RLIMIT_NPROC, &(struct rlimit){0, 0});
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && install(false);
}

/// Leaves of all files those below `folders`, to be read. Kernels without Landlock leave all.
static void leave_folders(const int *folders, size_t count) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return;
    const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    // By version: 13 rights, then to move files between folders, then to cut them off.
    const uint64_t all = (1ULL << (version < 2 ? 13 : version < 3 ? 14 : 15)) - 1;
    struct landlock_ruleset_attr rights = {.handled_access_fs = all};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
    if (rules < 0) return;
    int root = count == 0 ? open("/", O_PATH | O_CLOEXEC) : -1;
    for (size_t index = 0; index < count || (count == 0 && index == 0); index++) {
        struct landlock_path_beneath_attr beneath = {
            .allowed_access = reading, .parent_fd = count == 0 ? root : folders[index]};
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    }
    syscall(SYS_landlock_restrict_self, rules, 0);
    if (root >= 0) close(root);
    close(rules);
}

bool sandbox_enter_service(const int *folders, size_t count) {
    mallopt(M_ARENA_MAX, 1);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    leave_folders(folders, count);
    return install(true);
}

void sandbox_limit_memory(size_t bytes) {
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    if (bytes > 0) setrlimit(RLIMIT_AS, &(struct rlimit){bytes, bytes});
}
