/* SPDX-License-Identifier: MIT */
/*
 * The mode of a link in /proc/self/fd says what may be done through the descriptor
 * (proc(5)); all were lrwx------.
 */
#include "tap.h"

static const struct {
    const char *name;
    int flags;
    mode_t mode;
} cases[] = {
    {"O_RDONLY: r-x", O_RDONLY, S_IRUSR | S_IXUSR},
    {"O_WRONLY: -wx", O_WRONLY, S_IWUSR | S_IXUSR},
    {"O_RDWR: rwx", O_RDWR, S_IRWXU},
    {"O_PATH: ---", O_PATH, 0},
};

int main(void)
{
    const int count = sizeof cases / sizeof cases[0];

    plan(count);
    for (int i = 0; i < count; i++) {
        char path[64];
        struct stat st;
        int fd = must(open("/dev/null", cases[i].flags));

        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        must(lstat(path, &st));
        is(st.st_mode, S_IFLNK | cases[i].mode, cases[i].name);
        must(close(fd));
    }
    return done();
}
