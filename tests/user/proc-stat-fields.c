/* SPDX-License-Identifier: MIT */
/*
 * /proc/[pid]/stat has 52 fields: pid, name, state, parent, group, session,
 * terminal, times, start time, memory, each as the calls tell it (proc(5)).
 */
#include "tap.h"
#include <sys/resource.h>

enum {
    PPID = 4, PGRP, SESSION, TTY, NICE = 19,
    THREADS, START = 22, VSIZE, RSS, FIELDS = 52
};

static char touched[1 << 20]; /* memory whose use shows */

int main(void)
{
    char text[1024], *end;
    int fields = 0;
    pid_t pid;
    long mine;

    plan(14);
    memset(touched, 1, sizeof touched);
    ok(file_read("/proc/self/stat", text, sizeof text) > 0, "it is there");
    is(atoi(text), getpid(), "the first field is the pid");
    ok(strstr(text, " (proc-stat-field) ") != NULL,
       "the second the name, cut to 15 bytes");
    for (char *at = strrchr(text, ')') + 1; *at != '\0'; at++)
        fields += *at == ' ';
    is(fields + 2, FIELDS, "52 in all");
    end = text + strlen(text) - 1;
    is(*end, '\n', "ended by a newline");
    is(proc_state(getpid()), 'R', "the reader's state is R");
    is(proc_stat_field(getpid(), PPID), getppid(), "the parent");
    ok(proc_stat_field(getpid(), PGRP) == getpgrp() &&
       proc_stat_field(getpid(), SESSION) == getsid(0), "group and session");
    is(proc_stat_field(getpid(), TTY), 0, "no terminal");
    is(proc_stat_field(getpid(), THREADS), 1, "one thread");
    is(proc_stat_field(getpid(), NICE), getpriority(PRIO_PROCESS, 0), "nice");
    ok(proc_stat_field(getpid(), VSIZE) > (long)sizeof touched &&
       proc_stat_field(getpid(), RSS) > 100, "memory");
    mine = proc_stat_field(getpid(), START);
    pid = child_start(child_pauses, NULL);
    ok(mine > 0 && proc_stat_field(pid, START) >= mine,
       "a child starts after its parent");
    ok(wait_until(is_asleep(pid)), "a sleeper's state is S");
    child_kill(pid);
    return done();
}
