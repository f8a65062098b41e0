/* SPDX-License-Identifier: MIT */
/*
 * F_SETLKW and flock wait for a lock; a circle of waiting processes is refused
 * with EDEADLK (fcntl(2), flock(2)).
 */
#include "lock.h"

#include <sys/file.h>

static int fd;

static int take_record(void *unused)
{
    (void)unused;
    return lock_ask(fd, F_SETLKW, F_WRLCK, 0, 10) == 0 ? 0 : errno;
}

static int take_flock(void *unused)
{
    int own = (int)must(open("file", O_RDWR));

    (void)unused;
    return flock(own, LOCK_EX) == 0 ? 0 : errno;
}

/* Has the byte 20 and waits for the parent's. */
static int take_second(void *unused)
{
    (void)unused;
    must(lock_ask(fd, F_SETLK, F_WRLCK, 20, 1));
    return lock_ask(fd, F_SETLKW, F_WRLCK, 0, 1) == 0 ? 0 : errno;
}

static void test_waiting(void)
{
    pid_t child;

    must(lock_ask(fd, F_SETLK, F_WRLCK, 0, 20));
    child = child_start(take_record, NULL);
    ok(wait_until(is_asleep(child)), "F_SETLKW waits");
    must(lock_ask(fd, F_SETLK, F_UNLCK, 0, 5));
    ok(wait_until(is_asleep(child)), "for all of its bytes");
    must(lock_ask(fd, F_SETLK, F_UNLCK, 5, 0));
    ok(exited_with(child_wait(child), 0), "and has them then");
    must(flock(fd, LOCK_EX));
    child = child_start(take_flock, NULL);
    ok(wait_until(is_asleep(child)), "flock waits");
    must(flock(fd, LOCK_UN));
    ok(exited_with(child_wait(child), 0), "and has it then");
    must(lock_ask(fd, F_SETLK, F_WRLCK, 0, 20));
    child = child_start(take_record, NULL);
    ok(wait_until(is_asleep(child)), "it waits again");
    close((int)must(open("file", O_RDWR)));
    ok(exited_with(child_wait(child), 0), "for a close, which unlocks as well");
}

static void test_circle(void)
{
    pid_t child;

    must(lock_ask(fd, F_SETLK, F_WRLCK, 0, 1));
    child = child_start(take_second, NULL);
    ok(wait_until(is_asleep(child)), "a child waits for us");
    fails(lock_ask(fd, F_SETLKW, F_WRLCK, 20, 1), EDEADLK,
          "then we may not wait for it");
    is(lock_ask(fd, F_SETLK, F_WRLCK, 0, 1), 0, "and keep what we had");
    must(lock_ask(fd, F_SETLK, F_UNLCK, 0, 0));
    ok(exited_with(child_wait(child), 0), "which it gets");
    is(lock_ask(fd, F_SETLKW, F_WRLCK, 20, 1), 0, "its end freed its own");
}

int main(void)
{
    plan(12);
    fd = (int)must(open("file", O_RDWR | O_CREAT, 0600));
    test_waiting();
    test_circle();
    return done();
}
