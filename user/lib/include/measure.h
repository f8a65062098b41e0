/* SPDX-License-Identifier: MIT */
/* What the programs for experiments have in common: times and figures. */
#pragma once

#include <time.h>

/* The time of CLOCK in nanoseconds. */
long long clock_ns(clockid_t clock);

/* Sleeps for MS milliseconds, whatever signals come. */
void sleep_ms(long ms);

/*
 * The number that the argument TEXT is.
 *
 * If it is none, or below LEAST, the program ends with a sentence and status 2.
 */
long number_read(const char *text, long least);
