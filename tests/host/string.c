/* SPDX-License-Identifier: MIT */
/*
 * Strings and memory: the standard's meaning, at every border and overlap.
 *
 * Sources: kernel/lib/string.c
 */
#include "lib/string.h"

#include <stdint.h>

#include "lib/types.h"
#include "tap.h"

#define ROOM 40

static void fill(uint8_t *bytes, uint8_t first)
{
    for (int i = 0; i < ROOM; i++)
        bytes[i] = (uint8_t)(first + i);
}

/* Moves LEN bytes of a numbered array, and compares with the slow way. */
static bool move_is_right(size_t to, size_t from, size_t len)
{
    uint8_t bytes[ROOM], expected[ROOM];

    fill(bytes, 1);
    fill(expected, 1);
    for (size_t i = 0; i < len; i++)
        expected[to + i] = (uint8_t)(1 + from + i);
    if (memmove(bytes + to, bytes + from, len) != bytes + to)
        return false;
    for (size_t i = 0; i < ROOM; i++) {
        if (bytes[i] != expected[i])
            return false;
    }
    return true;
}

static void test_memory(void)
{
    uint8_t a[ROOM], b[ROOM];
    bool is_right = true;

    for (size_t len = 0; len < ROOM - 2; len++) {
        fill(a, 1);
        fill(b, 101);
        memcpy(b + 1, a + 1, len);
        is_right &= b[0] == 101 && b[len + 1] == (uint8_t)(102 + len) &&
                    memcmp(b + 1, a + 1, len) == 0;
    }
    tap_ok(is_right, "memcpy copies just LEN bytes");
    is_right = true;
    for (size_t len = 0; len < ROOM - 2; len++) {
        fill(a, 1);
        memset(a + 1, 0x1EE, len);
        is_right &= a[0] == 1 && a[len + 1] == len + 2;
        for (size_t i = 1; i <= len; i++)
            is_right &= a[i] == 0xEE;
    }
    tap_ok(is_right, "memset sets just LEN bytes, to the low byte");
    is_right = true;
    for (size_t to = 0; to < ROOM / 2; to++) {
        for (size_t from = 0; from < ROOM / 2; from++) {
            for (size_t len = 0; len <= ROOM / 2; len++)
                is_right &= move_is_right(to, from, len);
        }
    }
    tap_ok(is_right, "memmove is right for every overlap");
    tap_ok(memcmp("a\0b", "a\0c", 3) < 0 && memcmp("\xff", "a", 1) > 0 &&
               memcmp("x", "y", 0) == 0,
           "memcmp goes on behind a NUL and compares without sign");
    tap_ok(memchr("abc", 'd', 3) == NULL && memchr("a\0c", 'c', 3) != NULL,
           "memchr looks at LEN bytes");
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
