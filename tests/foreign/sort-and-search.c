/* SPDX-License-Identifier: MIT */
/* qsort and bsearch over numbers and strings, large enough to ask for memory. */
#include "tap.h"

enum { NUMBERS = 200000 };

static unsigned int numbers[NUMBERS];

static int compare(const void *a, const void *b)
{
    unsigned int x = *(const unsigned int *)a, y = *(const unsigned int *)b;

    return x < y ? -1 : x > y;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
    const char *names[] = {"wait", "fork", "exec", "kill", "pipe"};
    unsigned int value = 1, key, *found;
    bool ordered = true;

    plan(4);
    for (int i = 0; i < NUMBERS; i++)
        numbers[i] = value = value * 1664525 + 1013904223;
    key = numbers[777];
    qsort(numbers, NUMBERS, sizeof numbers[0], compare);
    for (int i = 1; i < NUMBERS; i++)
        ordered = ordered && numbers[i - 1] <= numbers[i];
    ok(ordered, "200,000 numbers are in order");
    found = bsearch(&key, numbers, NUMBERS, sizeof numbers[0], compare);
    ok(found != NULL && *found == key, "one is found");
    qsort(names, 5, sizeof names[0], compare_names);
    is_str(names[0], "exec", "the first name");
    is_str(names[4], "wait", "the last name");
    return done();
}
