/* SPDX-License-Identifier: MIT */
/* Ending a process. */
#ifndef PROC_EXIT_H
#define PROC_EXIT_H

/*
 * Ends the running process with STATUS as wait(2) encodes it: gives everything
 * back but the PCB, hands the children to init, tells the parent. Cannot fail.
 */
void exit_process(int status) __attribute__((noreturn));

#endif
