/* SPDX-License-Identifier: MIT */
/*
 * Which waits for a lock fail with EINTR and which go on, as in
 * restart-each-call.c: flock(2) and the locks of an open file, fcntl(2).
 */
#include "restart.h"

#include <sys/file.h>

static const char name[] = "restart-lock";
static int held; /* the parent's open file; a child locks it anew */

static int open_again(void)
{
    return (int)must(open(name, O_RDWR));
}

static int block_flock(int operation)
{
    must(flock(held, LOCK_EX));
    return flock(open_again(), operation) == 0 ? 0 : errno;
}

static int block_flock_exclusive(void)
{
    return block_flock(LOCK_EX);
}

static int block_flock_shared(void)
{
    return block_flock(LOCK_SH);
}

static void release_flock(void)
{
    must(flock(held, LOCK_UN));
}

static int lock_byte(int fd, int command, short type)
{
    struct flock lock = {type, SEEK_SET, 0, 1, 0};

    return fcntl(fd, command, &lock) == 0 ? 0 : errno;
}

static int block_open_file(short type)
{
    expect(lock_byte(held, F_OFD_SETLK, F_WRLCK) == 0);
    return lock_byte(open_again(), F_OFD_SETLKW, type);
}

static int block_open_file_write(void)
{
    return block_open_file(F_WRLCK);
}

static int block_open_file_read(void)
{
    return block_open_file(F_RDLCK);
}

static int block_process_lock(void)
{
    expect(lock_byte(held, F_OFD_SETLK, F_WRLCK) == 0);
    return lock_byte(open_again(), F_SETLKW, F_WRLCK);
}

static void release_open_file(void)
{
    expect(lock_byte(held, F_OFD_SETLK, F_UNLCK) == 0);
}

static const struct restart_row rows[] = {
    {"flock, LOCK_EX", "EGGE", block_flock_exclusive, release_flock},
    {"flock, LOCK_SH", "EGGE", block_flock_shared, release_flock},
    {"F_OFD_SETLKW to write", "EGGE", block_open_file_write, release_open_file},
    {"F_OFD_SETLKW to read", "EGGE", block_open_file_read, release_open_file},
    {"F_SETLKW", "EGGE", block_process_lock, release_open_file},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

int main(void)
{
    plan(ROWS);
    held = (int)must(open(name, O_RDWR | O_CREAT, 0600));
    for (int i = 0; i < ROWS; i++)
        restart_check(&rows[i]);
    unlink(name);
    return done();
}
