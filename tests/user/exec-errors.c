/* SPDX-License-Identifier: MIT */
/*
 * A failing execve() returns with the reason, ENOENT, EACCES, ENOEXEC,
 * ENOTDIR or E2BIG, and the caller goes on unharmed (execve(2)).
 */
#include "tap.h"

enum { HUGE = 3 * 1024 * 1024 };

static int exec_it(const char *path)
{
    char *args[] = {(char *)"x", NULL};
    char *env[] = {NULL};

    return execve(path, args, env);
}

int main(int argc, char **argv)
{
    char *huge = malloc(HUGE);
    char *args[] = {(char *)"x", huge, NULL};
    char *env[] = {NULL};

    if (argc != 1)
        return 1;
    plan(9);
    file_write("no-x", "#!/bin/sh\n");
    file_write("text", "just some text, no program\n");
    file_write("empty", "");
    file_write("elf", "\177ELF and then nothing of the kind, for long enough "
               "that a header would fit here");
    must(chmod("text", 0755));
    must(chmod("empty", 0755));
    must(chmod("elf", 0755));
    must(mkdir("dir", 0755));
    fails(exec_it("missing"), ENOENT, "a missing file: ENOENT");
    fails(exec_it(""), ENOENT, "an empty name: ENOENT");
    fails(exec_it("no-x"), EACCES, "no permission bit x: EACCES");
    fails(exec_it("dir"), EACCES, "a directory: EACCES");
    fails(exec_it("text"), ENOEXEC, "neither ELF nor script: ENOEXEC");
    fails(exec_it("empty"), ENOEXEC, "an empty file: ENOEXEC");
    fails(exec_it("elf"), ENOEXEC, "a broken ELF header: ENOEXEC");
    fails(exec_it("text/x"), ENOTDIR, "a file used as directory: ENOTDIR");
    memset(huge, 'a', HUGE - 1);
    huge[HUGE - 1] = '\0';
    fails(execve(argv[0], args, env), E2BIG, "an argument of 3 MiB: E2BIG");
    return done();
}
