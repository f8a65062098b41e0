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
    uaddr_t bias;           /* added to all its addresses */
    uaddr_t entry;
    uaddr_t headers;        /* where the program headers are mapped, or 0 */
    unsigned int header_count;
    bool is_program;        /* executable or shared, not an object file */
    bool is_impossible;     /* it cannot be mapped, and will die of that */
    struct elf_segment linker; /* what names its dynamic linker, if anything does */
    unsigned int segment_count;
    struct elf_segment segment[ELF_SEGMENTS_MAX]; /* to be mapped */
};

/* Where goes what can be anywhere: a program, as on Linux, at two thirds of user
 * memory, and its dynamic linker below where mappings begin. */
#define ELF_DYN_BASE 0x56555000u
#define ELF_LINKER_BASE 0xb7800000u

/*
 * Checks the file's headers and reads them into IMAGE, which was zero; DYN_BASE is
 * where it goes if it can be anywhere.
 * Errors: -ENOEXEC not a 32-bit x86 program, or malformed.
 */
int elf_read(struct inode *inode, struct elf_image *image,
             uaddr_t dyn_base) MUST_CHECK;
/* The NAME, of PATH_MAX bytes, of the dynamic linker that IMAGE asks for.
 * Returns: 1, or 0 for none. Errors: -ENOEXEC malformed; -EIO. */
int elf_read_linker(struct inode *inode, const struct elf_image *image,
                    char *name) MUST_CHECK;

/*
 * Maps the segments of IMAGE into SPACE, and clears what is beyond the file.
 * Errors: -ENOMEM; -EACCES.
 */
int elf_map(struct inode *inode, const struct elf_image *image,
            struct space *space) MUST_CHECK;
/* Says where the program's code and data are, and sets the break behind them. */
void elf_note_layout(const struct elf_image *image, struct space *space);
