/* SPDX-License-Identifier: MIT */
/*
 * Not a test: a program that does the wrong thing named by its argument, so
 * that others can see what the shell, or the kernel, says of it.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

static int dive_without_end(int depth)
{
    volatile char block[4096];

    block[0] = (char)depth;
    if (depth >= 0)
        depth = dive_without_end(depth + 1) + block[0];
    return depth;
}

enum { PIECE = 1 << 20 }; /* a MiB */

static void take_memory(unsigned long pieces)
{
    for (char *p = NULL; pieces > 0 && (p = malloc(PIECE)) != NULL; pieces--)
        memset(p, 1, PIECE);
}

/* Takes most of the memory, and keeps it. */
static void hold_memory(void)
{
    struct sysinfo info;

    if (sysinfo(&info) == 0)
        take_memory(info.totalram / 1024 * info.mem_unit / 1024 * 6 / 10);
    puts("held");
    fflush(stdout);
    pause();
}

/* Two calls that no kernel has, in several processes. */
static int call_unknown(void)
{
    for (int i = 0; i < 3; i++) {
        if (i > 0 && fork() != 0)
            wait(NULL);
        if (syscall(-1) != -1 || syscall(500) != -1)
            return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    volatile int *volatile nowhere = NULL;
    volatile int one = 1, zero = 0;
    const char *what = argc == 2 ? argv[1] : "";

    if (strcmp(what, "null") == 0)
        return *nowhere;
    if (strcmp(what, "hlt") == 0)
        __asm__ volatile("hlt");
    if (strcmp(what, "divide") == 0)
        return one / zero;
    if (strcmp(what, "stack") == 0)
        return dive_without_end(0);
    if (strcmp(what, "ud2") == 0)
        __asm__ volatile("ud2");
    if (strcmp(what, "int3") == 0)
        __asm__ volatile("int3");
    if (strcmp(what, "memory") == 0)
        take_memory(ULONG_MAX);
    if (strcmp(what, "hold") == 0)
        hold_memory();
    if (strcmp(what, "unknown") == 0)
        return call_unknown();
    fprintf(stderr, "usage: helper-fault "
                    "null|hlt|divide|stack|ud2|int3|memory|hold|unknown\n");
    return 2;
}
