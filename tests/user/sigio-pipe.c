/* SPDX-License-Identifier: MIT */
/*
 * A pipe's ends with O_ASYNC: its reader is signalled at each write, its writer at
 * each read, and both when the other side has gone, for the descriptor that set
 * it (fcntl(2)).
 */
#include "tap.h"
#include "sigio.h"

#include <sys/ioctl.h>

enum { READER_SIG = 40, WRITER_SIG = 41 };

static char block[70000];
static int fds[2];

static void check_events(void)
{
    sigio_enable(fds[0], READER_SIG);
    sigio_none("O_ASYNC alone signals nothing");
    must(write(fds[1], block, 1));
    sigio_came(READER_SIG, fds[0], true, "a write");
    must(write(fds[1], block, 1));
    sigio_came(READER_SIG, fds[0], true, "a second one, nothing being read");
    must(write(fds[1], block, 0));
    sigio_none("one of nothing");
    must(write(fds[1], block, sizeof block));
    sigio_came(READER_SIG, fds[0], true, "a long one");
    must(read(fds[0], block, 1));
    sigio_none("the writer has not asked yet");
    sigio_enable(fds[1], WRITER_SIG);
    must(read(fds[0], block, 1));
    sigio_came(WRITER_SIG, fds[1], false, "a read");
    must(read(fds[0], block, sizeof block));
    sigio_came(WRITER_SIG, fds[1], false, "of all");
}

static int read_for_ever(void *unused)
{
    char c;

    (void)unused;
    return (int)read(fds[0], &c, 1);
}

static void check_interrupted(void)
{
    siginfo_t info;

    must(fcntl(fds[0], F_SETFL, O_ASYNC));
    pid_t reader = child_start(read_for_ever, NULL);
    ok(wait_until(is_asleep(reader)), "a reader sleeps");
    child_kill(reader);
    is(sigio_next(&info, 0), SIGCHLD, "and is killed");
    sigio_none("a read that a signal ends is no event");
    must(fcntl(fds[0], F_SETFL, O_ASYNC | O_NONBLOCK));
}

static void check_copies(void)
{
    int copy = must(dup(fds[0]));

    close(fds[0]);
    must(write(fds[1], block, 1));
    sigio_came(READER_SIG, fds[0], true, "the closed descriptor is told");
    must(fcntl(copy, F_SETFL, O_NONBLOCK));
    must(write(fds[1], block, 1));
    sigio_none("without O_ASYNC");
    must(fcntl(copy, F_SETFL, O_NONBLOCK | O_ASYNC));
    must(write(fds[1], block, 1));
    sigio_came(READER_SIG, copy, true, "the one that set it");
    fds[0] = copy;
}

static void check_ends(void)
{
    close(fds[1]);
    sigio_came(READER_SIG, fds[0], true, "the writer has gone");
    close(fds[0]);
    must(pipe2(fds, O_NONBLOCK));
    sigio_enable(fds[1], WRITER_SIG);
    close(fds[0]);
    sigio_came(WRITER_SIG, fds[1], false, "the reader has gone");
}

/* FIOASYNC, and files that have no such thing. */
static void check_requests(void)
{
    int on = 1, off = 0, other = must(open("/dev/null", O_RDWR));

    must(pipe2(fds, O_NONBLOCK));
    is(ioctl(fds[0], FIOASYNC, &on), 0, "FIOASYNC");
    is(fcntl(fds[0], F_GETFL), O_RDONLY | O_NONBLOCK | O_ASYNC, "is O_ASYNC");
    is(ioctl(fds[0], FIOASYNC, &off), 0, "off again");
    is(fcntl(fds[0], F_GETFL), O_RDONLY | O_NONBLOCK, "it is");
    fails(ioctl(fds[0], FIOASYNC, (void *)1), EFAULT, "EFAULT");
    fails(ioctl(other, FIOASYNC, &on), ENOTTY, "/dev/null: ENOTTY");
    is(ioctl(other, FIOASYNC, &off), 0, "but off it is");
    is(fcntl(other, F_SETFL, O_ASYNC), 0, "F_SETFL says nothing");
    is(fcntl(other, F_GETFL) & O_ASYNC, 0, "and does nothing");
}

int main(void)
{
    plan(34);
    sigio_block();
    must(pipe2(fds, O_NONBLOCK));
    check_events();
    check_interrupted();
    check_copies();
    check_ends();
    check_requests();
    return done();
}
