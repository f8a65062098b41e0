/* SPDX-License-Identifier: MIT */
/* Who gets the signals of O_ASYNC, and which: F_SETOWN, F_SETOWN_EX, F_SETSIG and
 * their counterparts (fcntl(2), "Managing signals"). */
#include "tap.h"

#include <limits.h>

static int fd;

static void check_numbers(pid_t gone)
{
    is(fcntl(fd, F_GETOWN), 0, "nobody at first");
    is(fcntl(fd, F_SETOWN, getpid()), 0, "a process");
    is(fcntl(fd, F_GETOWN), getpid(), "which is told");
    is(fcntl(fd, F_SETOWN, -getpgrp()), 0, "a group");
    is(fcntl(fd, F_GETOWN), -getpgrp(), "as a negative number");
    fails(fcntl(fd, F_SETOWN, gone), ESRCH, "who has ended: ESRCH");
    fails(fcntl(fd, F_SETOWN, -gone), ESRCH, "and as a group");
    fails(fcntl(fd, F_SETOWN, INT_MIN), EINVAL, "no number: EINVAL");
    is(fcntl(fd, F_GETOWN), -getpgrp(), "none of which changed anything");
    is(fcntl(fd, F_SETOWN, 0), 0, "nobody");
    is(fcntl(fd, F_GETOWN), 0, "again");
}

static void check_types(pid_t gone)
{
    static const int types[] = {F_OWNER_TID, F_OWNER_PID, F_OWNER_PGRP};
    struct f_owner_ex owner;

    for (int i = 0; i < 3; i++) {
        pid_t number = types[i] == F_OWNER_PGRP ? getpgrp() : getpid();

        owner = (struct f_owner_ex){types[i], number};
        is(fcntl(fd, F_SETOWN_EX, &owner), 0, "F_SETOWN_EX");
        owner = (struct f_owner_ex){7, 7};
        is(fcntl(fd, F_GETOWN_EX, &owner), 0, "F_GETOWN_EX");
        ok((int)owner.type == types[i] && owner.pid == number, "agrees");
        is(fcntl(fd, F_GETOWN), i == 2 ? -number : number, "F_GETOWN too");
    }
    owner.type = (typeof(owner.type))7;
    fails(fcntl(fd, F_SETOWN_EX, &owner), EINVAL, "no type: EINVAL");
    owner = (struct f_owner_ex){F_OWNER_PID, gone};
    fails(fcntl(fd, F_SETOWN_EX, &owner), ESRCH, "has ended: ESRCH");
    owner.pid = -getpid();
    fails(fcntl(fd, F_SETOWN_EX, &owner), ESRCH, "a negative one: ESRCH");
    fails(fcntl(fd, F_SETOWN_EX, (void *)1), EFAULT, "F_SETOWN_EX: EFAULT");
    fails(fcntl(fd, F_GETOWN_EX, (void *)1), EFAULT, "F_GETOWN_EX: EFAULT");
}

static void check_signals(void)
{
    is(fcntl(fd, F_GETSIG), 0, "no signal of its own at first");
    is(fcntl(fd, F_SETSIG, 64), 0, "any");
    is(fcntl(fd, F_GETSIG), 64, "is kept");
    fails(fcntl(fd, F_SETSIG, 65), EINVAL, "65: EINVAL");
    fails(fcntl(fd, F_SETSIG, -1), EINVAL, "-1: EINVAL");
    is(fcntl(fd, F_SETSIG, 0), 0, "back to SIGIO");
}

static int end_at_once(void *unused)
{
    (void)unused;
    return 0;
}

int main(void)
{
    int named = must(open(".", O_PATH));
    pid_t gone = child_start(end_at_once, NULL);

    plan(39);
    child_wait(gone);
    fd = must(open("/dev/null", O_RDWR));
    check_numbers(gone);
    check_types(gone);
    check_signals();
    fails(fcntl(named, F_SETOWN, getpid()), EBADF, "with O_PATH: EBADF");
    fails(fcntl(named, F_GETOWN), EBADF, "F_GETOWN");
    fails(fcntl(named, F_SETSIG, 0), EBADF, "F_SETSIG");
    fails(fcntl(named, F_GETSIG), EBADF, "F_GETSIG");
    close(fd);
    fails(fcntl(fd, F_GETOWN), EBADF, "closed: EBADF");
    return done();
}
