/* SPDX-License-Identifier: MIT */
/*
 * Strings and memory: the standard's meaning, at every border.  What the kernel
 * has in assembly is tested in tests/kernel/lib.c.
 *
 * Sources: kernel/lib/string.c
 */
#include "lib/string.h"

#include "tap.h"

static void test_memory(void)
{
    tap_ok(memcmp("a\0b", "a\0c", 3) < 0 && memcmp("\xff", "a", 1) > 0 &&
               memcmp("x", "y", 0) == 0,
           "memcmp goes on behind a NUL and compares without sign");
}

static void test_strings(void)
{
    const char *path = "/usr/bin/env";
    char buf[4];

    tap_is((long long)strlen(""), 0, "strlen of nothing");
    tap_is((long long)strnlen("abcdef", 3), 3, "strnlen stops at its limit");
    tap_is((long long)strnlen("ab", 3), 2, "or at the NUL");
    tap_ok(strcmp("a", "b") < 0 && strcmp("ab", "a") > 0 &&
               strcmp("", "") == 0 && strcmp("\xff", "a") > 0,
           "strcmp orders without sign");
    tap_ok(strncmp("abc", "abd", 2) == 0 && strncmp("abc", "abd", 3) < 0 &&
               strncmp("a", "a", 9) == 0,
           "strncmp stops at its limit and at the NUL");
    tap_ok(strchr(path, '/') == path && strrchr(path, '/') == path + 8 &&
               strchr(path, 'z') == NULL && strrchr(path, 'z') == NULL,
           "strchr and strrchr find the first and the last");
    tap_ok(strchr(path, 0) == path + 12 && strrchr(path, 0) == path + 12,
           "the NUL counts as part of the string");
    tap_ok(strlcpy(buf, "abcdef", sizeof(buf)) == 6 && strcmp(buf, "abc") == 0,
           "strlcpy cuts, and tells the whole length");
    tap_ok(strlcpy(buf, "xy", sizeof(buf)) == 2 && strcmp(buf, "xy") == 0,
           "strlcpy copies what fits");
    buf[0] = 'q';
    tap_ok(strlcpy(buf, "z", 0) == 1 && buf[0] == 'q',
           "strlcpy writes nothing into no room");
}

int main(void)
{
    test_memory();
    test_strings();
    return tap_done();
}
