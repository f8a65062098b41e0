/* SPDX-License-Identifier: MIT */
/*
 * A set-user-ID program lends no identity to a process that shares its working
 * directory: the other one could move it under the program (execve(2)).
 * Needs: root
 */
#include "clone.h"

enum { OWNER = 2001, USER = 2002, IS_LENT = 10, IS_NOT };

static const char program[] = "exec-set-user-id-shared.tmp";

/* A copy of this program that lends OWNER's identity. */
static void copy_make(void)
{
    static char buf[4096];
    int in = (int)must(open("/proc/self/exe", O_RDONLY));
    int out = (int)must(open(program, O_WRONLY | O_CREAT, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n));
    must(close(in));
    must(close(out));
    must(chown(program, OWNER, 0));
    must(chmod(program, 04755));
}

static int child_execs(void *unused)
{
    (void)unused;
    execl(program, program, "look", (char *)NULL);
    return 1;
}

static int child_shares(void *flags)
{
    int status;

    expect(setgid(USER) == 0 && setuid(USER) == 0);
    status = clone_run(child_execs, NULL, *(const int *)flags);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int child_of_root(void *flags)
{
    int status = clone_run(child_execs, NULL, *(const int *)flags);

    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int main(int argc, char **argv)
{
    int alone = 0, shared = CLONE_FS;

    (void)argv;
    if (argc > 1)
        return geteuid() == OWNER ? IS_LENT : IS_NOT;
    need_root();
    copy_make();
    plan(3);
    ok(exited_with(child_run(child_shares, &alone), IS_LENT), "alone it is lent");
    ok(exited_with(child_run(child_shares, &shared), IS_NOT), "shared it is not");
    ok(exited_with(child_run(child_of_root, &shared), IS_LENT),
       "but who may change user anyway has it");
    unlink(program);
    return done();
}
