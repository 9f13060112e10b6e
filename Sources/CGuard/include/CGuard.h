#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What has to work where nothing else does: signal handlers, which may call neither Swift nor
// anything that allocates, and the filter of system calls, which is data for the kernel.

/// Why a drawing ended before its answer was known.
enum guard_end {
    /// The program is wrong: a trap of Swift's, a wild pointer, an overflow of the stack, a forbidden
    /// call.
    GUARD_FAULT,
    /// There was no memory left.
    GUARD_MEMORY,
    /// It took too long.
    GUARD_TIME,
    /// Somebody stopped the program.
    GUARD_STOPPED,
    GUARD_ENDS,
};

/// Takes charge of every signal that would end the process without a word. Standard error is kept for
/// the line that says what happened; what libraries write there is dropped. A service is told to end in
/// a way of its own, and finishes what it does.
void guard_install(bool is_service);

/// What the answer to an end looks like.
enum guard_look { GUARD_PAGE, GUARD_PICTURE, GUARD_JSON, GUARD_TEXT, GUARD_LOOKS };

/// A whole answer of CGI, header and body.
struct guard_answer {
    const unsigned char *bytes;
    size_t count;
};

/// What is sent, made when the program was built: there may be nothing left to make it with.
struct guard_answer guard_answer(enum guard_look look, enum guard_end end);

/// From now on, whatever ends the process sends its answer to `output` first: as a page, before
/// `guard_shape` says otherwise. `request` is the number of the request by FastCGI, whose records the
/// answer is framed in; 0 for CGI.
void guard_watch(int output, uint16_t request);

/// What the answer looks like, and whether its header is enough.
void guard_shape(enum guard_look look, bool only_header);

/// Another connection of the process, which loses it too.
struct guard_bystander {
    int connection;
    /// What it waits for an answer to; 0 where nothing has been read from it, so that another process can
    /// serve it.
    uint16_t request;
};

/// At most so many bystanders are kept.
enum { GUARD_BYSTANDERS = 256 };

/// Who else is not to be left without an answer: those with a request are told to ask again, and the
/// others sent through `relay`, a Unix socket, or -1 for none. Holds until `guard_rest`.
void guard_bystanders(int relay, const struct guard_bystander *bystanders, size_t count);

/// Sends a descriptor over a Unix socket; false where that cannot be done at once.
bool guard_pass(int channel, int descriptor);

/// Nobody waits any more.
void guard_rest(void);

/// From now on the answer itself is on its way. A signal that only asks the process to end is not
/// heeded any more; a fault ends it without another word.
void guard_commit(void);

/// Bounds what follows, in milliseconds as a clock on the wall tells them and of processor time; 0
/// is no bound. The last call counts, and none while nobody is watched over.
void guard_bound(long wall, long processor);

/// A line for the server's log, which is standard error as it was.
void guard_log(const char *line, size_t count);

/// Gives up, for good, opening files, sockets and programs. What remains is reading and writing what
/// is open, memory without instructions in it, time, and the end. Any other call ends in GUARD_FAULT.
/// False where the kernel has no filter of system calls, so that only limits hold.
bool sandbox_enter(void);

/// The same for a service, which may also talk over sockets that it has or accepts, have a copy of itself
/// send the rest of an answer, and open files to read them: where the kernel has Landlock only below
/// `folders`, or anywhere where there are none, and never to change anything.
bool sandbox_enter_service(const int *folders, size_t count);

/// Bounds the memory of the process, in bytes, and forbids a core file. 0 is no bound.
void sandbox_limit_memory(size_t bytes);
