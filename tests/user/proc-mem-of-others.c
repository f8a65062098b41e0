/* SPDX-License-Identifier: MIT */
/* /proc/[pid]/mem of a child: what it has, until it ends. */
#define _FILE_OFFSET_BITS 64
#include "tap.h"

int main(void)
{
    static volatile int word = 1;
    int go[2], value = 0;
    off_t at = (off_t)(uintptr_t)&word;
    char path[64], c;

    plan(6);
    must(pipe(go));
    pid_t child = fork();
    if (child == 0) {
        while (read(go[0], &c, 1) != 1)
            ;
        _exit(word);
    }
    snprintf(path, sizeof path, "/proc/%d/mem", (int)child);
    int mem = (int)must(open(path, O_RDWR));
    is(pread(mem, &value, sizeof value, at), sizeof value, "a child's is read");
    is(value, 1, "as it is there");
    value = 42;
    is(pwrite(mem, &value, sizeof value, at), sizeof value, "and written");
    is(word, 1, "which is not one's own");
    must(write(go[1], "", 1));
    int status = 0;
    must(waitpid(child, &status, 0));
    is(WEXITSTATUS(status), 42, "the child saw it");
    is(pread(mem, &value, sizeof value, at), 0, "nothing is left of one that ended");
    return done();
}
