/* SPDX-License-Identifier: MIT */
/*
 * Which locks stand against which, and what goes wrong: fcntl(2), flock(2),
 * lockf(3).
 */
#include "lock.h"

#include <sys/file.h>

/* In a child, which has no locks of its parent's. */
static int try_record(void *arg)
{
    const struct flock *lock = arg;
    int fd = open("file", O_RDWR);

    return fcntl(fd, F_SETLK, lock) == 0 ? 0 : errno;
}

static int record(short type, off_t start, off_t len)
{
    struct flock lock = {type, SEEK_SET, start, len, 0};
    int status = child_run(try_record, &lock);

    return exited_with(status, 0) ? 0 : WEXITSTATUS(status);
}

static void test_records(int fd)
{
    must(lock_ask(fd, F_SETLK, F_RDLCK, 0, 10));
    is(record(F_RDLCK, 5, 1), 0, "readers do not exclude each other");
    is(record(F_WRLCK, 9, 1), EAGAIN, "a reader excludes a writer");
    is(record(F_WRLCK, 10, 1), 0, "behind its last byte it does not");
    must(lock_ask(fd, F_SETLK, F_WRLCK, 0, 10));
    is(record(F_RDLCK, 0, 1), EAGAIN, "a writer excludes a reader");
    is(lock_ask(fd, F_SETLK, F_RDLCK, 3, 1), 0, "but not itself");
    must(close((int)must(dup(fd))));
    is(record(F_WRLCK, 0, 10), 0, "closing any descriptor ends all");
}

static void test_errors(int fd)
{
    int reader = (int)must(open("file", O_RDONLY));
    int writer = (int)must(open("file", O_WRONLY));
    struct flock lock = {F_WRLCK, 3, 0, 1, 0};

    fails(lock_ask(reader, F_SETLK, F_WRLCK, 0, 1), EBADF, "write, read only");
    fails(lock_ask(writer, F_SETLK, F_RDLCK, 0, 1), EBADF, "read, write only");
    fails(lock_ask(fd, F_SETLK, 7, 0, 1), EINVAL, "no such type");
    fails(lock_ask(fd, F_SETLK, F_WRLCK, -1, 1), EINVAL, "before the file");
    fails(lock_ask(fd, F_SETLK, F_WRLCK, 5, -6), EINVAL, "back before it");
    fails(fcntl(fd, F_SETLK, &lock), EINVAL, "no such whence");
    fails(lock_ask(fd, F_GETLK, F_UNLCK, 0, 1), EINVAL, "no question");
    fails(fcntl(fd, F_SETLK, (void *)-8), EFAULT, "a bad pointer");
    fails(lock_ask(99, F_SETLK, F_WRLCK, 0, 1), EBADF, "no descriptor");
    fails(flock(99, LOCK_EX), EBADF, "flock: no descriptor");
    fails(flock(fd, LOCK_EX | LOCK_SH), EINVAL, "flock: two at once");
    close(reader);
    close(writer);
}

static void test_flock(int fd)
{
    int other = (int)must(open("file", O_RDWR));

    is(flock(fd, LOCK_SH), 0, "flock: shared");
    is(flock(other, LOCK_SH | LOCK_NB), 0, "by two");
    fails(flock(other, LOCK_EX | LOCK_NB), EAGAIN, "not by one alone");
    is(flock(fd, LOCK_UN), 0, "one gives it up");
    is(flock(other, LOCK_EX | LOCK_NB), 0, "now the other has it");
    is(record(F_WRLCK, 0, 0), 0, "record locks do not see it");
    fails(flock(fd, LOCK_SH | LOCK_NB), EAGAIN, "flock does");
    must(close((int)must(dup(other))));
    fails(flock(fd, LOCK_SH | LOCK_NB), EAGAIN, "it stays with the open file");
    must(close(other));
    is(flock(fd, LOCK_EX | LOCK_NB), 0, "until its last descriptor goes");
}

static void test_lockf(int fd)
{
    must(lseek(fd, 20, SEEK_SET));
    is(lockf(fd, F_TLOCK, 5), 0, "lockf: five bytes from here");
    is(record(F_RDLCK, 24, 1), EAGAIN, "others see them");
    is(lockf(fd, F_TEST, 5), 0, "one's own do not count");
    is(lockf(fd, F_ULOCK, 5), 0, "given up");
    fails(lockf(fd, 9, 5), EINVAL, "no such command");
}

int main(void)
{
    int fd = (int)must(open("file", O_RDWR | O_CREAT, 0600));

    plan(31);
    test_records(fd);
    test_errors(fd);
    test_flock(fd);
    test_lockf(fd);
    return done();
}
