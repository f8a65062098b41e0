/* SPDX-License-Identifier: MIT */
/*
 * What a zombie has given back cannot be opened in /proc any more, or is empty; its
 * links lead nowhere, or may not be followed if it was not dumpable. Its mounts still
 * opened, its maps did not.
 */
#include "../tap.h"

#include <sys/prctl.h>

static const struct {
    const char *name;
    int error, undumpable; /* what open gives, or 0 */
} rows[] = {
    {"mounts", EINVAL, EINVAL}, {"mountinfo", EINVAL, EINVAL},
    {"cwd", ENOENT, EACCES}, {"exe", ENOENT, EACCES}, {"root", ENOENT, EACCES},
    {"fd", EACCES, EACCES}, {"fdinfo", 0, EACCES}, {"maps", 0, 0},
    {"auxv", EACCES, EACCES}, {"mem", EACCES, EACCES},
    {"cmdline", 0, 0}, {"status", 0, 0}, {"stat", 0, 0}, {"comm", 0, 0},
    {"limits", 0, 0}, {"task", 0, 0},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

/* Opens everything of a child that has ended, and was dumpable or not. */
static void try_zombie(int is_dumpable)
{
    char path[64];
    siginfo_t info;
    pid_t child = fork();

    if (child == 0) {
        prctl(PR_SET_DUMPABLE, is_dumpable);
        _exit(0);
    }
    must(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT));
    for (int i = 0; i < ROWS; i++) {
        snprintf(path, sizeof path, "/proc/%d/%s", (int)child, rows[i].name);
        int fd = open(path, O_RDONLY);
        is(fd < 0 ? errno : 0, is_dumpable ? rows[i].error : rows[i].undumpable,
           rows[i].name);
        close(fd);
    }
    must(waitpid(child, NULL, 0));
}

int main(void)
{
    plan(2 * ROWS);
    try_zombie(1);
    try_zombie(0);
    return done();
}
