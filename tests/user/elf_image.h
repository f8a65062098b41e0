/* SPDX-License-Identifier: MIT */
/*
 * A small program made by a test itself: an ELF file of one page, whose only segment
 * has the headers and the code (elf(5)).
 */
#pragma once

#include "tap.h"

/* Offsets in the file: the header, the one program header behind it, the code. */
enum {
    ELF_CLASS = 4, ELF_DATA = 5, ELF_VERSION = 6, ELF_ABI = 7, ELF_TYPE = 16,
    ELF_MACHINE = 18, ELF_VERSION_2 = 20, ELF_ENTRY = 24, ELF_PHOFF = 28,
    ELF_EHSIZE = 40, ELF_PHENTSIZE = 42, ELF_PHNUM = 44, ELF_SEGMENT = 52,
    SEGMENT_BYTES = 32, ELF_OFFSET = ELF_SEGMENT + 4, ELF_VADDR = ELF_SEGMENT + 8,
    ELF_FILESZ = ELF_SEGMENT + 16, ELF_MEMSZ = ELF_SEGMENT + 20,
    ELF_FLAGS = ELF_SEGMENT + 24, ELF_ALIGN = ELF_SEGMENT + 28, ELF_CODE = 0x200,
    ELF_BYTES = 0x1000
};

static inline void elf_put(unsigned char *at, unsigned int bytes,
                           unsigned int value)
{
    for (; bytes > 0; bytes--, value >>= 8)
        *at++ = (unsigned char)value;
}

/* Makes IMAGE the program CODE of TYPE 2 (ET_EXEC) or 3 (ET_DYN) at BASE. */
static inline void elf_make(unsigned char *image, unsigned int type,
                            unsigned int base, const void *code, size_t len)
{
    memset(image, 0, ELF_BYTES);
    memcpy(image, "\177ELF\1\1\1", 7);
    elf_put(image + ELF_TYPE, 2, type);
    elf_put(image + ELF_MACHINE, 2, 3);
    elf_put(image + ELF_VERSION_2, 4, 1);
    elf_put(image + ELF_ENTRY, 4, base + ELF_CODE);
    elf_put(image + ELF_PHOFF, 4, ELF_SEGMENT);
    elf_put(image + ELF_EHSIZE, 2, ELF_SEGMENT);
    elf_put(image + ELF_PHENTSIZE, 2, SEGMENT_BYTES);
    elf_put(image + ELF_PHNUM, 2, 1);
    elf_put(image + ELF_SEGMENT, 4, 1);
    elf_put(image + ELF_VADDR, 4, base);
    elf_put(image + ELF_FILESZ, 4, 0x300);
    elf_put(image + ELF_MEMSZ, 4, 0x300);
    elf_put(image + ELF_FLAGS, 4, 5);
    elf_put(image + ELF_ALIGN, 4, 0x1000);
    memcpy(image + ELF_CODE, code, len);
}

/* Writes LEN bytes of IMAGE to the program NAME. */
static inline void elf_write(const char *name, const unsigned char *image,
                             size_t len)
{
    int fd = (int)must(open(name, O_WRONLY | O_CREAT | O_TRUNC, 0755));

    if (write(fd, image, len) != (ssize_t)len)
        tap_bail("write");
    close(fd);
}

enum { ELF_EXIT_STATUS = 77 };

/* exit(ELF_EXIT_STATUS), as CODE for elf_make(). */
static const unsigned char elf_exits[] = {0xb8, 1, 0, 0, 0, 0xbb, ELF_EXIT_STATUS, 0,
                                          0, 0, 0xcd, 0x80};

/* Becomes the file "program". Returns: the error of execve(). */
static inline int elf_child_execs(void *unused)
{
    char *args[] = {(char *)"program", NULL};

    (void)unused;
    execv("program", args);
    return errno;
}

enum { ELF_RUNS = 0, ELF_REFUSED = ENOEXEC, ELF_DIES = -SIGSEGV };

/* Has a child execute IMAGE, a page that exits with ELF_EXIT_STATUS. Returns: ELF_RUNS
 * if it does, the error of execve(), or less than 0: the signal that ended it. */
static inline int elf_run(const unsigned char *image)
{
    int status;

    elf_write("program", image, ELF_BYTES);
    status = child_run(elf_child_execs, NULL);
    unlink("program");
    if (WIFSIGNALED(status))
        return -WTERMSIG(status);
    return WEXITSTATUS(status) == ELF_EXIT_STATUS ? ELF_RUNS : WEXITSTATUS(status);
}
