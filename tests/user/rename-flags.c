/* SPDX-License-Identifier: MIT */
/*
 * renameat2(): RENAME_NOREPLACE refuses to replace (renameat2(2)).
 */
#include "tap.h"

static int rename_with(const char *from, const char *to, unsigned int flags)
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
}

int main(void)
{
    plan(6);
    file_write("a", "one");
    file_write("b", "two");
    fails(rename_with("a", "b", RENAME_NOREPLACE), EEXIST, "no replace: EEXIST");
    fails(rename_with("a", "..", RENAME_NOREPLACE), EEXIST, "nor \"..\"");
    is(rename_with("a", "c", RENAME_NOREPLACE), 0, "a free name is fine");
    fails(rename_with("a", "d", RENAME_NOREPLACE), ENOENT, "ENOENT");
    is(rename_with("b", "c", 0), 0, "without the flag it replaces");
    fails(rename_with("c", "b", 0x100), EINVAL, "unknown flags: EINVAL");
    return done();
}
