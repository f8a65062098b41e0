/* SPDX-License-Identifier: MIT */
/* Pipes: pipe(7). */
#ifndef FS_PIPE_H
#define FS_PIPE_H

#include "lib/types.h"

struct file;

/*
 * A new pipe: *READER and *WRITER, each with a reference.  FLAGS may have
 * O_NONBLOCK.
 * Surprise: a write that fails with -EPIPE posts no signal; sys_file.c does.
 * Errors: -ENOMEM.
 */
int pipe_alloc(int flags, struct file **reader, struct file **writer)
    MUST_CHECK;

#endif
