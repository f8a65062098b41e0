/* SPDX-License-Identifier: MIT */
/*
 * The only way to user memory: copies between the kernel and the running
 * process, which stop at a bad address in place of faulting.
 *
 * May sleep (a page may have to be brought in): hold no half-updated object
 * across it.  Reserve, copy, commit.
 */
#pragma once

#include "lib/types.h"

/* Copies LEN bytes. Errors: -EFAULT where any byte cannot be reached; what came
 * before it may have been copied. */
int user_read(void *to, uaddr_t from, size_t len) MUST_CHECK;
int user_write(uaddr_t to, const void *from, size_t len) MUST_CHECK;
int user_clear(uaddr_t to, size_t len) MUST_CHECK;

/*
 * Copies a string with its NUL, at most SIZE bytes.
 * Returns: its length without the NUL.
 * Errors: -EFAULT; -ENAMETOOLONG when no NUL came within SIZE bytes.
 */
int user_read_string(char *to, uaddr_t from, size_t size) MUST_CHECK;

/* Copies an object to or from the user address ADDR. */
#define user_get(object, addr) user_read(&(object), (addr), sizeof(object))
#define user_put(addr, object) user_write((addr), &(object), sizeof(object))
