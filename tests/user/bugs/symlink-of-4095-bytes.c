/* SPDX-License-Identifier: MIT */
/*
 * A symbolic link may be as long as a path, PATH_MAX with its NUL (symlink(2)); from
 * 4000 bytes on it was refused.
 */
#include "../tap.h"

#include <limits.h>

/* LEN bytes that name the file "x" here: "./././/x". */
static void target_make(char *target, size_t len)
{
    for (size_t i = 0; i < len; i++)
        target[i] = i % 2 ? '/' : '.';
    target[len - 2] = '/';
    target[len - 1] = 'x';
    target[len] = '\0';
}

int main(void)
{
    static const size_t lens[] = {3998, 3999, 4000, 4001, 4094, 4095};
    static char target[PATH_MAX + 1], got[PATH_MAX + 1];
    int fd;

    plan(3 * 6 + 1);
    must(close((int)must(open("x", O_CREAT | O_WRONLY, 0600))));
    for (int i = 0; i < 6; i++) {
        target_make(target, lens[i]);
        diag("%d bytes", (int)lens[i]);
        is(symlink(target, "link"), 0, "made");
        memset(got, 0, sizeof got);
        ok(readlink("link", got, sizeof got) == (ssize_t)lens[i] &&
           strcmp(got, target) == 0, "it says what it was given");
        fd = open("link", O_RDONLY);
        ok(fd != -1, "and leads there");
        close(fd);
        unlink("link");
    }
    target_make(target, PATH_MAX);
    fails(symlink(target, "link"), ENAMETOOLONG, "one byte more: ENAMETOOLONG");
    unlink("x");
    return done();
}
