/* SPDX-License-Identifier: MIT */
/*
 * poweroff: turns the machine off, at once.
 *
 * Files that are not on a disk are gone; processes get no signal first.  Only
 * the superuser may do it.
 * Exit status: 1 if it was not allowed; else it does not return.
 */
#include <err.h>
#include <stdio.h>
#include <sys/reboot.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    (void)argv;
    if (argc > 1) {
        fprintf(stderr, "usage: poweroff\n");
        return 2;
    }
    sync();
    reboot((int)RB_POWER_OFF);
    err(1, NULL);
}
