/* SPDX-License-Identifier: MIT */
/*
 * What the id calls of 32 and of 16 bits share: inside sys/ only.  ID_BYTES is the
 * size of an id in the caller's memory.
 */
#pragma once

#include "fs/cred.h"
#include "lib/types.h"

#define ID_UNCHANGED ((unsigned int)-1) /* as an argument: leave it */
#define ID_MAX_16 65535u                /* the same in 16 bits */
#define ID_OVERFLOW_16 65534u           /* an id that does not fit in 16 bits */

/* getresuid(2), getgroups(2), setgroups(2). Errors: as there. */
long ids_put(const struct cred_ids *ids, const uaddr_t at[3], size_t id_bytes);
long groups_put(int size, uaddr_t list, size_t id_bytes);
long groups_change(int size, uaddr_t list, size_t id_bytes);
