/* SPDX-License-Identifier: MIT */
/* Process 1: the first program, which every other process descends from. */
#pragma once

/*
 * Makes process 1 and gives it the program that the boot option init= names
 * (/bin/init), with the words after " -- " as arguments, and /dev/console as
 * descriptors 0 to 2.  Panics with a clear sentence if that cannot be.
 * Context: boot.
 */
void init_start(void);

/* Process 1 has ended with STATUS: says so and powers the machine off. */
void init_ended(int status) __attribute__((noreturn));
