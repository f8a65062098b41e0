/* SPDX-License-Identifier: MIT */
/* Waiting for children: wait(2). */
#pragma once

#include <sys/types.h>
#include <asm/resource.h>
#include <asm/signal.h>
#include <asm/wait.h>

pid_t wait(int *status);
pid_t waitpid(pid_t pid, int *status, int options);
int waitid(idtype_t type, id_t id, siginfo_t *info, int options);
pid_t wait3(int *status, int options, struct rusage *usage);
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);
