/* SPDX-License-Identifier: MIT */
/*
 * capset(): what is out of the permitted set does not come back, what has effect
 * is part of it; and how the sets follow the user ids and exec (capset(2),
 * capabilities(7)).
 * Needs: root
 */
#include "capset.h"

#include <sys/fsuid.h>
#include <sys/prctl.h>

enum { CHOWN = 0, KILL = 5, SETUID = 7, SETPCAP, USER = 2001 };
enum { HAS_ALL = 10, HAS_FEW, HAS_NONE };

#define FEW (CAP_BIT(CHOWN) | CAP_BIT(KILL) | CAP_BIT(SETUID))

static bool caps_are(unsigned long long effective, unsigned long long permitted)
{
    struct caps caps = caps_get();

    return caps.effective == effective && caps.permitted == permitted;
}

static int child_permitted(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){CAP_BIT(KILL), FEW, 0}) == 0);
    expect(caps_are(CAP_BIT(KILL), FEW));
    expect(caps_set((struct caps){FEW, FEW, 0}) == 0);
    expect(caps_set((struct caps){FEW, CAP_BIT(KILL), 0}) == -EPERM);
    expect(caps_set((struct caps){0, FEW | CAP_BIT(SETPCAP), 0}) == -EPERM);
    expect(caps_are(FEW, FEW));
    expect(caps_set((struct caps){0, 0, 0}) == 0 && caps_are(0, 0));
    expect(caps_set((struct caps){FEW, FEW, 0}) == -EPERM);
    return 0;
}

static int child_inheritable(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){FEW, FEW, CAP_BIT(SETPCAP)}) == 0);
    expect(caps_set((struct caps){0, 0, FEW | CAP_BIT(SETPCAP)}) == 0);
    expect(caps_set((struct caps){0, 0, CAP_BIT(KILL)}) == 0);
    expect(caps_get().inheritable == CAP_BIT(KILL));
    expect(caps_set((struct caps){0, 0, FEW}) == -EPERM);
    return 0;
}

static int child_of_ids(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){CAP_BIT(SETUID), FEW, 0}) == 0);
    expect(seteuid(USER) == 0 && caps_are(0, FEW));
    expect(seteuid(0) == 0 && caps_are(FEW, FEW));
    setfsuid(USER);
    expect(caps_are(FEW & ~CAP_BIT(CHOWN), FEW));
    setfsuid(0);
    expect(caps_are(FEW, FEW));
    expect(setresuid(USER, USER, 0) == 0 && caps_are(0, FEW));
    expect(setresuid(0, 0, 0) == 0 && caps_are(FEW, FEW));
    expect(setuid(USER) == 0 && caps_are(0, 0));
    return 0;
}

static int run_self(void)
{
    execl("/proc/self/exe", "look", "look", (char *)NULL);
    return 1;
}

static int child_keeps(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){FEW, FEW, 0}) == 0);
    expect(prctl(PR_SET_KEEPCAPS, 1) == 0);
    expect(setuid(USER) == 0 && caps_are(0, FEW));
    expect(caps_set((struct caps){FEW, FEW, 0}) == 0);
    expect(setuid(USER + 1) == 0 && caps_are(FEW, FEW));
    return run_self();
}

static int child_starts_program(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){0, 0, 0}) == 0);
    return run_self();
}

static int child_wants_no_more(void *unused)
{
    (void)unused;
    expect(caps_set((struct caps){0, FEW, 0}) == 0);
    expect(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    return run_self();
}

/* What run_self() has become. */
static int look(void)
{
    struct caps caps = caps_get();

    if (caps.effective != caps.permitted)
        return 1;
    return caps.permitted == FEW ? HAS_FEW : caps.permitted ? HAS_ALL : HAS_NONE;
}

int main(int argc, char **argv)
{
    struct caps_header header = {CAPS_VERSION, 0};

    (void)argv;
    if (argc > 1)
        return look();
    need_root();
    plan(7);
    ok(exited_with(child_run(child_permitted, NULL), 0), "the permitted set");
    ok(exited_with(child_run(child_inheritable, NULL), 0), "the inheritable");
    ok(exited_with(child_run(child_of_ids, NULL), 0), "with the user ids");
    ok(exited_with(child_run(child_keeps, NULL), HAS_NONE),
       "PR_SET_KEEPCAPS, until exec");
    ok(exited_with(child_run(child_starts_program, NULL), HAS_ALL),
       "root's programs have all");
    ok(exited_with(child_run(child_wants_no_more, NULL), HAS_FEW),
       "but no new ones with PR_SET_NO_NEW_PRIVS");
    is(raw_call(SYS_capset, (long)&header, 16, 0), -EFAULT, "a bad address");
    return done();
}
