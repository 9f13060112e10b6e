// A trivial FastCGI responder, the yardstick of scripts/bench --service: it reads a request to the end
// of its body, understands nothing of it, and sends the same 304 to everyone.
//
//   cc -O2 -static -Wall -Wextra responder.c -o plot      started with a listening socket as input
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const char answer[] =
    "Status: 304 Not Modified\r\nETag: \"0123456789abcdef0123456789abcdef\"\r\n"
    "Cache-Control: public, max-age=3600\r\n\r\n";

// Whether an empty record of the kind 5, the end of the body, is in what was read.
static int is_complete(const uint8_t *bytes, long size) {
    long at = 0;
    while (at + 8 <= size) {
        long content = bytes[at + 4] << 8 | bytes[at + 5];
        if (bytes[at + 1] == 5 && content == 0) return 1;
        at += 8 + content + bytes[at + 6];
    }
    return 0;
}

static void serve(int connection) {
    static uint8_t request[65536];
    long size = 0;
    while (!is_complete(request, size)) {
        long got = read(connection, request + size, sizeof request - size);
        if (got <= 0) return;
        size += got;
    }
    uint8_t reply[512] = {1, 6, 0, 1, 0, sizeof answer - 1};
    long end = 8;
    memcpy(reply + end, answer, sizeof answer - 1);
    end += sizeof answer - 1;
    const uint8_t last[] = {1, 6, 0, 1, 0, 0, 0, 0, 1, 3, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    memcpy(reply + end, last, sizeof last);
    end += sizeof last;
    if (write(connection, reply, end) != end) return;
}

int main(void) {
    signal(SIGPIPE, SIG_IGN);
    long workers = sysconf(_SC_NPROCESSORS_ONLN) + 1;
    for (long i = 0; i < workers; i++)
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM);
            for (;;) {
                int connection = accept(0, NULL, NULL);
                if (connection < 0) continue;
                serve(connection);
                close(connection);
            }
        }
    pause();
    return 0;
}
