/* SPDX-License-Identifier: MIT */
/*
 * After exec the numbers of timers began anew, so that one of the new program had the
 * number of one that exec had deleted (timer_create(2)).
 */
#include "../tap.h"
#include "../raw.h"

/* The kernel's number of a new timer. */
static long timer_number(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    int id = -1;

    return raw_call(SYS_timer_create, CLOCK_MONOTONIC, (long)&event, (long)&id) == 0
               ? id : -1;
}

static int child_execs(void *path)
{
    expect(timer_number() == 0 && timer_number() == 1);
    execl(path, path, "again", (char *)NULL);
    return 127;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return (int)timer_number();
    plan(1);
    is(child_run(child_execs, argv[0]), W_EXITCODE(2, 0), "the third is number 2");
    return done();
}
