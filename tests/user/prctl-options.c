/* SPDX-License-Identifier: MIT */
/*
 * What prctl() and personality() keep for a process, what fork and exec do
 * with it, and their errors (prctl(2), personality(2)).
 */
#include "tap.h"

#include <sys/personality.h>
#include <sys/prctl.h>

/* By number, for not every library's header has all. */
enum {
    SET_PDEATHSIG = 1, GET_PDEATHSIG, GET_DUMPABLE, SET_DUMPABLE,
    GET_KEEPCAPS = 7, SET_KEEPCAPS, GET_TIMING = 13, SET_TIMING,
    GET_SECCOMP = 21, CAPBSET_READ = 23, SET_TIMERSLACK = 29, GET_TIMERSLACK,
    SET_SUBREAPER = 36, GET_SUBREAPER, SET_NO_NEW_PRIVS, GET_NO_NEW_PRIVS,
    UNKNOWN = 9999
};

static const struct {
    const char *what;
    int option;
    unsigned long arg2, arg3;
    int result, error;
} rows[] = {
    {"dumpable at first", GET_DUMPABLE, 0, 0, 1, 0},
    {"not dumpable", SET_DUMPABLE, 0, 0, 0, 0},
    {"dumpable reads back", GET_DUMPABLE, 0, 0, 0, 0},
    {"dumpable 2: no", SET_DUMPABLE, 2, 0, -1, EINVAL},
    {"dumpable again", SET_DUMPABLE, 1, 0, 0, 0},
    {"keepcaps", SET_KEEPCAPS, 1, 0, 0, 0},
    {"keepcaps reads back", GET_KEEPCAPS, 0, 0, 1, 0},
    {"keepcaps 2: no", SET_KEEPCAPS, 2, 0, -1, EINVAL},
    {"keepcaps off", SET_KEEPCAPS, 0, 0, 0, 0},
    {"timer slack", GET_TIMERSLACK, 0, 0, 50000, 0},
    {"timer slack set", SET_TIMERSLACK, 70000, 0, 0, 0},
    {"timer slack reads back", GET_TIMERSLACK, 0, 0, 70000, 0},
    {"timing is statistical", GET_TIMING, 0, 0, 0, 0},
    {"timing is not exact", SET_TIMING, 1, 0, -1, EINVAL},
    {"no seccomp", GET_SECCOMP, 0, 0, 0, 0},
    {"no such capability", CAPBSET_READ, 63, 0, -1, EINVAL},
    {"death signal too high", SET_PDEATHSIG, 65, 0, -1, EINVAL},
    {"death signal", SET_PDEATHSIG, SIGUSR1, 0, 0, 0},
    {"subreaper", SET_SUBREAPER, 1, 0, 0, 0},
    {"new privileges", GET_NO_NEW_PRIVS, 0, 0, 0, 0},
    {"cannot be given", SET_NO_NEW_PRIVS, 0, 0, -1, EINVAL},
    {"nor with more arguments", SET_NO_NEW_PRIVS, 1, 1, -1, EINVAL},
    {"no new ones", SET_NO_NEW_PRIVS, 1, 0, 0, 0},
    {"that reads back", GET_NO_NEW_PRIVS, 0, 0, 1, 0},
    {"with more arguments not", GET_NO_NEW_PRIVS, 0, 1, -1, EINVAL},
    {"unknown option", UNKNOWN, 0, 0, -1, EINVAL},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* The int that OPTION stores. */
static int stored(int option)
{
    int value = -1;

    expect(prctl(option, (unsigned long)&value, 0UL, 0UL, 0UL) == 0);
    return value;
}

static int child_inherits(void *unused)
{
    (void)unused;
    expect(prctl(GET_NO_NEW_PRIVS, 0UL, 0UL, 0UL, 0UL) == 1);
    expect(prctl(GET_TIMERSLACK, 0UL, 0UL, 0UL, 0UL) == 70000);
    expect(stored(GET_PDEATHSIG) == 0 && stored(GET_SUBREAPER) == 0);
    expect((personality(0xffffffff) & ADDR_NO_RANDOMIZE) != 0);
    return 0;
}

static int child_execs(void *args)
{
    char **argv = args;

    expect(prctl(SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) == 0);
    expect(prctl(SET_PDEATHSIG, (unsigned long)SIGUSR1, 0UL, 0UL, 0UL) == 0);
    expect(prctl(SET_SUBREAPER, 1UL, 0UL, 0UL, 0UL) == 0);
    expect(prctl(SET_KEEPCAPS, 1UL, 0UL, 0UL, 0UL) == 0);
    execv(argv[0], argv);
    return 127;
}

int main(int argc, char **argv)
{
    char *args[] = {argv[0], (char *)"again", NULL};

    if (argc > 1) {
        expect(stored(GET_PDEATHSIG) == SIGUSR1 && stored(GET_SUBREAPER) == 1);
        expect(prctl(GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) == 1);
        expect(prctl(GET_KEEPCAPS, 0UL, 0UL, 0UL, 0UL) == 0);
        expect(prctl(GET_NO_NEW_PRIVS, 0UL, 0UL, 0UL, 0UL) == 1);
        return 0;
    }
    plan(ROWS + 5);
    for (int i = 0; i < ROWS; i++) {
        int result = prctl(rows[i].option, rows[i].arg2, rows[i].arg3, 0UL,
                           0UL);

        if (rows[i].error)
            fails(result, rows[i].error, rows[i].what);
        else
            is(result, rows[i].result, rows[i].what);
    }
    is(stored(GET_PDEATHSIG), SIGUSR1, "the death signal reads back");
    is(stored(GET_SUBREAPER), 1, "being a subreaper too");
    is(personality(ADDR_NO_RANDOMIZE) & ADDR_NO_RANDOMIZE, 0,
       "personality returns the old one");
    ok(exited_with(child_run(child_inherits, NULL), 0),
       "a child has the ones that are inherited");
    ok(exited_with(child_run(child_execs, args), 0),
       "a new program keeps those of its process");
    return done();
}
