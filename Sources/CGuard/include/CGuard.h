#pragma once

#include <stdbool.h>
#include <stddef.h>

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
/// the line that says what happened; what libraries write there is dropped.
void guard_install(void);

/// What the answer to an end looks like.
enum guard_look { GUARD_PAGE, GUARD_PICTURE, GUARD_JSON, GUARD_TEXT, GUARD_LOOKS };

/// A whole answer of CGI, header and body.
struct guard_answer {
    const unsigned char *bytes;
    size_t count;
};

/// What is sent, made when the program was built: there may be nothing left to make it with.
struct guard_answer guard_answer(enum guard_look look, enum guard_end end);

/// From now on, whatever ends the process sends its answer to `output` first, or only the header.
void guard_watch(int output, enum guard_look look, bool only_header);

/// From now on the answer itself is on its way. A signal that only asks the process to end is not
/// heeded any more; a fault ends it without another word.
void guard_commit(void);

/// Bounds what follows, in milliseconds as a clock on the wall tells them and of processor time; 0
/// is no bound. The last call counts.
void guard_bound(long wall, long processor);

/// A line for the server's log, which is standard error as it was.
void guard_log(const char *line, size_t count);

/// Gives up, for good, opening files, sockets and programs. What remains is reading and writing what
/// is open, memory without instructions in it, time, and the end. Any other call ends in GUARD_FAULT.
/// False where the kernel has no filter of system calls, so that only limits hold.
bool sandbox_enter(void);

/// Bounds the memory of the process, in bytes, and forbids a core file. 0 is no bound.
void sandbox_limit_memory(size_t bytes);
