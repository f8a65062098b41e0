/* SPDX-License-Identifier: MIT */
/* The initial RAM disk: a ustar archive becomes the root file system. */
#pragma once

#include "lib/types.h"

/*
 * Unpacks the archive in physical memory [START, END) into the root, and gives
 * its frames back while it goes.  A bad archive is said in one sentence; what
 * stands before the bad place is unpacked.
 * Context: boot, after ramfs_init.
 */
void initrd_unpack(paddr_t start, paddr_t end);
