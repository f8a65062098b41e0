/* SPDX-License-Identifier: MIT */
/*
 * Whoever still has the directory of a process that has gone may look at it, and is told
 * by all that looks into it that there is no such process; it was no such file.
 */
#include "../tap.h"

static int open_in(int dir, const char *name, int flags)
{
    char path[64];

    snprintf(path, sizeof path, "/proc/self/fd/%d/%s", dir, name);
    return flags ? open(path, O_RDONLY) : openat(dir, name, O_RDONLY);
}

int main(void)
{
    char path[64], text[16];
    siginfo_t info;
    struct stat st;
    pid_t child = fork();

    if (child == 0)
        _exit(0);
    plan(10);
    must(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT));
    snprintf(path, sizeof path, "/proc/%d", (int)child);
    int dir = (int)must(open(path, O_RDONLY | O_DIRECTORY));
    int file = (int)must(openat(dir, "stat", O_RDONLY));
    must(waitpid(child, NULL, 0));
    fails(open_in(dir, "stat", 0), ESRCH, "a file in it");
    fails(open_in(dir, "stat", 1), ESRCH, "by another way");
    fails(open_in(dir, "nothing", 0), ESRCH, "one that never was");
    fails(open_in(dir, ".", 0), ESRCH, "itself");
    fails(open_in(dir, "..", 0), ESRCH, "what is above");
    fails(fstatat(dir, "stat", &st, 0), ESRCH, "fstatat");
    fails(readlinkat(dir, "exe", text, sizeof text), ESRCH, "readlinkat");
    fails(fchdir(dir), ESRCH, "fchdir");
    fails(read(file, text, sizeof text), ESRCH, "a file that was opened before");
    ok(fstat(dir, &st) == 0 && S_ISDIR(st.st_mode), "fstat of itself");
    return done();
}
