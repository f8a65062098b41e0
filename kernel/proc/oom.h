/* SPDX-License-Identifier: MIT */
/* When a page fault finds no memory: who must go. */
#pragma once

/*
 * Posts SIGKILL to the process with the most resident pages (init last of all), unless
 * one that was chosen before is still on its way out, and says so in one line.
 * Sleeps for a tick, unless its caller is the one; then the fault comes again.
 * Context: process, in a trap from user mode.
 */
void oom_kill(void);
