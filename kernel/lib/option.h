/* SPDX-License-Identifier: MIT */
/*
 * Boot options: the words name=value of the multiboot command line.
 *
 * option_parse runs once at boot; a room asks for its option by name with
 * option_get.  A name that lib/option.c does not list is warned about.
 * What stands after " -- " is the arguments of the first program.
 */
#pragma once

#include "lib/types.h"

/* Reads LINE, which is kept, and changed into its words. Context: boot. */
void option_parse(char *line);

/* Returns: the value of NAME, "" for a bare word, or NULL where it was not given. */
const char *option_get(const char *name);

/* Returns: NAME's value as a decimal number, or FALLBACK; a bad one warns. */
unsigned long option_number(const char *name, unsigned long fallback);

/* Returns: the Nth word (from 0) after " -- ", or NULL. */
const char *option_argument(unsigned int n);
