/* SPDX-License-Identifier: MIT */
/*
 * fcntl(F_SETFL) dropped O_NOATIME, which only the file's owner may set, and reading
 * with it changed the time of access (open(2), fcntl(2)).
 *
 * Needs: root
 */
#include "tap.h"

enum { USER = 2001, LONG_AGO = 1000000 };

static int child_of_user(void *unused)
{
    int fd = open("file", O_RDONLY);

    (void)unused;
    expect(setuid(USER) == 0);
    expect(fcntl(fd, F_SETFL, O_NOATIME | O_APPEND) == -1 && errno == EPERM);
    expect(!(fcntl(fd, F_GETFL) & (O_NOATIME | O_APPEND)));
    return 0;
}

static time_t read_at(int fd)
{
    const struct timespec times[2] = {{LONG_AGO, 0}, {LONG_AGO + 1, 0}};
    struct stat st;
    char byte;

    must(futimens(fd, times));
    must(pread(fd, &byte, 1, 0));
    must(fstat(fd, &st));
    return st.st_atime;
}

int main(void)
{
    int fd;

    need_root();
    plan(6);
    file_write("file", "contents");
    fd = must(open("file", O_RDONLY));
    ok(read_at(fd) != LONG_AGO, "reading sets the time");
    is(fcntl(fd, F_SETFL, O_NOATIME), 0, "its owner sets O_NOATIME");
    ok(fcntl(fd, F_GETFL) & O_NOATIME, "it is set");
    is(read_at(fd), LONG_AGO, "reading leaves the time");
    must(fcntl(fd, F_SETFL, 0));
    ok(!(fcntl(fd, F_GETFL) & O_NOATIME), "it is gone");
    ok(exited_with(child_run(child_of_user, NULL), 0), "another may not");
    return done();
}
