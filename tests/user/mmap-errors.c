/* SPDX-License-Identifier: MIT */
/*
 * What mmap() refuses, and with which error (mmap(2), ERRORS): by the kind of
 * the mapping, by what the descriptor allows, and by address.
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static int fd_of[5];
enum { NO_FD, READ_ONLY, WRITE_ONLY, DIRECTORY, PIPE };

static const struct {
    const char *what;
    size_t len;
    int prot, flags, file, error;
} rows[] = {
    {"neither shared nor private", PAGE, RW, MAP_ANONYMOUS, NO_FD, EINVAL},
    {"a length of 0", 0, RW, MAP_PRIVATE | MAP_ANONYMOUS, NO_FD, EINVAL},
    {"a length that wraps", -1, RW, MAP_PRIVATE | MAP_ANONYMOUS, NO_FD, ENOMEM},
    {"more than there are addresses", 0xfffff000, RW,
     MAP_PRIVATE | MAP_ANONYMOUS, NO_FD, ENOMEM},
    {"a shared stack", PAGE, RW, MAP_SHARED | MAP_ANONYMOUS | MAP_GROWSDOWN,
     NO_FD, EINVAL},
    {"no descriptor", PAGE, PROT_READ, MAP_PRIVATE, NO_FD, EBADF},
    {"the descriptor comes before the length", 0, PROT_READ, MAP_PRIVATE, NO_FD,
     EBADF},
    {"a file of no kind", PAGE, PROT_READ, 0, READ_ONLY, EINVAL},
    {"a stack of a file", PAGE, PROT_READ, MAP_PRIVATE | MAP_GROWSDOWN,
     READ_ONLY, EINVAL},
    {"shared and writable, opened for reading", PAGE, RW, MAP_SHARED, READ_ONLY,
     EACCES},
    {"shared, opened for writing only", PAGE, PROT_WRITE, MAP_SHARED, WRITE_ONLY,
     EACCES},
    {"private, opened for writing only", PAGE, PROT_READ, MAP_PRIVATE,
     WRITE_ONLY, EACCES},
    {"a directory", PAGE, PROT_READ, MAP_PRIVATE, DIRECTORY, ENODEV},
    {"a pipe", PAGE, PROT_READ, MAP_PRIVATE, PIPE, ENODEV},
};

static void check_addresses(char *page)
{
    const int kind = MAP_PRIVATE | MAP_ANONYMOUS;

    fails((long)mmap(page + 1, PAGE, RW, kind | MAP_FIXED, -1, 0), EINVAL,
          "a fixed address inside a page");
    fails((long)mmap(page, PAGE, RW, kind | MAP_FIXED_NOREPLACE, -1, 0), EEXIST,
          "MAP_FIXED_NOREPLACE onto a mapping");
    fails((long)mmap((void *)0xfffff000, PAGE, RW, kind | MAP_FIXED, -1, 0),
          ENOMEM, "a fixed address that is not the program's");
    munmap(page, PAGE);
    ok(mmap(page, PAGE, RW, kind | MAP_FIXED_NOREPLACE, -1, 0) == page,
       "MAP_FIXED_NOREPLACE where nothing is");
    ok(mmap(page + 5, PAGE, RW, kind, -1, 0) != page,
       "a hint that is taken is not followed");
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    char path[] = "/tmp/mmap-errors-XXXXXX";
    int pipe_fds[2];

    plan(ROWS + 5);
    fd_of[NO_FD] = -1;
    close(must(mkstemp(path)));
    must(pipe(pipe_fds));
    fd_of[READ_ONLY] = must(open(path, O_RDONLY));
    fd_of[WRITE_ONLY] = must(open(path, O_WRONLY));
    fd_of[DIRECTORY] = must(open("/tmp", O_RDONLY));
    fd_of[PIPE] = pipe_fds[0];
    for (int i = 0; i < ROWS; i++)
        fails((long)mmap(NULL, rows[i].len, rows[i].prot, rows[i].flags,
                         fd_of[rows[i].file], 0),
              rows[i].error, rows[i].what);
    check_addresses(mmap(NULL, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    unlink(path);
    return done();
}
