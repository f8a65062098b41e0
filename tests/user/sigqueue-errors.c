/* SPDX-License-Identifier: MIT */
/*
 * rt_sigqueueinfo() and rt_tgsigqueueinfo() let nobody pretend to another
 * process to be the kernel or kill(); to itself a process may send any siginfo
 * (rt_sigqueueinfo(2)).
 */
#include "tap.h"
#include "raw.h"

enum { NOBODY = 99999999 };
enum { SELF, CHILD, ABSENT };

static const struct row {
    int to, sig, code;
    long result;
    const char *what;
} rows[] = {
    {CHILD, SIGUSR1, SI_USER, -EPERM, "SI_USER to another: EPERM"},
    {CHILD, SIGUSR1, SI_KERNEL, -EPERM, "SI_KERNEL to another: EPERM"},
    {CHILD, SIGUSR1, SI_TKILL, -EPERM, "SI_TKILL to another: EPERM"},
    {CHILD, 0, SI_QUEUE, 0, "signal 0 only asks"},
    {CHILD, 65, SI_QUEUE, -EINVAL, "no such signal: EINVAL"},
    {CHILD, -1, SI_QUEUE, -EINVAL, "a negative one: EINVAL"},
    {ABSENT, SIGUSR1, SI_QUEUE, -ESRCH, "no such process: ESRCH"},
    {ABSENT, 65, SI_QUEUE, -ESRCH, "ESRCH even if there is no such signal"},
    {ABSENT, SIGUSR1, SI_USER, -EPERM, "but EPERM comes before"},
    {SELF, SIGUSR1, SI_USER, 0, "SI_USER to oneself"},
    {SELF, SIGUSR1, SI_KERNEL, 0, "SI_KERNEL to oneself"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static int raw_siginfo[32]; /* signo, errno, code, ... */

int main(void)
{
    pid_t child = child_start(child_pauses, NULL);
    long info = (long)raw_siginfo;

    plan(ROWS + 7);
    mask_one(SIG_BLOCK, SIGUSR1);
    for (int i = 0; i < ROWS; i++) {
        pid_t to = rows[i].to == SELF    ? getpid()
                   : rows[i].to == CHILD ? child
                                         : NOBODY;
        raw_siginfo[2] = rows[i].code;
        is(raw_call(SYS_rt_sigqueueinfo, to, rows[i].sig, info), rows[i].result,
           rows[i].what);
    }
    raw_siginfo[2] = SI_QUEUE;
    is(raw_call4(SYS_rt_tgsigqueueinfo, child, child, 0, info), 0,
       "rt_tgsigqueueinfo to group and thread");
    is(raw_call4(SYS_rt_tgsigqueueinfo, getpid(), child, 0, info), -ESRCH,
       "a thread of another group: ESRCH");
    is(raw_call4(SYS_rt_tgsigqueueinfo, 0, child, 0, info), -EINVAL,
       "group 0: EINVAL");
    raw_siginfo[2] = SI_USER;
    is(raw_call4(SYS_rt_tgsigqueueinfo, getpid(), child, 0, info), -EPERM,
       "who pretends to another's thread, of whatever group: EPERM");
    is(raw_call4(SYS_rt_tgsigqueueinfo, child, getpid(), 0, info), -ESRCH,
       "to oneself in another group: ESRCH");
    is(raw_call(SYS_rt_sigqueueinfo, child, 0, 8), -EFAULT,
       "a bad pointer: EFAULT");
    is(raw_call4(SYS_rt_tgsigqueueinfo, 0, child, 0, 8), -EFAULT,
       "which comes first");
    child_kill(child);
    return done();
}
