/* SPDX-License-Identifier: MIT */
/*
 * Locks of an open file (F_OFD_SETLK) stand against those of other open files,
 * also of the same process, and go with its last descriptor; flock()'s, too,
 * which lose what they were when they cannot become what they shall
 * (fcntl(2), flock(2)).
 */
#include "lock.h"

#include <sys/file.h>

static int file_open(void)
{
    return (int)must(open("file", O_RDWR | O_CREAT, 0600));
}

static int child_unlocks(void *fd)
{
    return lock_ask(*(int *)fd, F_OFD_SETLK, F_UNLCK, 0, 0);
}

static int child_takes(void *fd)
{
    return lock_ask(*(int *)fd, F_OFD_SETLKW, F_WRLCK, 0, 1) == 0 ? 0 : errno;
}

static void check_open_files(void)
{
    struct flock lock = {F_RDLCK, SEEK_SET, 0, 1, 0};
    int first = file_open(), second = file_open(), again = dup(first);
    pid_t child;

    is(lock_ask(first, F_OFD_SETLK, F_WRLCK, 0, 10), 0, "one has a lock");
    fails(lock_ask(second, F_OFD_SETLK, F_WRLCK, 5, 1), EAGAIN,
          "another open file cannot have it");
    fails(lock_ask(first, F_SETLK, F_WRLCK, 5, 1), EAGAIN,
          "nor can the process itself");
    must(fcntl(second, F_OFD_GETLK, &lock));
    ok(lock.l_type == F_WRLCK && lock.l_len == 10 && lock.l_pid == -1,
       "which is told whose it is: nobody's");
    lock.l_pid = 1;
    fails(fcntl(second, F_OFD_SETLK, &lock), EINVAL, "nor may one tell");
    close(file_open());
    close(first);
    fails(lock_ask(second, F_OFD_SETLK, F_WRLCK, 5, 1), EAGAIN,
          "the end of other descriptors leaves it");
    must(child_run(child_unlocks, &again));
    is(lock_ask(second, F_OFD_SETLK, F_WRLCK, 5, 1), 0,
       "a child, whose it is as well, gives it up");
    must(lock_ask(second, F_OFD_SETLK, F_UNLCK, 0, 0));
    must(lock_ask(again, F_OFD_SETLK, F_WRLCK, 0, 1));
    child = child_start(child_takes, &second);
    ok(wait_until(is_asleep(child)), "F_OFD_SETLKW waits");
    must(lock_ask(again, F_OFD_SETLK, F_UNLCK, 0, 0));
    ok(exited_with(child_wait(child), 0), "and has it then");
    close(again);
    close(second);
}

static void check_upgrade(void)
{
    int first = file_open(), second = file_open();

    must(flock(first, LOCK_SH));
    must(flock(second, LOCK_SH));
    fails(flock(first, LOCK_EX | LOCK_NB), EAGAIN,
          "flock: not alone while another has it");
    is(flock(second, LOCK_EX | LOCK_NB), 0, "and by asking one has lost it");
    close(first);
    close(second);
}

int main(void)
{
    plan(11);
    check_open_files();
    check_upgrade();
    unlink("file");
    return done();
}
