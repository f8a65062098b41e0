/* SPDX-License-Identifier: MIT */
/*
 * A name with a newline in it made a line of its own in /proc/[pid]/status, which could
 * say anything; proc(5) has it escaped there.
 */
#include "../tap.h"

#include <sys/prctl.h>

int main(void)
{
    static char text[8192];
    char name[32], *end;

    plan(4);
    must(prctl(PR_SET_NAME, "a\\\nUid:\t0\t0)"));
    file_read("/proc/self/status", text, sizeof text);
    end = strchr(text, '\n');
    ok(end && strncmp(end + 1, "Umask:", 6) == 0, "the name is one line");
    if (end)
        *end = '\0';
    is_str(text, "Name:\ta\\\\\\nUid:\t0\t0)", "with the newline and \\ escaped");
    file_read("/proc/self/comm", name, sizeof name);
    is_str(name, "a\\\nUid:\t0\t0)\n", "comm has it as it is");
    file_read("/proc/self/stat", text, sizeof text);
    ok(strstr(text, " (a\\\nUid:\t0\t0)) R ") != NULL, "and stat, up to the last )");
    return done();
}
