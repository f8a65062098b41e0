/* SPDX-License-Identifier: MIT */
/*
 * /proc/self/fd of a pipe names it by its inode's number and opens the same pipe
 * once more; the directory lists the descriptors (proc(5), pipe(7)).
 */
#include "tap.h"
#include <dirent.h>

static int count_entries(int skip)
{
    DIR *dir = opendir("/proc/self/fd");
    struct dirent *entry;
    int count = 0;

    while ((entry = readdir(dir)) != NULL) {
        int fd = atoi(entry->d_name);
        if (entry->d_name[0] == '.' || fd == dirfd(dir) || fd == skip)
            continue;
        count += fcntl(fd, F_GETFD) != -1;
    }
    closedir(dir);
    return count;
}

int main(void)
{
    char path[64], text[64] = "", want[64];
    struct stat st;
    int pipes[2], again, before;

    plan(12);
    before = count_entries(-1);
    must(pipe(pipes));
    is(count_entries(-1), before + 2, "two more descriptors are listed");
    must(fstat(pipes[0], &st));
    snprintf(path, sizeof path, "/proc/self/fd/%d", pipes[0]);
    snprintf(want, sizeof want, "pipe:[%lu]", (unsigned long)st.st_ino);
    must(readlink(path, text, sizeof text - 1));
    is_str(text, want, "its name");
    again = open(path, O_WRONLY);
    ok(again >= 0, "opened again, to write");
    is(write(again, "x", 1), 1, "a byte");
    is(read(pipes[0], text, 8), 1, "comes out of the pipe");
    must(close(pipes[1]));
    must(fcntl(pipes[0], F_SETFL, O_NONBLOCK));
    fails(read(pipes[0], text, 1), EAGAIN, "it counts as a writer");
    must(close(again));
    is(read(pipes[0], text, 1), 0, "until it is closed");

    snprintf(path, sizeof path, "/proc/self/fdinfo/%d", pipes[0]);
    ok(file_read(path, text, sizeof text) > 0, "fdinfo");
    ok(strncmp(text, "pos:\t0\nflags:\t0", 15) == 0, "begins with the position");
    must(fcntl(pipes[0], F_SETFD, FD_CLOEXEC));
    must(file_read(path, text, sizeof text));
    ok(strtol(strstr(text, "flags:") + 6, NULL, 8) ==
           (O_RDONLY | O_NONBLOCK | O_CLOEXEC), "and has the flags");
    fails(open("/proc/self/fdinfo/99", O_RDONLY), ENOENT, "not open: ENOENT");
    ok(stat("/proc/self/fd", &st) == 0 && (st.st_mode & 0777) == 0500,
       "the directory is private");
    return done();
}
