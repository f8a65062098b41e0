/* SPDX-License-Identifier: MIT */
/*
 * A program whose file ends before the page in which its .bss begins was refused with
 * ENOMEM; it is noticed too late for that, and SIGSEGV ends the process (execve(2)).
 */
#include "../elf_image.h"

enum { BASE = 0x08048000, READABLE = 5, WRITABLE = 7 };

/* A program of one page of file, that says it had FILE bytes of it and MEMORY in all. */
static int run(unsigned int flags, unsigned int file, unsigned int memory)
{
    unsigned char image[ELF_BYTES];

    elf_make(image, 2, BASE, elf_exits, sizeof elf_exits);
    elf_put(image + ELF_FLAGS, 4, flags);
    elf_put(image + ELF_FILESZ, 4, file);
    elf_put(image + ELF_MEMSZ, 4, memory);
    return elf_run(image);
}

int main(void)
{
    plan(4);
    is(run(WRITABLE, 0x800, 0x2800), ELF_RUNS, "all there: it runs");
    is(run(WRITABLE, 0x2300, 0x2800), ELF_DIES, "cut short: it dies");
    is(run(WRITABLE, 0x2300, 0x2300), ELF_RUNS, "without a .bss nobody looks");
    is(run(READABLE, 0x2300, 0x2300), ELF_RUNS, "nor where it is not writable");
    return done();
}
