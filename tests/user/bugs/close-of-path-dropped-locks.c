/* SPDX-License-Identifier: MIT */
/*
 * Closing a descriptor opened with O_PATH dropped the process's locks on the file,
 * though it is not open there (open(2), fcntl(2)).
 */
#include "../tap.h"

static int child_asks(void *unused)
{
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    int fd = open("file", O_RDWR);

    (void)unused;
    expect(fcntl(fd, F_GETLK, &lock) == 0);
    return lock.l_type;
}

static bool is_locked(void)
{
    return exited_with(child_run(child_asks, NULL), F_WRLCK);
}

int main(void)
{
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

    plan(4);
    file_write("file", "");
    int fd = (int)must(open("file", O_RDWR));
    must(fcntl(fd, F_SETLK, &lock));
    ok(is_locked(), "a lock");
    must(close((int)must(open("file", O_PATH))));
    ok(is_locked(), "still there after a close of an O_PATH descriptor");
    must(fcntl(fd, F_SETLK, &lock));
    must(dup2(fd, (int)must(open("file", O_PATH))));
    ok(is_locked(), "and of one that dup2 closed");
    must(close((int)must(open("file", O_RDONLY))));
    ok(!is_locked(), "but not after that of a reader");
    return done();
}
