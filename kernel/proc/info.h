/* SPDX-License-Identifier: MIT */
/* What /proc shows of processes and of the CPU. */
#ifndef PROC_INFO_H
#define PROC_INFO_H

/* Registers the files of /proc and /proc/[pid]. Context: boot. */
void info_init(void);

#endif
