/* SPDX-License-Identifier: MIT */
/* printf(3) of a number put at most 128 zeros in front of it. */
#include "../tap.h"

enum { WIDTH = 400 };

/* TEXT is FRONT, COUNT zeros, and BACK. */
static void check(const char *text, const char *front, size_t count, const char *back,
                  const char *what)
{
    size_t len = strlen(front);

    ok(strlen(text) == len + count + strlen(back) && strncmp(text, front, len) == 0 &&
           strspn(text + len, "0") == count && strcmp(text + len + count, back) == 0,
       what);
}

int main(void)
{
    char text[WIDTH + 1];

    plan(5);
    snprintf(text, sizeof text, "%0400d", -7);
    check(text, "-", WIDTH - 2, "7", "a width of 400");
    snprintf(text, sizeof text, "%.300x", 0xfu);
    check(text, "", 299, "f", "a precision of 300");
    snprintf(text, sizeof text, "%#*.300llo", 305, 8LL);
    check(text, "     ", 298, "10", "both");
    snprintf(text, sizeof text, "%-302.300d|", 9);
    check(text, "", 299, "9  |", "at the left");
    snprintf(text, sizeof text, "%0399.1f", 1.5);
    check(text, "", 396, "1.5", "a double");
    return done();
}
