/* SPDX-License-Identifier: MIT */
/* The first contents of a program's stack: argc, argv, envp, auxv. */
#pragma once

#include "proc/elf.h"
#include "proc/exec.h"

struct cred;
struct space;

/* What the stack is built from. */
struct execargs {
    const struct exec_strings *argv;
    const struct exec_strings *envp;
    const char *path;
    const struct elf_image *image;
    uaddr_t linker_bias; /* where the dynamic linker is, or 0: AT_BASE */
    const struct cred *cred;
    bool is_secure; /* identity changed by set-user-ID: AT_SECURE */
};

/*
 * Maps the stack of SPACE and fills it; strings in user memory are read from
 * the running process.
 * Returns: 0, with the initial stack pointer in *STACK.
 * Errors: -E2BIG more than a quarter of the stack limit, or a string over
 *         128 KiB; -EFAULT; -ENOMEM.
 */
int execargs_push(struct space *space, const struct execargs *args,
                  uaddr_t *stack) MUST_CHECK;
