/* SPDX-License-Identifier: MIT */
/*
 * Programs with one field of their ELF headers changed (elf(5)).  A bad header is
 * refused with ENOEXEC; a bad segment is noticed when it is too late for that, and
 * SIGSEGV ends the process (execve(2)); and some fields nobody looks at.
 */
#include "elf_image.h"

#define BASE 0x08048000u

static const struct {
    const char *name;
    unsigned int offset, bytes, value;
    int result;
} cases[] = {
    {"as it should be", ELF_CLASS, 1, 1, ELF_RUNS},
    {"no magic number", 0, 1, 0, ELF_REFUSED},
    {"another class", ELF_CLASS, 1, 2, ELF_RUNS},
    {"no byte order", ELF_DATA, 1, 0, ELF_RUNS},
    {"no version", ELF_VERSION, 1, 0, ELF_RUNS},
    {"another system", ELF_ABI, 1, 9, ELF_RUNS},
    {"an object file", ELF_TYPE, 2, 1, ELF_REFUSED},
    {"a core file", ELF_TYPE, 2, 4, ELF_REFUSED},
    {"no machine", ELF_MACHINE, 2, 0, ELF_REFUSED},
    {"a 486", ELF_MACHINE, 2, 6, ELF_RUNS},
    {"no second version", ELF_VERSION_2, 4, 0, ELF_RUNS},
    {"no header size", ELF_EHSIZE, 2, 0, ELF_RUNS},
    {"no program header", ELF_PHNUM, 2, 0, ELF_REFUSED},
    {"very many program headers", ELF_PHNUM, 2, 65535, ELF_REFUSED},
    {"small program headers", ELF_PHENTSIZE, 2, 31, ELF_REFUSED},
    {"large program headers", ELF_PHENTSIZE, 2, 56, ELF_REFUSED},
    {"program headers beyond the file", ELF_PHOFF, 4, 0x10000, ELF_REFUSED},
    {"program headers half in the file", ELF_PHOFF, 4, ELF_BYTES - 16, ELF_REFUSED},
    {"program headers elsewhere", ELF_PHOFF, 4, 0x400, ELF_DIES},
    {"an entry in the kernel", ELF_ENTRY, 4, 0xfffff000, ELF_DIES},
    {"an entry where nothing is", ELF_ENTRY, 4, 0x20000000, ELF_DIES},
    {"nothing to load", ELF_SEGMENT, 4, 4, ELF_DIES},
    {"a segment in the kernel", ELF_VADDR, 4, 0xfffff000, ELF_DIES},
    {"a segment that wraps round", ELF_MEMSZ, 4, 0xffffffff, ELF_DIES},
    {"an empty segment", ELF_MEMSZ, 4, 0, ELF_DIES},
    {"more in the file than in memory", ELF_MEMSZ, 4, 0x100, ELF_DIES},
    {"another place in the page", ELF_VADDR, 4, BASE + 0x100, ELF_DIES},
    {"another place in the file's page", ELF_OFFSET, 4, 0x100, ELF_DIES},
    {"less of the file than of memory", ELF_FILESZ, 4, 0x280, ELF_RUNS},
    {"an odd alignment", ELF_ALIGN, 4, 3, ELF_RUNS},
};
enum { CASES = sizeof cases / sizeof cases[0] };

int main(void)
{
    unsigned char image[ELF_BYTES];

    plan(CASES);
    for (int i = 0; i < CASES; i++) {
        elf_make(image, 2, BASE, elf_exits, sizeof elf_exits);
        elf_put(image + cases[i].offset, cases[i].bytes, cases[i].value);
        is(elf_run(image), cases[i].result, cases[i].name);
    }
    return done();
}
