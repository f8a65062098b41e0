/* SPDX-License-Identifier: MIT */
/*
 * Running the kernel's tests of itself; see debug/selftest.h.
 *
 * Called by main.c once, with the boot option test=, before the first program.
 * Owns only the result of the test that is running.  Invariant: one line "ok"
 * or "not ok" for every test, in the order of linking; a panic shows itself,
 * for then the announced number of lines does not come.
 * Read next: tests/kernel/.
 */
#include "debug/selftest.h"

#include "arch.h"
#include "lib/printf.h"
#include "lib/string.h"

/* From linker.ld: the rows that SELFTEST put into section .selftests. */
extern const struct selftest selftest_start[], selftest_end[];

static bool selftest_has_failed;

void selftest_check(bool is_true, const char *file, int line,
                    const char *condition)
{
    if (is_true)
        return;
    selftest_has_failed = true;
    klog("# %s:%d: false: %s\n", file, line, condition);
}

static bool selftest_is_wanted(const struct selftest *test,
                               const char *pattern)
{
    size_t len = strlen(pattern);

    if (strcmp(pattern, "all") == 0)
        return true;
    for (const char *p = test->name; *p != '\0'; p++) {
        if (strncmp(p, pattern, len) == 0)
            return true;
    }
    return false;
}

void selftest_run(const char *pattern)
{
    int planned = 0;
    int number = 0;
    int failed = 0;

    if (!pattern)
        return;
    for (const struct selftest *t = selftest_start; t < selftest_end; t++)
        planned += selftest_is_wanted(t, pattern);
    klog("TAP version 13\n1..%d\n", planned);
    for (const struct selftest *t = selftest_start; t < selftest_end; t++) {
        if (!selftest_is_wanted(t, pattern))
            continue;
        selftest_has_failed = false;
        t->run();
        klog("%s %d - %s\n", selftest_has_failed ? "not ok" : "ok", ++number,
             t->name);
        failed += selftest_has_failed;
    }
    klog("# %d passed, %d failed\n", number - failed, failed);
    machine_poweroff();
}
