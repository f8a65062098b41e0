/* SPDX-License-Identifier: MIT */
/*
 * clear: empties the terminal's screen and puts the cursor at its top left.
 *
 * The two escape sequences are those of the VT100: cursor home, erase all.
 * Exit status: 0, or 1 if they could not be written.
 */
#include <err.h>
#include <stdio.h>

int main(void)
{
    fputs("\033[H\033[2J", stdout);
    if (fflush(stdout) < 0)
        err(1, "standard output");
    return 0;
}
