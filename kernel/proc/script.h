/* SPDX-License-Identifier: MIT */
/* Scripts: files that begin with "#!" and name the program that reads them. */
#pragma once

#include "proc/exec.h"

#define SCRIPT_LINE_BYTES 256u /* of the first line; the last tells if it goes on */
#define SCRIPT_DEPTH 5u        /* an interpreter may be a script itself */
#define SCRIPT_ARGS_MAX 40u

/* The interpreter lines met so far, and the argument list that they make: the last
 * interpreter comes first. */
struct script {
    unsigned int depth;
    const char *args[SCRIPT_ARGS_MAX];
    char line[SCRIPT_DEPTH][SCRIPT_LINE_BYTES];
};

/*
 * Looks whether INODE, found as PATH, is a script; if so, puts interpreter, its
 * one optional argument and PATH in front of ARGV in place of argv[0].
 * Returns: 1 for a script, 0 for anything else.
 * Errors: -ENOEXEC no interpreter named; -ELOOP nested too deeply; -E2BIG.
 */
int script_read(struct inode *inode, struct script *script, const char *path,
                struct exec_strings *argv) MUST_CHECK;
