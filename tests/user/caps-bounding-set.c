/* SPDX-License-Identifier: MIT */
/*
 * The bounding set: what is dropped from it, exec gives to nobody any more, not
 * even to root; and who may drop (prctl(2), PR_CAPBSET_DROP; capabilities(7)).
 * Needs: root
 */
#include "capset.h"

#include <sys/prctl.h>

enum { KILL = 5, SETPCAP = 8, LAST_KNOWN = 40, TOO_HIGH = 63, USER = 2001 };
enum { LACKS_KILL = 10, HAS_KILL, HAS_NO_EFFECT };

static long drop(unsigned long cap)
{
    return prctl(PR_CAPBSET_DROP, cap, 0UL, 0UL, 0UL);
}

static long read_one(unsigned long cap)
{
    return prctl(PR_CAPBSET_READ, cap, 0UL, 0UL, 0UL);
}

static int run_self(void)
{
    execl("/proc/self/exe", "look", "look", (char *)NULL);
    return 1;
}

static int child_drops(void *unused)
{
    struct caps before = caps_get();

    (void)unused;
    expect(read_one(KILL) == 1 && drop(KILL) == 0 && read_one(KILL) == 0);
    expect(drop(KILL) == 0);
    expect(caps_get().permitted == before.permitted);
    expect(drop(TOO_HIGH) == -1 && errno == EINVAL);
    expect(drop(~0UL) == -1 && errno == EINVAL);
    return run_self();
}

static int child_has_inheritable(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    caps.inheritable = CAP_BIT(KILL);
    expect(caps_set(caps) == 0);
    expect(drop(KILL) == 0);
    return run_self();
}

static int child_may_not_inherit(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    expect(drop(KILL) == 0);
    caps.inheritable = CAP_BIT(KILL);
    expect(caps_set(caps) == -EPERM);
    return 0;
}

static int child_lacks_setpcap(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    caps.effective &= ~CAP_BIT(SETPCAP);
    expect(caps_set(caps) == 0);
    expect(drop(KILL) == -1 && errno == EPERM);
    expect(drop(TOO_HIGH) == -1 && errno == EPERM);
    expect(read_one(KILL) == 1);
    return 0;
}

static int grandchild(void *unused)
{
    (void)unused;
    expect(read_one(KILL) == 0);
    expect(caps_get().permitted & CAP_BIT(KILL));
    return 0;
}

static int child_forks(void *unused)
{
    (void)unused;
    expect(drop(KILL) == 0);
    return exited_with(child_run(grandchild, NULL), 0) ? 0 : 1;
}

/* What run_self() has become. */
static int look(void)
{
    struct caps caps = caps_get();

    if (caps.effective != caps.permitted)
        return HAS_NO_EFFECT;
    return read_one(KILL) == 0 && caps.permitted & CAP_BIT(KILL) ? HAS_KILL
                                                                  : LACKS_KILL;
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1)
        return look();
    need_root();
    plan(6);
    ok(exited_with(child_run(child_drops, NULL), LACKS_KILL),
       "exec gives what is in the set only");
    ok(exited_with(child_run(child_has_inheritable, NULL), HAS_KILL),
       "or what was inheritable before");
    ok(exited_with(child_run(child_may_not_inherit, NULL), 0),
       "nor can it become inheritable");
    ok(exited_with(child_run(child_lacks_setpcap, NULL), 0),
       "only with CAP_SETPCAP");
    ok(exited_with(child_run(child_forks, NULL), 0), "fork keeps the set");
    ok(read_one(LAST_KNOWN) >= 0 && read_one(TOO_HIGH) == -1 &&
           errno == EINVAL, "which capabilities there are");
    return done();
}
