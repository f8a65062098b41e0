/* SPDX-License-Identifier: MIT */
/*
 * The securebits: with them neither exec nor the user ids give or take
 * capabilities; each can be locked (capabilities(7), prctl(2)).
 * Needs: root
 */
#include "capset.h"

#include <sys/fsuid.h>
#include <sys/prctl.h>

enum {
    NOROOT = 1, NOROOT_LOCKED = 2, NO_SETUID_FIXUP = 4, KEEP_CAPS = 0x10,
    KEEP_CAPS_LOCKED = 0x20, NO_RAISE = 0x40, UNKNOWN = 0x100000
};
enum { KILL = 5, SETUID = 7, SETPCAP, USER = 2001 };
enum { HAS_NONE = 0x80 }; /* in look()'s answer, beside the bits */

static long bits_set(unsigned long bits)
{
    return prctl(PR_SET_SECUREBITS, bits, 0UL, 0UL, 0UL);
}

static int bits_get(void)
{
    return prctl(PR_GET_SECUREBITS, 0UL, 0UL, 0UL, 0UL);
}

static int run_self(void)
{
    execl("/proc/self/exe", "look", "look", (char *)NULL);
    return 1;
}

static int child_locks(void *unused)
{
    (void)unused;
    expect(bits_get() == 0 && bits_set(NOROOT_LOCKED | KEEP_CAPS) == 0);
    expect(bits_get() == (NOROOT_LOCKED | KEEP_CAPS));
    expect(bits_set(NOROOT | NOROOT_LOCKED) == -1 && errno == EPERM);
    expect(bits_set(KEEP_CAPS) == -1 && errno == EPERM);
    expect(bits_set(UNKNOWN | NOROOT_LOCKED) == -1 && errno == EPERM);
    expect(bits_set(NOROOT_LOCKED) == 0);
    return 0;
}

static int child_lacks_setpcap(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    caps.effective &= ~CAP_BIT(SETPCAP);
    expect(caps_set(caps) == 0);
    expect(bits_set(NOROOT) == -1 && errno == EPERM);
    expect(bits_set(0) == -1 && errno == EPERM);
    return 0;
}

static int child_keeps(void *unused)
{
    (void)unused;
    expect(prctl(PR_SET_KEEPCAPS, 1UL) == 0 && bits_get() == KEEP_CAPS);
    expect(bits_set(0) == 0 && prctl(PR_GET_KEEPCAPS) == 0);
    expect(bits_set(KEEP_CAPS_LOCKED) == 0);
    expect(prctl(PR_SET_KEEPCAPS, 1UL) == -1 && errno == EPERM);
    expect(prctl(PR_SET_KEEPCAPS, 2UL) == -1 && errno == EINVAL);
    return 0;
}

static int child_ids(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    expect(bits_set(NO_SETUID_FIXUP) == 0);
    setfsuid(USER);
    expect(caps_get().effective == caps.effective);
    expect(seteuid(USER) == 0 && caps_get().effective == caps.effective);
    expect(seteuid(0) == 0 && setuid(USER) == 0);
    expect(caps_get().effective == caps.effective);
    expect(caps_get().permitted == caps.permitted);
    return 0;
}

static int child_is_no_root(void *unused)
{
    (void)unused;
    expect(bits_set(NOROOT | KEEP_CAPS | NO_RAISE) == 0);
    return run_self();
}

static int child_has_none(void *unused)
{
    (void)unused;
    expect(bits_set(NOROOT) == 0 && setuid(USER) == 0);
    return run_self();
}

/* What run_self() has become. */
static int look(void)
{
    struct caps caps = caps_get();

    return bits_get() | (caps.effective | caps.permitted ? 0 : HAS_NONE);
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1)
        return look();
    need_root();
    plan(6);
    ok(exited_with(child_run(child_locks, NULL), 0), "a lock is for ever");
    ok(exited_with(child_run(child_lacks_setpcap, NULL), 0),
       "only with CAP_SETPCAP");
    ok(exited_with(child_run(child_keeps, NULL), 0), "PR_SET_KEEPCAPS is one");
    ok(exited_with(child_run(child_ids, NULL), 0),
       "SECBIT_NO_SETUID_FIXUP: the ids mean nothing");
    ok(exited_with(child_run(child_is_no_root, NULL),
                   NOROOT | NO_RAISE | HAS_NONE),
       "SECBIT_NOROOT: root's programs have none");
    ok(exited_with(child_run(child_has_none, NULL), NOROOT | HAS_NONE),
       "the bits stay over exec and setuid");
    return done();
}
