/* SPDX-License-Identifier: MIT */
/*
 * What fallocate(2) and posix_fadvise(2) refuse, and how.
 */
#include "tap.h"

#include <sys/syscall.h>

enum {
    NEW_FILE, /* which descriptor a case is about */
    READ_ONLY,
    PIPE,
    DEVICE,
    NONE,
    KINDS
};

static const struct {
    const char *title;
    int kind, call, mode;
    long start, len, len_high;
    int error;
} cases[] = {
    {"allocate: no descriptor", NONE, SYS_fallocate, 0, 0, 1, 0, EBADF},
    {"allocate: a read-only one", READ_ONLY, SYS_fallocate, 0, 0, 1, 0, EBADF},
    {"allocate: a pipe", PIPE, SYS_fallocate, 0, 0, 1, 0, ESPIPE},
    {"allocate: a device", DEVICE, SYS_fallocate, 0, 0, 1, 0, ENODEV},
    {"allocate: nothing", NEW_FILE, SYS_fallocate, 0, 0, 0, 0, EINVAL},
    {"allocate: less", NEW_FILE, SYS_fallocate, 0, 0, 0, -1, EINVAL},
    {"allocate: too much", NEW_FILE, SYS_fallocate, 0, -1, -1, 0x7fffffff, EFBIG},
    {"allocate: an unknown mode", NEW_FILE, SYS_fallocate, 1 << 20, 0, 1, 0,
     EOPNOTSUPP},
    {"advise: no descriptor", NONE, SYS_fadvise64_64, 0, 0, 0, 0, EBADF},
    {"advise: a pipe", PIPE, SYS_fadvise64_64, 0, 0, 0, 0, ESPIPE},
    {"advise: a negative length", NEW_FILE, SYS_fadvise64_64, 0, 0, 0, -1, EINVAL},
    {"advise: unknown advice", NEW_FILE, SYS_fadvise64_64, 6, 0, 0, 0, EINVAL},
    {"advise: that it is needed", NEW_FILE, SYS_fadvise64_64, 3, 0, 0, 0, 0},
};

enum { CASES = sizeof cases / sizeof *cases };

static long case_run(int fd, size_t i)
{
    if (cases[i].call == SYS_fallocate)
        return syscall(SYS_fallocate, fd, cases[i].mode, cases[i].start, 0,
                       cases[i].len, cases[i].len_high);
    return syscall(SYS_fadvise64_64, fd, cases[i].start, 0, cases[i].len,
                   cases[i].len_high, cases[i].mode);
}

int main(void)
{
    int fd[KINDS], ends[2];
    size_t i;

    plan(CASES);
    fd[NEW_FILE] = open("new", O_CREAT | O_RDWR, 0600);
    fd[READ_ONLY] = open("new", O_RDONLY);
    fd[DEVICE] = open("/dev/null", O_WRONLY);
    fd[NONE] = -1;
    if (pipe(ends) == -1)
        return 1;
    fd[PIPE] = ends[1];
    for (i = 0; i < CASES; i++) {
        errno = 0;
        case_run(fd[cases[i].kind], i);
        ok(errno == cases[i].error, cases[i].title);
    }
    return done();
}
