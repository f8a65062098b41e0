/* SPDX-License-Identifier: MIT */
/* F_SETFL took O_DIRECT for every file and forgot it: a pipe then writes packets, and
 * what holds no data refuses it (open(2), pipe(2)). */
#include "tap.h"

static char text[8];

int main(void)
{
    int ends[2], null = must(open("/dev/null", O_RDWR));

    plan(10);
    must(pipe(ends));
    is(fcntl(ends[1], F_SETFL, O_WRONLY | O_DIRECT), 0, "a pipe takes it");
    is(fcntl(ends[1], F_GETFL) & O_DIRECT, O_DIRECT, "and keeps it");
    is(fcntl(ends[0], F_GETFL) & O_DIRECT, 0, "at that end");
    must(write(ends[1], "ab", 2));
    must(write(ends[1], "c", 1));
    is(read(ends[0], text, sizeof text), 2, "it writes packets");
    is(fcntl(ends[1], F_SETFL, O_WRONLY), 0, "off again");
    must(write(ends[1], "de", 2));
    must(write(ends[1], "f", 1));
    is(read(ends[0], text, sizeof text), 1, "what was one remains one");
    is(read(ends[0], text, sizeof text), 3, "and then bytes are bytes");
    fails(fcntl(null, F_SETFL, O_RDWR | O_DIRECT), EINVAL, "a device refuses it");
    is(fcntl(null, F_GETFL) & O_DIRECT, 0, "and goes on as it was");
    fails(fcntl(must(open(".", O_RDONLY)), F_SETFL, O_DIRECT), EINVAL,
          "so does a directory");
    return done();
}
