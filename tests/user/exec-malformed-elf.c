/* SPDX-License-Identifier: MIT */
/*
 * Programs with one field of their ELF headers changed (elf(5)).  A bad header is
 * refused with ENOEXEC; a bad segment is noticed when it is too late for that, and
 * SIGSEGV ends the process (execve(2)); and some fields nobody looks at.
 */
#include "elf_image.h"

enum { RUNS = 0, REFUSED = ENOEXEC, DIES = -SIGSEGV };

#define BASE 0x08048000u

static const struct {
    const char *name;
    unsigned int offset, bytes, value;
    int result;
} cases[] = {
    {"as it should be", ELF_CLASS, 1, 1, RUNS},
    {"no magic number", 0, 1, 0, REFUSED},
    {"another class", ELF_CLASS, 1, 2, RUNS},
    {"no byte order", ELF_DATA, 1, 0, RUNS},
    {"no version", ELF_VERSION, 1, 0, RUNS},
    {"another system", ELF_ABI, 1, 9, RUNS},
    {"an object file", ELF_TYPE, 2, 1, REFUSED},
    {"a core file", ELF_TYPE, 2, 4, REFUSED},
    {"no machine", ELF_MACHINE, 2, 0, REFUSED},
    {"a 486", ELF_MACHINE, 2, 6, RUNS},
    {"no second version", ELF_VERSION_2, 4, 0, RUNS},
    {"no header size", ELF_EHSIZE, 2, 0, RUNS},
    {"no program header", ELF_PHNUM, 2, 0, REFUSED},
    {"very many program headers", ELF_PHNUM, 2, 65535, REFUSED},
    {"small program headers", ELF_PHENTSIZE, 2, 31, REFUSED},
    {"large program headers", ELF_PHENTSIZE, 2, 56, REFUSED},
    {"program headers beyond the file", ELF_PHOFF, 4, 0x10000, REFUSED},
    {"program headers half in the file", ELF_PHOFF, 4, ELF_BYTES - 16, REFUSED},
    {"program headers elsewhere", ELF_PHOFF, 4, 0x400, DIES},
    {"an entry in the kernel", ELF_ENTRY, 4, 0xfffff000, DIES},
    {"an entry where nothing is", ELF_ENTRY, 4, 0x20000000, DIES},
    {"nothing to load", ELF_SEGMENT, 4, 4, DIES},
    {"a segment in the kernel", ELF_VADDR, 4, 0xfffff000, DIES},
    {"a segment that wraps round", ELF_MEMSZ, 4, 0xffffffff, DIES},
    {"an empty segment", ELF_MEMSZ, 4, 0, DIES},
    {"more in the file than in memory", ELF_MEMSZ, 4, 0x100, DIES},
    {"another place in the page", ELF_VADDR, 4, BASE + 0x100, DIES},
    {"another place in the file's page", ELF_OFFSET, 4, 0x100, DIES},
    {"less of the file than of memory", ELF_FILESZ, 4, 0x280, RUNS},
    {"an odd alignment", ELF_ALIGN, 4, 3, RUNS},
};
enum { CASES = sizeof cases / sizeof cases[0] };

/* Returns: RUNS, DIES, or the error of execve(). */
static int image_run(const unsigned char *image)
{
    int status;

    elf_write("program", image, ELF_BYTES);
    status = child_run(elf_child_execs, NULL);
    if (WIFSIGNALED(status))
        return -WTERMSIG(status);
    return WEXITSTATUS(status) == ELF_EXIT_STATUS ? RUNS : WEXITSTATUS(status);
}

int main(void)
{
    unsigned char image[ELF_BYTES];

    plan(CASES);
    for (int i = 0; i < CASES; i++) {
        elf_make(image, 2, BASE, elf_exits, sizeof elf_exits);
        elf_put(image + cases[i].offset, cases[i].bytes, cases[i].value);
        is(image_run(image), cases[i].result, cases[i].name);
    }
    unlink("program");
    return done();
}
