/* SPDX-License-Identifier: MIT */
/*
 * getrandom() fills a buffer with what nobody can foretell, whatever its flags;
 * unknown ones are EINVAL (getrandom(2)).
 */
#include "tap.h"
#include <sys/random.h>

enum { BIG = 100000 };

int main(void)
{
    static unsigned char a[BIG], b[BIG];
    int seen[256] = {0}, values = 0;

    plan(10);
    is(getrandom(a, sizeof a, 0), BIG, "getrandom()");
    is(getrandom(b, sizeof b, GRND_NONBLOCK), BIG, "GRND_NONBLOCK");
    ok(memcmp(a, b, BIG) != 0, "other bytes each time");
    for (int i = 0; i < BIG; i++)
        seen[a[i]]++;
    for (int i = 0; i < 256; i++)
        values += seen[i] > 0;
    is(values, 256, "every byte occurs");
    is(getrandom(a, 0, 0), 0, "nothing");
    is(getrandom(a, 8, GRND_INSECURE), 8, "GRND_INSECURE");
    fails(getrandom(a, 8, 0x10), EINVAL, "unknown flags: EINVAL");
    fails(getrandom(a, 8, GRND_RANDOM | GRND_INSECURE), EINVAL,
          "two that exclude each other: EINVAL");
    is(getentropy(a, 256), 0, "getentropy()");
    fails(getentropy(a, 257), EIO, "at most 256 bytes: EIO");
    return done();
}
