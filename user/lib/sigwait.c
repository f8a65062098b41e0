/* SPDX-License-Identifier: MIT */
/*
 * Taking signals without a handler, and sending them with a value.
 *
 * sigwait, sigwaitinfo and sigtimedwait are one call, rt_sigtimedwait(2): it
 * takes a pending signal, or sleeps for one.  The signals should be blocked.
 * Read next: kernel/proc/sigqueue.c.
 */
#include <errno.h>
#include <signal.h>
#include <unistd.h>
#include "sys.h"

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                 const struct timespec *restrict timeout)
{
    return (int)syscall_result(
        sys_rt_sigtimedwait(set, info, timeout, sizeof(sigset_t)));
}

int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info)
{
    return sigtimedwait(set, info, NULL);
}

/* Returns the error instead of setting errno; a handler only delays it. */
int sigwait(const sigset_t *restrict set, int *restrict sig)
{
    int got;

    do
        got = sigwaitinfo(set, NULL);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno;
    *sig = got;
    return 0;
}

int sigqueue(pid_t pid, int sig, const union sigval value)
{
    siginfo_t info = {.si_signo = sig, .si_code = SI_QUEUE};

    info.si_pid = getpid();
    info.si_uid = getuid();
    info.si_value = value;
    return (int)syscall_result(sys_rt_sigqueueinfo(pid, sig, &info));
}
