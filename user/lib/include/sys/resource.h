/* SPDX-License-Identifier: MIT */
/* Resource use, limits and priorities: getrusage(2), getrlimit(2),
 * getpriority(2). */
#pragma once

#include <sys/time.h>
#include <asm/resource.h>

typedef unsigned long rlim_t;

int getrusage(int who, struct rusage *usage);
int getrlimit(int resource, struct rlimit *limit);
int setrlimit(int resource, const struct rlimit *limit);
int getpriority(int which, id_t who);
int setpriority(int which, id_t who, int nice);
int prlimit(pid_t pid, int resource, const struct rlimit *new,
            struct rlimit *old);
