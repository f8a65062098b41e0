/* SPDX-License-Identifier: MIT */
/*
 * get_thread_area() tells what set_thread_area() was told, for each of the three
 * entries; an empty description clears one; and what both refuse
 * (set_thread_area(2)).
 */
#include "tap.h"

enum {
    SET_THREAD_AREA = 243, GET_THREAD_AREA = 244, ANY = -1, AREAS = 3,
    BITS_32 = 1, EXPAND_DOWN = 2, CODE = 4, READ_ONLY = 8, PAGES = 16,
    ABSENT = 32, USEABLE = 64, EMPTY = READ_ONLY | ABSENT
};

struct area {
    unsigned entry, base, limit, flags;
};

static long area_set(struct area *a)
{
    return syscall(SET_THREAD_AREA, a);
}

static const struct {
    const char *what;
    unsigned base, limit, flags;
} good[] = {
    {"all addresses", 0, 0xfffff, BITS_32 | PAGES | USEABLE},
    {"a few bytes, to read only", 0x12345678, 100, BITS_32 | READ_ONLY},
    {"growing down", 0xfedcba98, 0xabcde, BITS_32 | EXPAND_DOWN | PAGES},
};

static const struct {
    const char *what;
    unsigned entry, flags;
} bad[] = {
    {"16 bits", ANY, PAGES},
    {"code", ANY, BITS_32 | CODE},
    {"an absent one", ANY, BITS_32 | ABSENT},
    {"entry 1", 1, BITS_32},
    {"entry 10000", 10000, BITS_32},
};

static bool is_told(const struct area *set)
{
    struct area got = {set->entry, 1, 2, 0};

    must(syscall(GET_THREAD_AREA, &got));
    return got.base == set->base && got.limit == set->limit &&
           (got.flags & 127) == set->flags;
}

int main(void)
{
    enum { GOOD = sizeof good / sizeof *good, BAD = sizeof bad / sizeof *bad };
    struct area area[GOOD], more = {ANY, 0, 1, BITS_32};

    plan(GOOD + BAD + 6);
    for (unsigned i = 1; i < 20; i++) /* what the C library has set up */
        area_set(&(struct area){i, 0, 0, EMPTY});
    for (int i = 0; i < GOOD; i++) {
        area[i] = (struct area){ANY, good[i].base, good[i].limit, good[i].flags};
        ok(area_set(&area[i]) == 0 && is_told(&area[i]), good[i].what);
    }
    ok(is_told(&area[0]) && area[1].entry == area[0].entry + 1,
       "each in the next entry");
    fails(area_set(&more), ESRCH, "there are three: ESRCH");
    for (int i = 0; i < BAD; i++)
        fails(area_set(&(struct area){bad[i].entry, 0, 1, bad[i].flags}), EINVAL,
              bad[i].what);
    area[1] = (struct area){area[1].entry, 0, 0, EMPTY};
    ok(area_set(&area[1]) == 0 && is_told(&area[1]), "an empty one clears it");
    ok(area_set(&more) == 0 && more.entry == area[1].entry, "it is free again");
    more.entry = 3;
    fails(syscall(GET_THREAD_AREA, &more), EINVAL, "to get entry 3: EINVAL");
    fails(syscall(GET_THREAD_AREA, 16), EFAULT, "a bad address: EFAULT");
    return done();
}
