/* SPDX-License-Identifier: MIT */
/* Panics on purpose: crash=KIND on the command line. */
#pragma once

/* Provokes the panic KIND; an unknown one is said. NULL: nothing happens.
 * Context: boot, when all rooms are set up. */
void crash_provoke(const char *kind);
