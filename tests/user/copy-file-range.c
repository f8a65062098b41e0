/* SPDX-License-Identifier: MIT */
/*
 * copy_file_range(2) copies between regular files, at their positions or at others,
 * and says as Linux does what it cannot copy.
 */
#include "tap.h"

#include <sys/syscall.h>

enum {
    FROM,
    TO,
    APPENDING,
    DIRECTORY,
    PIPE,
    NONE,
    KINDS
};

static int fds[KINDS];

static long copy(int in, long long *in_at, int out, long long *out_at,
                 size_t len, unsigned int flags)
{
    errno = 0;
    return syscall(SYS_copy_file_range, in, in_at, out, out_at, len, flags);
}

static const struct {
    const char *title;
    int in, out;
    long long in_at, out_at;
    unsigned int flags;
    int error;
} refused[] = {
    {"flags", FROM, TO, 0, 0, 1, EINVAL},
    {"no source", NONE, TO, 0, 0, 0, EBADF},
    {"no target", FROM, NONE, 0, 0, 0, EBADF},
    {"a source that cannot be read", TO, TO, 0, 10, 0, EBADF},
    {"a target that appends", FROM, APPENDING, 0, 0, 0, EBADF},
    {"a directory", DIRECTORY, TO, 0, 0, 0, EISDIR},
    {"a pipe", PIPE, TO, 0, 0, 0, EINVAL},
    {"a negative position", FROM, TO, -5, 0, 0, EINVAL},
    {"one that becomes positive", FROM, TO, 0, -1, 0, EOVERFLOW},
    {"an overlap", FROM, FROM, 0, 1, 0, EINVAL},
};

enum { REFUSED = sizeof refused / sizeof *refused };

static void fds_open(void)
{
    int ends[2];

    fds[FROM] = open("from", O_CREAT | O_RDWR, 0600);
    fds[TO] = open("to", O_CREAT | O_WRONLY, 0600);
    fds[APPENDING] = open("to", O_WRONLY | O_APPEND);
    fds[DIRECTORY] = open(".", O_RDONLY);
    if (pipe(ends) == -1 || write(fds[FROM], "0123456789", 10) != 10)
        exit(1);
    fds[PIPE] = ends[0];
    fds[NONE] = -1;
}

int main(void)
{
    long long in_at = 2, out_at = 1;
    char got[8] = "";
    int check;
    size_t i;

    plan(4 + REFUSED);
    fds_open();
    ok(copy(fds[FROM], &in_at, fds[TO], &out_at, 3, 0) == 3 && in_at == 5 &&
           out_at == 4,
       "at positions of their own, which go on");
    ok(lseek(fds[FROM], 0, SEEK_CUR) == 10 && lseek(fds[TO], 0, SEEK_CUR) == 0,
       "the files' own stay");
    lseek(fds[FROM], 8, SEEK_SET);
    ok(copy(fds[FROM], NULL, fds[TO], NULL, 100, 0) == 2 &&
           copy(fds[FROM], NULL, fds[TO], NULL, 100, 0) == 0,
       "at the files' own, to the end");
    check = open("to", O_RDONLY);
    ok(read(check, got, sizeof got) == 4 && memcmp(got, "8934", 4) == 0,
       "the bytes are there");
    for (i = 0; i < REFUSED; i++) {
        in_at = refused[i].in_at;
        out_at = refused[i].out_at;
        ok(copy(fds[refused[i].in], &in_at, fds[refused[i].out], &out_at, 4,
                refused[i].flags) == -1 && errno == refused[i].error,
           refused[i].title);
    }
    return done();
}
