/* SPDX-License-Identifier: MIT */
/*
 * The securebits 8 to 11, which only advise interpreters, were unknown; they need no
 * capability, but their locks hold.
 *
 * Needs: root
 */
#include "tap.h"

#include <sys/prctl.h>

enum { NOROOT = 1, FILE_LOCKED = 0x200, FILE_BIT = 0x100, INTERACTIVE = 0x400 };

static int bits_set(unsigned long bits)
{
    errno = 0;
    return prctl(PR_SET_SECUREBITS, bits, 0UL, 0UL, 0UL);
}

static int bits_get(void)
{
    return prctl(PR_GET_SECUREBITS, 0UL, 0UL, 0UL, 0UL);
}

static int child_sets(void *user)
{
    if (user)
        expect(setuid(2001) == 0);
    expect(bits_set(FILE_BIT) == 0 && bits_get() == FILE_BIT);
    expect(bits_set(INTERACTIVE) == 0 && bits_get() == INTERACTIVE);
    expect(bits_set(INTERACTIVE | FILE_LOCKED) == 0);
    expect(bits_set(INTERACTIVE | FILE_LOCKED | FILE_BIT) == -1 && errno == EPERM);
    expect(bits_set(INTERACTIVE) == -1 && errno == EPERM);
    expect(bits_set(INTERACTIVE | FILE_LOCKED | NOROOT) == (user ? -1 : 0));
    return 0;
}

int main(void)
{
    int user;

    need_root();
    plan(2);
    ok(exited_with(child_run(child_sets, NULL), 0), "root");
    ok(exited_with(child_run(child_sets, &user), 0), "a user");
    return done();
}
