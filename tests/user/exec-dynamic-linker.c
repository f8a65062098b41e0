/* SPDX-License-Identifier: MIT */
/*
 * A program with a PT_INTERP segment (elf(5)): the dynamic linker named there is
 * loaded beside it and runs first, told by the auxiliary vector where both are.
 * What is wrong with the name or the file is the error of execve, as long as the old
 * program is still there.
 */
#include "elf_image.h"

/* Of the auxiliary vector: getauxval(3). */
enum { AUX_PHDR = 3, AUX_PHNUM = 5, AUX_BASE = 7, AUX_ENTRY = 9 };

enum {
    RUNS = 0, DIES = -SIGSEGV, LINKER_STATUS = 77, PROGRAM_STATUS = 11,
    EXEC = 2, DYN = 3, NAME = 0x400, PROGRAM_BASE = 0x20000000,
    OTHER_BASE = 0x30000000, CALL_BYTES = 5, DUMP_WORDS = 64
};

/* exit(PROGRAM_STATUS): what the linker would run. */
static const unsigned char program_code[] = {
    0xb8, 1, 0, 0, 0, 0xbb, PROGRAM_STATUS, 0, 0, 0, 0xcd, 0x80};
/* call 1f; 1: write(1, esp, 256); exit(LINKER_STATUS): shows where it is, and what it
 * finds on its stack. */
static const unsigned char linker_code[] = {
    0xe8, 0, 0, 0, 0, 0xb8, 4, 0, 0, 0, 0xbb, 1, 0, 0, 0, 0x89, 0xe1, 0xba,
    0, 1, 0, 0, 0xcd, 0x80, 0xb8, 1, 0, 0, 0, 0xbb, LINKER_STATUS, 0, 0, 0,
    0xcd, 0x80};

/* The program's: where the linker's name is, how long; the linker's: a field. */
static const struct {
    const char *what, *name;
    unsigned int offset, bytes;
    unsigned int field, field_bytes, value, linker_bytes;
    int result;
} cases[] = {
    {"a linker", "./linker", NAME, 9, ELF_CLASS, 1, 1, ELF_BYTES, RUNS},
    {"found from the directory", "linker", NAME, 7, ELF_CLASS, 1, 1, ELF_BYTES, RUNS},
    {"zeros behind the name", "linker", NAME, 99, ELF_CLASS, 1, 1, ELF_BYTES, RUNS},
    {"no such file", "missing", NAME, 8, ELF_CLASS, 1, 1, ELF_BYTES, ENOENT},
    {"below a file", "linker/x", NAME, 9, ELF_CLASS, 1, 1, ELF_BYTES, ENOTDIR},
    {"a directory", "/", NAME, 2, ELF_CLASS, 1, 1, ELF_BYTES, EACCES},
    {"no NUL", "linker", NAME, 6, ELF_CLASS, 1, 1, ELF_BYTES, ENOEXEC},
    {"an empty name", "", NAME, 1, ELF_CLASS, 1, 1, ELF_BYTES, ENOEXEC},
    {"no name", "", NAME, 0, ELF_CLASS, 1, 1, ELF_BYTES, ENOEXEC},
    {"a name of 4097 bytes", "linker", NAME, 4097, ELF_CLASS, 1, 1, ELF_BYTES, ENOEXEC},
    {"a name that the file ends in", "linker", NAME, 4096, ELF_CLASS, 1, 1, ELF_BYTES, EIO},
    {"a name beyond the file", "linker", 0x5000, 7, ELF_CLASS, 1, 1, ELF_BYTES, EIO},
    {"no magic number", "linker", NAME, 7, 0, 1, 0, ELF_BYTES, ELIBBAD},
    {"another machine", "linker", NAME, 7, ELF_MACHINE, 2, 62, ELF_BYTES, ELIBBAD},
    {"no program header", "linker", NAME, 7, ELF_PHNUM, 2, 0, ELF_BYTES, ELIBBAD},
    {"small ones", "linker", NAME, 7, ELF_PHENTSIZE, 2, 31, ELF_BYTES, ELIBBAD},
    {"beyond the file", "linker", NAME, 7, ELF_PHOFF, 4, 0x5000, ELF_BYTES, ELIBBAD},
    {"a script", "linker", NAME, 7, 0, 4, 0x2f2f2123, ELF_BYTES, ELIBBAD},
    {"half a header", "linker", NAME, 7, ELF_CLASS, 1, 1, 30, EIO},
    {"an empty file", "linker", NAME, 7, ELF_CLASS, 1, 1, 0, EIO},
    {"an object file", "linker", NAME, 7, ELF_TYPE, 2, 1, ELF_BYTES, DIES},
    {"a core file", "linker", NAME, 7, ELF_TYPE, 2, 4, ELF_BYTES, DIES},
    {"nothing to load", "linker", NAME, 7, ELF_SEGMENT, 4, 4, ELF_BYTES, DIES},
    {"a segment too small", "linker", NAME, 7, ELF_MEMSZ, 4, 9, ELF_BYTES, DIES},
    {"an entry where nothing is", "linker", NAME, 7, ELF_ENTRY, 4, 0x100000, ELF_BYTES, DIES},
};
enum { CASES = sizeof cases / sizeof cases[0] };

/* The program of TYPE, whose linker's NAME has BYTES at OFFSET. */
static void program_make(unsigned int type, const char *name,
                         unsigned int offset, unsigned int bytes)
{
    unsigned char image[ELF_BYTES], *segment = image + ELF_SEGMENT;

    elf_make(image, type, type == EXEC ? PROGRAM_BASE : 0, program_code,
             sizeof program_code);
    memcpy(segment + SEGMENT_BYTES, segment, SEGMENT_BYTES);
    memset(segment, 0, SEGMENT_BYTES);
    elf_put(image + ELF_PHNUM, 2, 2);
    elf_put(segment, 4, 3);
    elf_put(image + ELF_OFFSET, 4, offset);
    elf_put(image + ELF_FILESZ, 4, bytes);
    strcpy((char *)image + NAME, name);
    elf_write("program", image, ELF_BYTES);
}

static int child_execs(void *out)
{
    char room[4 * DUMP_WORDS + 1];
    char *args[] = {(char *)"program", room, NULL}, *env[] = {NULL};

    memset(room, 'x', sizeof room - 1);
    room[sizeof room - 1] = '\0';
    dup2(*(int *)out, STDOUT_FILENO);
    execve("program", args, env);
    return errno;
}

/* Returns: RUNS, DIES, or the error of execve(); in DUMP, what the linker said. */
static int program_run(unsigned long *dump)
{
    int ends[2], status;

    must(pipe(ends));
    status = child_run(child_execs, &ends[1]);
    close(ends[1]);
    memset(dump, 0, DUMP_WORDS * sizeof *dump);
    must(read(ends[0], dump, DUMP_WORDS * sizeof *dump));
    close(ends[0]);
    if (WIFSIGNALED(status))
        return -WTERMSIG(status);
    return WEXITSTATUS(status) == LINKER_STATUS ? RUNS : WEXITSTATUS(status);
}

/* What the vector in DUMP says of TYPE: behind the place, argc, two and no strings. */
static unsigned long auxv_find(const unsigned long *dump, unsigned long type)
{
    for (int i = 6; i < DUMP_WORDS; i += 2) {
        if (dump[i] == type)
            return dump[i + 1];
    }
    return ~0ul;
}

static void linker_make(unsigned int type, unsigned int base)
{
    unsigned char image[ELF_BYTES];

    elf_make(image, type, base, linker_code, sizeof linker_code);
    elf_write("linker", image, ELF_BYTES);
}

/* Where program and linker are, and what the linker is told. */
static void check_places(void)
{
    unsigned long dump[DUMP_WORDS], start, entry;

    linker_make(DYN, 0);
    program_make(EXEC, "linker", NAME, 7);
    is(program_run(dump), RUNS, "the linker runs");
    start = dump[0] - CALL_BYTES - ELF_CODE;
    is(start % 0x1000, 0, "at a page of its own");
    is(auxv_find(dump, AUX_BASE), start, "AT_BASE: where it is");
    is(auxv_find(dump, AUX_ENTRY), PROGRAM_BASE + ELF_CODE, "AT_ENTRY: the program's");
    is(auxv_find(dump, AUX_PHDR), PROGRAM_BASE + ELF_SEGMENT, "AT_PHDR");
    is(auxv_find(dump, AUX_PHNUM), 2, "AT_PHNUM");
    is(dump[1], 2, "argc");
    program_make(DYN, "linker", NAME, 7);
    is(program_run(dump), RUNS, "also of a program that can be anywhere");
    entry = auxv_find(dump, AUX_ENTRY);
    is(entry % 0x1000, ELF_CODE, "which is at a page too");
    is(auxv_find(dump, AUX_PHDR), entry - ELF_CODE + ELF_SEGMENT, "with its headers");
    ok(entry - ELF_CODE != auxv_find(dump, AUX_BASE), "and another one");
    linker_make(EXEC, OTHER_BASE);
    is(program_run(dump), RUNS, "a linker with a fixed place");
    is(dump[0], OTHER_BASE + ELF_CODE + CALL_BYTES, "is there");
    is(auxv_find(dump, AUX_BASE), 0, "AT_BASE: not moved");
}

static void check_rights(void)
{
    unsigned long dump[DUMP_WORDS];
    int fd = (int)must(open("linker", O_WRONLY));

    is(program_run(dump), ETXTBSY, "a linker open for writing");
    close(fd);
    must(chmod("linker", 0600));
    is(program_run(dump), EACCES, "one that may not be executed");
    must(chmod("linker", 0100));
    is(program_run(dump), RUNS, "one that may not be read");
    must(chmod("linker", 0700));
    program_make(EXEC, "linker", NAME, 7);
    is(program_run(dump), RUNS, "as before");
}

int main(void)
{
    unsigned long dump[DUMP_WORDS];
    unsigned char image[ELF_BYTES];

    plan(CASES + 14 + 4);
    for (int i = 0; i < CASES; i++) {
        elf_make(image, DYN, 0, linker_code, sizeof linker_code);
        elf_put(image + cases[i].field, cases[i].field_bytes, cases[i].value);
        elf_write("linker", image, cases[i].linker_bytes);
        program_make(EXEC, cases[i].name, cases[i].offset, cases[i].bytes);
        is(program_run(dump), cases[i].result, cases[i].what);
    }
    check_places();
    check_rights();
    unlink("program");
    unlink("linker");
    return done();
}
