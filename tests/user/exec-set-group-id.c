/* SPDX-License-Identifier: MIT */
/*
 * A set-group-ID program that its group may execute runs with that group, AT_SECURE
 * and undumpable; one that may only be executed, not read, is undumpable, too
 * (execve(2), prctl(2), getauxval(3)).
 * Needs: root
 */
#include "tap.h"

#include <sys/prctl.h>

#define PROGRAM "./exec-set-group-id.tmp"

enum { OWNER = 2001, GROUP, USER, AT_SECURE_ENTRY = 23 };
enum { IS_GROUPS = 1, IS_SECURE = 2, IS_DUMPABLE = 4, BASE = 8 };

static const struct row {
    mode_t mode;
    int want;
    const char *what;
} rows[] = {
    {0755, IS_DUMPABLE, "any program"},
    {02755, IS_GROUPS | IS_SECURE, "with the bit"},
    {02745, IS_DUMPABLE, "with the bit, not to be executed by its group"},
    {0711, 0, "which cannot be read"},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* As the program: what it is, in its status. */
static int program_main(char **envp)
{
    unsigned long *entry;
    int is = BASE;

    while (*envp != NULL)
        envp++;
    for (entry = (unsigned long *)(envp + 1); entry[0] != 0; entry += 2)
        if (entry[0] == AT_SECURE_ENTRY && entry[1])
            is |= IS_SECURE;
    if (getegid() == GROUP)
        is |= IS_GROUPS;
    if (prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) == 1)
        is |= IS_DUMPABLE;
    return is;
}

static void copy(const char *from, const char *to)
{
    static char buf[4096];
    int in = (int)must(open(from, O_RDONLY));
    int out = (int)must(open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n) == n ? 0 : -1);
    must(close(in));
    must(close(out));
}

static int child_execs(void *unused)
{
    (void)unused;
    expect(setresgid(USER, USER, USER) == 0);
    expect(setresuid(USER, USER, USER) == 0);
    execl(PROGRAM, PROGRAM, "again", (char *)NULL);
    return 127;
}

int main(int argc, char **argv, char **envp)
{
    if (argc > 1)
        return program_main(envp);
    need_root();
    plan(ROWS);
    must(chmod(".", 0755));
    copy(argv[0], PROGRAM);
    must(chown(PROGRAM, OWNER, GROUP));
    for (int i = 0; i < ROWS; i++) {
        must(chmod(PROGRAM, rows[i].mode));
        is(child_run(child_execs, NULL), W_EXITCODE(BASE | rows[i].want, 0),
           rows[i].what);
    }
    unlink(PROGRAM);
    return done();
}
