/* SPDX-License-Identifier: MIT */
/* Modes as text, such as "755" or "u=rwx,go-w"; see modetext.c. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/* Makes of the mode OLD, type and all, what TEXT says; false: not a mode. */
bool mode_parse(const char *text, mode_t old, mode_t *result);
