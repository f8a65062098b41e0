/* SPDX-License-Identifier: MIT */
/*
 * restart_syscall() in a new program, which a handler has started, goes on with what
 * the old one was waiting for (restart_syscall(2)).
 */
#include "raw.h"
#include "tap.h"

enum { LONG_SECONDS = 1000 };

static void on_signal(int sig)
{
    (void)sig;
    execl("/proc/self/exe", "exe", "again", (char *)NULL);
}

static int child_sleeps(void *unused)
{
    struct timespec time = {LONG_SECONDS, 0};

    (void)unused;
    handle(SIGUSR1, on_signal, 0);
    nanosleep(&time, NULL);
    return 1;
}

/* Whether PID runs the new program, and waits in it. */
static bool is_asleep_again(pid_t pid)
{
    char path[64], name[32] = "";

    snprintf(path, sizeof path, "/proc/%d/comm", (int)pid);
    file_read(path, name, sizeof name);
    return strcmp(name, "exe\n") == 0 && is_asleep(pid);
}

int main(int argc, char **argv)
{
    pid_t pid;

    (void)argv;
    if (argc > 1)
        return raw_call(SYS_restart_syscall, 0, 0, 0) == 0 ? 0 : 1;
    plan(1);
    pid = child_start(child_sleeps, NULL);
    must(wait_until(is_asleep(pid)) - 1);
    must(kill(pid, SIGUSR1));
    ok(wait_until(is_asleep_again(pid) || proc_state(pid) == 'Z') &&
           is_asleep_again(pid), "it is asleep again");
    child_kill(pid);
    return done();
}
