/* SPDX-License-Identifier: MIT */
/* Needs: root.  Anybody may be made the owner of a file with O_ASYNC; but only
 * those get its signals whom he who did it might send them (fcntl(2)). */
#include "tap.h"
#include "sigio.h"

enum { NOBODY = 65534 };

static int fds[2];

static int set_owner_as_nobody(void *owner)
{
    expect(setresuid(NOBODY, NOBODY, NOBODY) == 0);
    expect(fcntl(fds[0], F_SETOWN, *(pid_t *)owner) == 0);
    return 0;
}

static int write_as_nobody(void *unused)
{
    (void)unused;
    expect(setresuid(NOBODY, NOBODY, NOBODY) == 0);
    expect(write(fds[1], "x", 1) == 1);
    return 0;
}

int main(void)
{
    pid_t self = getpid();
    siginfo_t info;

    need_root();
    plan(6);
    sigio_block();
    must(pipe(fds));
    sigio_enable(fds[0], SIGUSR1);
    is(child_run(write_as_nobody, NULL), 0, "another user writes");
    is(sigio_next(&info, 0), SIGUSR1, "root made itself the owner");
    is(child_run(set_owner_as_nobody, &self), 0, "another user does that");
    is(sigio_next(&info, 0), SIGCHLD, "his end is told");
    must(write(fds[1], "x", 1));
    sigio_none("no signal, not even for one's own write");
    must(fcntl(fds[0], F_SETOWN, self));
    must(write(fds[1], "x", 1));
    is(sigio_next(&info, 0), SIGUSR1, "root's own word counts");
    return done();
}
