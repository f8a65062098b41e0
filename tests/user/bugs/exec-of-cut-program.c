/* SPDX-License-Identifier: MIT */
/*
 * A program whose file ends before the page in which its .bss begins was refused with
 * ENOMEM; it is noticed too late for that, and SIGSEGV ends the process (execve(2)).
 */
#include "../elf_image.h"

enum { BASE = 0x08048000, FLAGS = ELF_SEGMENT + 24, WRITABLE = 7 };

/* A program of one page of file, that says it had FILE bytes of it and MEMORY in all. */
static int run(unsigned int flags, unsigned int file, unsigned int memory)
{
    unsigned char image[ELF_BYTES];

    elf_make(image, 2, BASE, elf_exits, sizeof elf_exits);
    elf_put(image + FLAGS, 4, flags);
    elf_put(image + ELF_FILESZ, 4, file);
    elf_put(image + ELF_MEMSZ, 4, memory);
    elf_write("program", image, ELF_BYTES);
    return child_run(elf_child_execs, NULL);
}

int main(void)
{
    plan(4);
    ok(exited_with(run(WRITABLE, 0x800, 0x2800), ELF_EXIT_STATUS), "all there: it runs");
    ok(killed_by(run(WRITABLE, 0x2300, 0x2800), SIGSEGV), "cut short: it dies");
    ok(exited_with(run(WRITABLE, 0x2300, 0x2300), ELF_EXIT_STATUS),
       "without a .bss nobody looks");
    ok(exited_with(run(5, 0x2300, 0x2300), ELF_EXIT_STATUS), "nor where it is not writable");
    unlink("program");
    return done();
}
