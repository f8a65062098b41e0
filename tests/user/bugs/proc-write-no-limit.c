/* SPDX-License-Identifier: MIT */
/*
 * The limits on the size of files, RLIMIT_FSIZE and that of who opens without
 * O_LARGEFILE, held for the files of /proc, which take up no room.
 */
#include "../tap.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>

int main(void)
{
    const struct rlimit none = {0, RLIM_INFINITY};
    char on_stack[] = "hello";
    unsigned long at = (unsigned long)(uintptr_t)on_stack;

    plan(4);
    signal(SIGXFSZ, SIG_IGN);
    must(setrlimit(RLIMIT_FSIZE, &none));
    int comm = (int)must(open("/proc/self/comm", O_WRONLY));
    is(write(comm, "other", 5), 5, "a name is written");
    int file = (int)must(open("file", O_WRONLY | O_CREAT, 0600));
    fails(write(file, "x", 1), EFBIG, "while a file may not grow");
    int mem = (int)must(syscall(SYS_open, "/proc/self/mem", O_RDWR));
    is(syscall(SYS_pwrite64, mem, "J", 1, at, 0), 1, "memory far up is written");
    is_str(on_stack, "Jello", "and has changed");
    return done();
}
