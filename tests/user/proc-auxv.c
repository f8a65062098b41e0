/* SPDX-License-Identifier: MIT */
/* /proc/[pid]/auxv is the auxiliary vector that the program began with: proc(5). */
#include "tap.h"

enum { AT_NULL = 0, AT_PAGESZ = 6 }; /* getauxval(3) */

extern char **environ;

int main(void)
{
    static uint32_t file[512];
    const uint32_t *stack;
    struct stat st;
    char **at = environ;
    int pairs = 0, pagesz = 0, fd;

    plan(5);
    while (*at)
        at++;
    stack = (const uint32_t *)(at + 1);
    while (stack[2 * pairs] != AT_NULL)
        pairs++;
    fd = (int)must(open("/proc/self/auxv", O_RDONLY));
    ssize_t len = must(read(fd, file, sizeof file));
    ok(len >= (pairs + 1) * 8 && len % 8 == 0, "it is pairs of words");
    ok(memcmp(file, stack, (size_t)pairs * 8) == 0, "the same as on the stack");
    is(file[2 * pairs], AT_NULL, "with an end");
    for (int i = 0; i < pairs; i++)
        if (file[2 * i] == AT_PAGESZ)
            pagesz = (int)file[2 * i + 1];
    is(pagesz, sysconf(_SC_PAGESIZE), "the page size is in it");
    must(stat("/proc/self/auxv", &st));
    is(st.st_mode, S_IFREG | S_IRUSR, "only the owner may read it");
    return done();
}
