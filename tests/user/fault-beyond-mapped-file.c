/* SPDX-License-Identifier: MIT */
/*
 * A mapping's pages that lie wholly beyond the end of its file are SIGBUS
 * with BUS_ADRERR (mmap(2), errors).
 */
#include "tap.h"

#include <setjmp.h>
#include <sys/mman.h>

enum { PAGE = 4096 };

static sigjmp_buf back;
static siginfo_t info;

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    siglongjmp(back, 1);
}

static int child_reads(void *at)
{
    return *(volatile char *)at;
}

int main(void)
{
    struct sigaction act;
    volatile char *memory;
    int fd;

    plan(5);
    file_write("file", "short");
    fd = (int)must(open("file", O_RDWR));
    memory = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    is(memory[0], 's', "the file's own page");
    ok(killed_by(child_run(child_reads, (void *)(memory + PAGE)), SIGBUS),
       "the page behind it: SIGBUS");
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGBUS, &act, NULL));
    if (sigsetjmp(back, 1) == 0)
        memory[PAGE + 8] = 1;
    is(info.si_signo, SIGBUS, "a handler gets SIGBUS");
    is(info.si_code, BUS_ADRERR, "BUS_ADRERR");
    is((long)info.si_addr, (long)(memory + PAGE + 8), "and the address");
    return done();
}
