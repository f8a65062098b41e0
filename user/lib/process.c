/* SPDX-License-Identifier: MIT */
/*
 * Processes: creating, ending, waiting for and naming them.
 *
 * One function per call of the manual, each a stub and its error.  The shell
 * needs little more than fork, execve, waitpid and _exit.
 * Read next: exec.c, signal.c, session.c.
 */
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <stdarg.h>
#include "sys.h"

pid_t fork(void)
{
    return (pid_t)syscall_result(sys_fork());
}

void _exit(int status)
{
    for (;;)
        sys_exit(status);
}

void _Exit(int status)
{
    _exit(status);
}

pid_t waitpid(pid_t pid, int *status, int options)
{
    return (pid_t)syscall_result(sys_waitpid(pid, status, options));
}

pid_t wait(int *status)
{
    return waitpid(-1, status, 0);
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage)
{
    return (pid_t)syscall_result(sys_wait4(pid, status, options, usage));
}

pid_t wait3(int *status, int options, struct rusage *usage)
{
    return wait4(-1, status, options, usage);
}

int waitid(idtype_t type, id_t id, siginfo_t *info, int options)
{
    return (int)syscall_result(
        sys_waitid((int)type, (pid_t)id, info, options, NULL));
}

pid_t getpid(void)
{
    return (pid_t)sys_getpid();
}

pid_t getppid(void)
{
    return (pid_t)sys_getppid();
}

pid_t gettid(void)
{
    return (pid_t)sys_gettid();
}

int personality(unsigned long persona)
{
    return (int)syscall_result(sys_personality(persona));
}

int unshare(int flags)
{
    return (int)syscall_result(sys_unshare((unsigned long)flags));
}

int prctl(int option, ...)
{
    unsigned long args[4];
    va_list ap;

    va_start(ap, option);
    for (int i = 0; i < 4; i++)
        args[i] = va_arg(ap, unsigned long);
    va_end(ap);
    return (int)syscall_result(
        sys_prctl(option, args[0], args[1], args[2], args[3]));
}
