/* SPDX-License-Identifier: MIT */
/* Running a program in a process: execve(2). */
#pragma once

#include "lib/types.h"

struct inode;
struct proc;

/* The steps; the last is done when the program is about to start. */
enum exec_step { EXEC_LOAD = 1, EXEC_STACK, EXEC_HEAP, EXEC_IO, EXEC_START };

/*
 * The strings of argv or envp: those in kernel memory first, then those that a
 * NULL-terminated array in user memory points at (0: none).
 */
struct exec_strings {
    const char *const *kernel;
    unsigned int kernel_count;
    uaddr_t user;
    unsigned int user_skip; /* that many of the user's are left out */
};

/* What execveat(2) is asked for. */
struct exec_request {
    struct inode *inode; /* the file, found */
    const char *name;    /* as the program, or its interpreter, sees it */
    bool is_name_lost;   /* by then the name will lead nowhere */
    struct exec_strings argv;
    struct exec_strings envp;
};

/*
 * Replaces the program of P, which is the running process or one that has
 * never run, by the file that REQUEST names.
 * Returns: 0; P's frame is that of the new program's first instruction.
 * Errors: those of execve(2); the old program is then untouched.
 */
int exec_program(struct proc *p, const struct exec_request *request) MUST_CHECK;
