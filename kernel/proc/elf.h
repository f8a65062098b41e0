/* SPDX-License-Identifier: MIT */
/* Reading an ELF program into an address space. */
#pragma once

#include <asm/elf.h>

#include "lib/types.h"

struct inode;
struct space;

#define ELF_SEGMENTS_MAX 32u

/* What exec has to know of a program. */
struct elf_image {
    uaddr_t entry;
    uaddr_t headers;        /* where the program headers are mapped, or 0 */
    unsigned int header_count;
    unsigned int segment_count;
    struct elf_segment segment[ELF_SEGMENTS_MAX];
};

/*
 * Checks the file's headers and reads them into IMAGE.
 * Errors: -ENOEXEC not a 32-bit x86 program, or malformed; -ENOENT it wants a
 *         dynamic linker; -EIO.
 */
int elf_read(struct inode *inode, struct elf_image *image) MUST_CHECK;

/*
 * Maps the segments of IMAGE into SPACE, clears what is beyond the file, and
 * sets the break behind the last one.
 * Errors: -ENOMEM; -ENOEXEC segments overlap or lie outside user memory.
 */
int elf_map(struct inode *inode, const struct elf_image *image,
            struct space *space) MUST_CHECK;
