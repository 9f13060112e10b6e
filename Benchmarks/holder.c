// Holds a listening Unix socket, as systemd does, and runs a program with it as its standard input: for
// scripts/load.
//
//   cc -O2 -Wall -Wextra holder.c -o holder        holder PATH PROGRAM
//
// SIGHUP: another one is started at the same socket, and then the old one is told to end. SIGUSR1: it is told
// to end, and when it has, another one is started. SIGTERM: it is told to end, and that is all.
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(int listener, char *program, const sigset_t *before) {
    pid_t process = fork();
    if (process != 0) return process;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    sigprocmask(SIG_SETMASK, before, NULL);
    dup2(listener, 0);
    close(listener);
    execl(program, program, (char *)NULL);
    perror(program);
    _exit(127);
}

int main(int count, char **words) {
    if (count != 3) return 2;
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    if (strlen(words[1]) >= sizeof place.sun_path) return 2;
    strcpy(place.sun_path, words[1]);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&place, sizeof place) != 0
        || chmod(words[1], 0666) != 0 || listen(listener, 1024) != 0) {
        perror(words[1]);
        return 1;
    }
    sigset_t signals, before;
    sigemptyset(&signals);
    const int heeded[] = {SIGHUP, SIGUSR1, SIGTERM, SIGINT, SIGCHLD};
    for (size_t i = 0; i < sizeof heeded / sizeof *heeded; i++) sigaddset(&signals, heeded[i]);
    sigprocmask(SIG_BLOCK, &signals, &before);
    sigdelset(&before, SIGTERM);
    pid_t service = start(listener, words[2], &before);
    while (1) {
        int signal;
        sigwait(&signals, &signal);
        pid_t old = service;
        if (signal == SIGHUP) {
            service = start(listener, words[2], &before);
            kill(old, SIGTERM);
        } else if (signal == SIGUSR1) {
            kill(old, SIGTERM);
            waitpid(old, NULL, 0);
            service = start(listener, words[2], &before);
        } else if (signal == SIGCHLD) {
            while (waitpid(-1, NULL, WNOHANG) > 0) {}
        } else {
            kill(old, SIGTERM);
            waitpid(old, NULL, 0);
            return 0;
        }
    }
}
