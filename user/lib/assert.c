/* SPDX-License-Identifier: MIT */
/*
 * What a failed assertion does: says which, and aborts.
 *
 * Called by the macro in assert.h.  In a file of its own, or every program
 * would contain the printf family.
 * Read next: abort.c.
 */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

void assert_fail(const char *condition, const char *file, int line,
                 const char *function)
{
    fprintf(stderr, "%s: %s:%d: %s: Assertion `%s' failed.\n",
            program_invocation_short_name, file, line, function, condition);
    abort();
}
