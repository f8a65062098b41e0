/* SPDX-License-Identifier: MIT */
/* Ending a process. */
#pragma once

/*
 * Ends the running process with STATUS as wait(2) encodes it: gives everything
 * back but the PCB, hands the children to init, tells the parent. Cannot fail.
 */
void exit_process(int status) __attribute__((noreturn));
