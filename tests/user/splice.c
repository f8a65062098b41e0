/* SPDX-License-Identifier: MIT */
/*
 * splice(2) moves bytes out of a pipe or into one: no more than there are, at the
 * file's position or at another, and says as Linux does what it cannot move.
 */
#include "tap.h"

#include <sys/syscall.h>

enum {
    READER,
    WRITER,
    OTHER_READER,
    OTHER_WRITER,
    FILE_BOTH,
    FILE_READ,
    FILE_APPENDING,
    DIRECTORY,
    NONE,
    KINDS
};

enum { NONBLOCK = 2, NO_SUCH_FLAG = 16, MUCH = 1 << 20 };

static int fds[KINDS];

static long move(int in, long long *in_at, int out, long long *out_at, size_t len,
                 unsigned int flags)
{
    errno = 0;
    return syscall(SYS_splice, fds[in], in_at, fds[out], out_at, len, flags);
}

static const struct {
    const char *title;
    int in, out;
    int has_in_at, has_out_at;
    unsigned int flags;
    int error;
} refused[] = {
    {"a flag that there is not", READER, FILE_BOTH, 0, 0, NO_SUCH_FLAG, EINVAL},
    {"no source", NONE, WRITER, 0, 0, 0, EBADF},
    {"no target", READER, NONE, 0, 0, 0, EBADF},
    {"a source that cannot be read", WRITER, FILE_BOTH, 0, 0, 0, EBADF},
    {"a target that cannot be written", READER, FILE_READ, 0, 0, 0, EBADF},
    {"a place in a pipe that is read", READER, FILE_BOTH, 1, 0, 0, ESPIPE},
    {"a place in a pipe that is written", FILE_BOTH, WRITER, 0, 1, 0, ESPIPE},
    {"one pipe", READER, WRITER, 0, 0, 0, EINVAL},
    {"no pipe", FILE_READ, FILE_BOTH, 0, 0, 0, EINVAL},
    {"a target that appends", READER, FILE_APPENDING, 0, 0, 0, EINVAL},
    {"a directory", DIRECTORY, WRITER, 0, 0, 0, EINVAL},
    {"an empty pipe, and no waiting", READER, FILE_BOTH, 0, 0, NONBLOCK, EAGAIN},
};

enum { REFUSED = sizeof refused / sizeof *refused };

static void fds_open(void)
{
    if (pipe(&fds[READER]) == -1 || pipe(&fds[OTHER_READER]) == -1)
        exit(1);
    fds[FILE_BOTH] = open("file", O_CREAT | O_RDWR, 0600);
    fds[FILE_READ] = open("file", O_RDONLY);
    fds[FILE_APPENDING] = open("file", O_WRONLY | O_APPEND);
    fds[DIRECTORY] = open(".", O_RDONLY);
    fds[NONE] = -1;
}

static void test_from_pipe(void)
{
    long long at = 1;
    char got[8] = "";

    (void)!write(fds[WRITER], "abcde", 5);
    ok(move(READER, NULL, FILE_BOTH, &at, 2, 0) == 2 && at == 3,
       "from a pipe to a place in a file, which goes on");
    ok(move(READER, NULL, FILE_BOTH, NULL, MUCH, 0) == 3 &&
           lseek(fds[FILE_BOTH], 0, SEEK_CUR) == 3,
       "to the file's own place, and no more than there are");
    ok(pread(fds[FILE_READ], got, sizeof got, 0) == 3 && strcmp(got, "cde") == 0,
       "the bytes are there");
}

static void test_into_pipe(void)
{
    long long at = 1;
    char got[8] = "";
    long moved;

    ok(move(FILE_READ, &at, WRITER, NULL, MUCH, 0) == 2 && at == 3,
       "from a place in a file into a pipe, to the file's end");
    ok(move(READER, NULL, OTHER_WRITER, NULL, MUCH, 0) == 2 &&
           read(fds[OTHER_READER], got, sizeof got) == 2 && strcmp(got, "de") == 0,
       "from a pipe into another");
    (void)!ftruncate(fds[FILE_BOTH], MUCH);
    at = 0;
    moved = move(FILE_READ, &at, WRITER, NULL, MUCH, 0);
    ok(moved == fcntl(fds[WRITER], F_GETPIPE_SZ) && at == moved,
       "a pipe that is full ends it");
    ok(move(FILE_READ, &at, WRITER, NULL, 1, NONBLOCK) == -1 && errno == EAGAIN &&
           at == moved,
       "a full one, and no waiting");
}

static void test_end(void)
{
    close(fds[OTHER_WRITER]);
    ok(move(OTHER_READER, NULL, FILE_BOTH, NULL, MUCH, 0) == 0,
       "a pipe without writers is at its end");
    close(fds[OTHER_READER]);
}

int main(void)
{
    long long in_at, out_at;
    size_t i;

    plan(REFUSED + 9);
    fds_open();
    ok(move(NONE, NULL, NONE, NULL, 0, NO_SUCH_FLAG) == 0, "nothing, whatever else");
    for (i = 0; i < REFUSED; i++) {
        in_at = out_at = 0;
        ok(move(refused[i].in, refused[i].has_in_at ? &in_at : NULL, refused[i].out,
                refused[i].has_out_at ? &out_at : NULL, 4, refused[i].flags) == -1 &&
               errno == refused[i].error,
           refused[i].title);
    }
    test_from_pipe();
    test_into_pipe();
    test_end();
    return done();
}
