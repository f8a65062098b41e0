/* SPDX-License-Identifier: MIT */
/* What an exec has in hand, and the first contents of a program's stack. */
#pragma once

#include "fs/cred.h"
#include "proc/elf.h"
#include "proc/script.h"

/* All that one exec has in hand before it commits. */
struct exec_job {
    struct proc *proc;
    const struct exec_request *request;
    struct exec_strings argv;   /* the request's, changed by scripts */
    struct script script;       /* interpreter lines met on the way */
    struct inode *inode;        /* the program's file, one reference */
    struct elf_image image;
    struct inode *linker;       /* and its dynamic linker's, or NULL */
    struct elf_image linker_image;
    struct cred cred;           /* what set-user-ID makes of the caller's */
    bool is_secure;             /* it differs from the real one: AT_SECURE */
    bool is_dumpable;
    struct space *space;        /* the new image */
    uaddr_t stack;              /* and its first stack pointer */
};

/*
 * Maps the stack of JOB's new space and fills it with argc, argv, envp and auxv, as far
 * as JOB says what these are; strings in user memory are read from the running process.
 * Errors: -E2BIG more than a quarter of the stack limit, or a string over
 *         128 KiB; -EFAULT; -ENOMEM.
 */
int execargs_push(struct exec_job *job) MUST_CHECK;
