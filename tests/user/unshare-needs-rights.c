/* SPDX-License-Identifier: MIT */
/*
 * unshare(2) of a namespace is for root: others get EPERM, for whatever is there.
 */
#include "tap.h"

#include <sys/syscall.h>

static const struct {
    const char *title;
    unsigned long flag;
} namespaces[] = {
    {"times", 0x00000080}, {"mounts", 0x00020000}, {"control groups", 0x02000000},
    {"host names", 0x04000000}, {"System V IPC", 0x08000000},
    {"processes", 0x20000000}, {"networks", 0x40000000},
};

enum { NAMESPACES = sizeof namespaces / sizeof *namespaces };

int main(void)
{
    size_t i;

    if (geteuid() == 0)
        skip_all("root may leave what there is");
    plan(NAMESPACES);
    for (i = 0; i < NAMESPACES; i++)
        ok(syscall(SYS_unshare, namespaces[i].flag) == -1 && errno == EPERM,
           namespaces[i].title);
    return done();
}
