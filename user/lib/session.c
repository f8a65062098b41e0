/* SPDX-License-Identifier: MIT */
/*
 * Process groups and sessions: the groundwork of job control.
 *
 * A pipeline is one process group, so that a signal from the terminal
 * reaches all of it; the groups of one login are a session.  Which group has
 * the terminal is the terminal's affair: tcsetpgrp in terminal.c.
 * Read next: terminal.c, kernel/proc/group.c.
 */
#include <unistd.h>
#include "sys.h"

int setpgid(pid_t pid, pid_t pgid)
{
    return (int)syscall_result(sys_setpgid(pid, pgid));
}

int setpgrp(void)
{
    return setpgid(0, 0);
}

pid_t getpgid(pid_t pid)
{
    return (pid_t)syscall_result(sys_getpgid(pid));
}

pid_t getpgrp(void)
{
    return (pid_t)sys_getpgrp();
}

pid_t setsid(void)
{
    return (pid_t)syscall_result(sys_setsid());
}

int vhangup(void)
{
    return (int)syscall_result(sys_vhangup());
}

pid_t getsid(pid_t pid)
{
    return (pid_t)syscall_result(sys_getsid(pid));
}
