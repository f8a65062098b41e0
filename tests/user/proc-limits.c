/* SPDX-License-Identifier: MIT */
/*
 * /proc/[pid]/limits shows the limits in Linux's columns (proc(5)).
 */
#include "tap.h"

#include <sys/resource.h>

int main(void)
{
    const struct rlimit limit = {123, 4567};
    static char text[4096];
    char *last;
    int lines = 0;

    plan(6);
    must(setrlimit(RLIMIT_CORE, &limit));
    ok(file_read("/proc/self/limits", text, sizeof text) > 0, "it is there");
    ok(strncmp(text, "Limit                     Soft Limit           "
                     "Hard Limit           Units     \n", 79) == 0,
       "the head");
    ok(strstr(text, "\nMax cpu time              unlimited            "
                    "unlimited            seconds   \n") != NULL,
       "no limit");
    ok(strstr(text, "\nMax core file size        123                  "
                    "4567                 bytes     \n") != NULL,
       "numbers");
    last = strstr(text, "\nMax realtime priority     ");
    ok(last != NULL && strstr(last, "us        \n") != NULL, "the last");
    for (char *c = text; *c; c++)
        lines += *c == '\n';
    is(lines, 17, "a head and sixteen limits");
    return done();
}
