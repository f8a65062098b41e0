/* SPDX-License-Identifier: MIT */
/* Signal names as kill(1) writes and reads them; see signame.c. */
#pragma once

#include <stdbool.h>

#define SIGNAME_END 65 /* one past the last signal */

/*
 * The number that TEXT stands for: a number, a name with or without SIG in
 * either case, EXIT (0), or RTMIN+n and RTMAX-n.
 *
 * Returns: 0 to 64, or -1 when TEXT is none of these.
 */
int signame_number(const char *text);

/*
 * The name of SIG without SIG, in memory that the next call reuses.
 *
 * Returns: NULL when there is no such signal; 0 is EXIT.
 */
const char *signame_text(int sig);

/* Prints the names of all signals; with NUMBERS a table of both. */
void signame_list(bool numbers);
