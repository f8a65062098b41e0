/* SPDX-License-Identifier: MIT */
/*
 * Whether a signal waits for the process or for its thread alone, which
 * /proc/[pid]/status tells as ShdPnd and SigPnd (proc(5)), by its sender.
 */
#include "tap.h"

#include <sys/resource.h>
#include <sys/syscall.h>

enum { SIGEV_THREAD_ID_NUMBER = 4 };

/* Whether SIG is in the set that the line KEY shows. */
static bool status_has(const char *key, int sig)
{
    char text[4096];
    const char *at;

    must(file_read("/proc/self/status", text, sizeof text));
    at = strstr(text, key);
    return at && strtoull(at + strlen(key), NULL, 16) >> (sig - 1) & 1;
}

static void by_kill(int sig) { must(kill(getpid(), sig)); }
static void by_group(int sig) { must(kill(0, sig)); } /* its own: it leads one */
static void by_tgkill(int sig) { must(tgkill(getpid(), gettid(), sig)); }
static void by_tkill(int sig) { must(syscall(SYS_tkill, gettid(), sig)); }

static void by_sigqueue(int sig)
{
    union sigval value = {0};

    must(sigqueue(getpid(), sig, value));
}

static void by_tgsigqueue(int sig)
{
    siginfo_t info;

    memset(&info, 0, sizeof info);
    info.si_code = SI_QUEUE;
    must(syscall(SYS_rt_tgsigqueueinfo, getpid(), gettid(), sig, &info));
}

static void by_pipe(int sig)
{
    int fds[2];

    (void)sig;
    must(pipe(fds));
    close(fds[0]);
    fails(write(fds[1], "x", 1), EPIPE, "a broken pipe");
    close(fds[1]);
}

static void by_file_size(int sig)
{
    struct rlimit none = {0, RLIM_INFINITY};
    int fd = (int)must(open("file", O_WRONLY | O_CREAT, 0600));

    (void)sig;
    must(setrlimit(RLIMIT_FSIZE, &none));
    fails(write(fd, "x", 1), EFBIG, "a file that may not grow");
    close(fd);
    unlink("file");
}

static void by_child(int sig)
{
    (void)sig;
    child_kill(child_start(child_pauses, NULL));
}

static void by_timer_to(int notify, int sig)
{
    const long soon[4] = {0, 0, 0, 1};
    struct { int value, sig, notify, thread, rest[12]; } event;
    sigset_t set;
    int id;

    memset(&event, 0, sizeof event);
    event.sig = sig;
    event.notify = notify;
    event.thread = gettid();
    must(syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &id));
    must(syscall(SYS_timer_settime, id, 0, soon, NULL));
    wait_until(sigpending(&set) == 0 && sigismember(&set, sig));
}

static void by_timer(int sig) { by_timer_to(SIGEV_SIGNAL, sig); }
static void by_timer_of_thread(int sig) { by_timer_to(SIGEV_THREAD_ID_NUMBER, sig); }

static const struct {
    const char *name;
    void (*send)(int sig);
    int sig;
    bool is_for_thread;
} senders[] = {
    {"kill", by_kill, SIGUSR1, false},
    {"kill of the group", by_group, SIGUSR1, false},
    {"tgkill", by_tgkill, SIGUSR1, true},
    {"tkill", by_tkill, SIGUSR1, true},
    {"sigqueue", by_sigqueue, SIGUSR1, false},
    {"rt_tgsigqueueinfo", by_tgsigqueue, SIGUSR1, true},
    {"a broken pipe", by_pipe, SIGPIPE, true},
    {"the file size limit", by_file_size, SIGXFSZ, true},
    {"a child's end", by_child, SIGCHLD, false},
    {"a timer", by_timer, SIGUSR1, false},
    {"a timer with SIGEV_THREAD_ID", by_timer_of_thread, SIGUSR1, true},
};
enum { SENDERS = sizeof senders / sizeof senders[0] };

int main(void)
{
    sigset_t all;

    plan(2 * SENDERS + 2);
    sigfillset(&all);
    must(sigprocmask(SIG_BLOCK, &all, NULL));
    for (int i = 0; i < SENDERS; i++) {
        int sig = senders[i].sig;
        siginfo_t info;

        senders[i].send(sig);
        is(status_has("SigPnd:", sig), senders[i].is_for_thread, senders[i].name);
        is(status_has("ShdPnd:", sig), !senders[i].is_for_thread, "not the other");
        sigemptyset(&all);
        sigaddset(&all, sig);
        must(sigwaitinfo(&all, &info));
    }
    return done();
}
