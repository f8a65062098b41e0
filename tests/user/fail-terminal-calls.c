/* SPDX-License-Identifier: MIT */
/*
 * Calls on pseudo-terminals, when memory runs out at each allocation in turn: an
 * error and no terminal used up, or success. Needs /proc/self/fail-nth to be of use.
 */
#include "tap.h"

#include <termios.h>

#include "failnth.h"

static int master = -1;
static char slave_name[64];

static long call_open_master(void)
{
    return open("/dev/ptmx", O_RDWR | O_NOCTTY);
}

static void undo_close(long fd)
{
    must(close((int)fd));
}

static long call_open_slave(void)
{
    return open(slave_name, O_RDWR | O_NOCTTY);
}

static long call_write_master(void)
{
    return write(master, "x", 1);
}

static void undo_write_master(long unused)
{
    (void)unused;
    must(tcflush(master, TCIOFLUSH));
}

static const struct fail_case cases[] = {
    {"open of /dev/ptmx", call_open_master, undo_close},
    {"open of the other side", call_open_slave, undo_close},
    {"write to the first side", call_write_master, undo_write_master},
};

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };
    char *name;

    plan(CASES + 1);
    master = must(posix_openpt(O_RDWR | O_NOCTTY));
    must(grantpt(master));
    must(unlockpt(master));
    name = ptsname(master);
    snprintf(slave_name, sizeof slave_name, "%s", name ? name : "");
    fail_check_all(cases, CASES);
    ok(call_open_slave() != -1, "it can still be opened");
    return done();
}
