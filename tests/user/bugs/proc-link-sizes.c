/* SPDX-License-Identifier: MIT */
/* The links of /proc have the sizes that Linux gives them; all were 0. */
#include "../tap.h"

static const struct {
    const char *path;
    long size;
} rows[] = {
    {"/proc/self", 0}, {"/proc/mounts", 11}, {"/proc/self/exe", 0},
    {"/proc/self/cwd", 0}, {"/proc/self/fd/1", 64},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

int main(void)
{
    struct stat st;

    plan(ROWS);
    for (int i = 0; i < ROWS; i++) {
        must(lstat(rows[i].path, &st));
        is(st.st_size, rows[i].size, rows[i].path);
    }
    return done();
}
