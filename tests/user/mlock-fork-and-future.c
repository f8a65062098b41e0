/* SPDX-License-Identifier: MIT */
/*
 * A child does not inherit its parent's memory locks; MCL_FUTURE locks what will
 * be mapped, and munlockall() ends that (mlock(2), mlockall(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, PAGE_KB = 4 };

/* Kilobytes that this process has locked, or -1. */
static long locked_kb(void)
{
    static char text[4096];
    const char *line;

    if (file_read("/proc/self/status", text, sizeof text) <= 0)
        return -1;
    line = strstr(text, "VmLck:");
    return line == NULL ? -1 : strtol(line + strlen("VmLck:"), NULL, 10);
}

static void page_map(void)
{
    if (mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
             -1, 0) == MAP_FAILED)
        tap_bail("mmap");
}

static int child_counts(void *unused)
{
    (void)unused;
    return (int)locked_kb();
}

int main(void)
{
    static char area[2 * PAGE];

    plan(7);
    is(locked_kb(), 0, "nothing is locked");
    must(mlock(area, PAGE));
    ok(locked_kb() > 0, "the parent has a lock");
    ok(exited_with(child_run(child_counts, NULL), 0), "its child has none");
    must(munlockall());
    must(mlockall(MCL_FUTURE));
    is(locked_kb(), 0, "MCL_FUTURE: what is there is not locked");
    page_map();
    is(locked_kb(), PAGE_KB, "what comes is");
    must(munlockall());
    is(locked_kb(), 0, "munlockall");
    page_map();
    is(locked_kb(), 0, "what comes then is not locked");
    return done();
}
