/* SPDX-License-Identifier: MIT */
/*
 * Programs with one field of their ELF headers changed (elf(5)).  A bad header is
 * refused with ENOEXEC; a bad segment is noticed when it is too late for that, and
 * SIGSEGV ends the process (execve(2)); and some fields nobody looks at.
 */
#include "tap.h"

enum { RUNS = 0, REFUSED = ENOEXEC, DIES = -SIGSEGV, EXIT_STATUS = 77 };

/* Offsets in the file: the header, the one program header behind it, the code. */
enum {
    CLASS = 4, DATA = 5, VERSION = 6, ABI = 7, TYPE = 16, MACHINE = 18,
    VERSION_2 = 20, ENTRY = 24, PHOFF = 28, EHSIZE = 40, PHENTSIZE = 42,
    PHNUM = 44, SEGMENT = 52, OFFSET = SEGMENT + 4, VADDR = SEGMENT + 8,
    FILESZ = SEGMENT + 16, MEMSZ = SEGMENT + 20, ALIGN = SEGMENT + 28,
    CODE = 0x200, FILE_BYTES = 0x1000
};
#define BASE 0x08048000u

static const struct {
    const char *name;
    unsigned int offset, bytes, value;
    int result;
} cases[] = {
    {"as it should be", CLASS, 1, 1, RUNS},
    {"no magic number", 0, 1, 0, REFUSED},
    {"another class", CLASS, 1, 2, RUNS},
    {"no byte order", DATA, 1, 0, RUNS},
    {"no version", VERSION, 1, 0, RUNS},
    {"another system", ABI, 1, 9, RUNS},
    {"an object file", TYPE, 2, 1, REFUSED},
    {"a core file", TYPE, 2, 4, REFUSED},
    {"no machine", MACHINE, 2, 0, REFUSED},
    {"a 486", MACHINE, 2, 6, RUNS},
    {"no second version", VERSION_2, 4, 0, RUNS},
    {"no header size", EHSIZE, 2, 0, RUNS},
    {"no program header", PHNUM, 2, 0, REFUSED},
    {"very many program headers", PHNUM, 2, 65535, REFUSED},
    {"small program headers", PHENTSIZE, 2, 31, REFUSED},
    {"large program headers", PHENTSIZE, 2, 56, REFUSED},
    {"program headers beyond the file", PHOFF, 4, 0x10000, REFUSED},
    {"program headers half in the file", PHOFF, 4, FILE_BYTES - 16, REFUSED},
    {"program headers elsewhere", PHOFF, 4, 0x400, DIES},
    {"an entry in the kernel", ENTRY, 4, 0xfffff000, DIES},
    {"an entry where nothing is", ENTRY, 4, 0x20000000, DIES},
    {"nothing to load", SEGMENT, 4, 4, DIES},
    {"a segment in the kernel", VADDR, 4, 0xfffff000, DIES},
    {"a segment that wraps round", MEMSZ, 4, 0xffffffff, DIES},
    {"an empty segment", MEMSZ, 4, 0, DIES},
    {"more in the file than in memory", MEMSZ, 4, 0x100, DIES},
    {"another place in the page", VADDR, 4, BASE + 0x100, DIES},
    {"another place in the file's page", OFFSET, 4, 0x100, DIES},
    {"less of the file than of memory", FILESZ, 4, 0x280, RUNS},
    {"an odd alignment", ALIGN, 4, 3, RUNS},
};
enum { CASES = sizeof cases / sizeof cases[0] };

static void put(unsigned char *at, unsigned int bytes, unsigned int value)
{
    for (; bytes > 0; bytes--, value >>= 8)
        *at++ = (unsigned char)value;
}

/* exit(EXIT_STATUS), as a program. */
static void image_make(unsigned char *image)
{
    static const unsigned char code[] = {0xb8, 1, 0, 0, 0, 0xbb, EXIT_STATUS, 0,
                                         0, 0, 0xcd, 0x80};

    memset(image, 0, FILE_BYTES);
    memcpy(image, "\177ELF\1\1\1", 7);
    put(image + TYPE, 2, 2);
    put(image + MACHINE, 2, 3);
    put(image + VERSION_2, 4, 1);
    put(image + ENTRY, 4, BASE + CODE);
    put(image + PHOFF, 4, SEGMENT);
    put(image + EHSIZE, 2, SEGMENT);
    put(image + PHENTSIZE, 2, 32);
    put(image + PHNUM, 2, 1);
    put(image + SEGMENT, 4, 1);
    put(image + VADDR, 4, BASE);
    put(image + FILESZ, 4, 0x300);
    put(image + MEMSZ, 4, 0x300);
    put(image + SEGMENT + 24, 4, 5);
    put(image + ALIGN, 4, 0x1000);
    memcpy(image + CODE, code, sizeof code);
}

static int child_execs(void *unused)
{
    char *args[] = {(char *)"program", NULL};

    (void)unused;
    execv("program", args);
    return errno;
}

/* Returns: RUNS, DIES, or the error of execve(). */
static int image_run(const unsigned char *image)
{
    int fd = (int)must(open("program", O_WRONLY | O_CREAT | O_TRUNC, 0755));
    int status;

    must(write(fd, image, FILE_BYTES));
    close(fd);
    status = child_run(child_execs, NULL);
    if (WIFSIGNALED(status))
        return -WTERMSIG(status);
    return WEXITSTATUS(status) == EXIT_STATUS ? RUNS : WEXITSTATUS(status);
}

int main(void)
{
    unsigned char image[FILE_BYTES];

    plan(CASES);
    for (int i = 0; i < CASES; i++) {
        image_make(image);
        put(image + cases[i].offset, cases[i].bytes, cases[i].value);
        is(image_run(image), cases[i].result, cases[i].name);
    }
    unlink("program");
    return done();
}
