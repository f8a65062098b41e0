/* SPDX-License-Identifier: MIT */
/* When a page fault finds no memory: who must go. */
#pragma once

/*
 * Posts SIGKILL to the process with the most resident pages (init last of all), unless
 * one that was chosen before is still on its way out, and says so in one line.
 * The faulting process retries from the tail.
 * Context: trap from user mode.
 */
void oom_kill(void);
