/* SPDX-License-Identifier: MIT */
/*
 * When a mapped file becomes shorter, what lies beyond its new end is gone from
 * the mappings at once: SIGBUS, in private ones too, changed pages included; the
 * rest of the last page reads as zeros.  When it grows again there are zeros.
 */
#include "tap.h"

#include <setjmp.h>
#include <sys/mman.h>

enum { PAGE = 4096, LEN = 3 * PAGE, RW = PROT_READ | PROT_WRITE };

static sigjmp_buf back;
static volatile int caught_code;

static void on_bus(int sig, siginfo_t *info, void *context)
{
    (void)sig, (void)context;
    caught_code = info->si_code;
    siglongjmp(back, 1);
}

/* The code of the SIGBUS that reading ADDR causes, or 0. */
static int bus_code(volatile char *addr)
{
    caught_code = 0;
    if (sigsetjmp(back, 1) == 0)
        (void)*addr;
    return caught_code;
}

int main(void)
{
    struct sigaction act = {.sa_flags = SA_SIGINFO, .sa_sigaction = on_bus};
    char path[] = "/tmp/mmap-truncated-XXXXXX";
    int fd = must(mkstemp(path));
    char *shared, *private;

    plan(9);
    must(unlink(path));
    must(sigaction(SIGBUS, &act, NULL));
    must(ftruncate(fd, LEN));
    shared = mmap(NULL, LEN, RW, MAP_SHARED, fd, 0);
    private = mmap(NULL, LEN, RW, MAP_PRIVATE, fd, 0);
    memset(shared, 's', LEN);
    private[2 * PAGE] = 'p';
    is(bus_code(shared + 2 * PAGE), 0, "all pages are there");
    must(ftruncate(fd, PAGE + 100));
    is(bus_code(shared + 2 * PAGE), BUS_ADRERR, "SIGBUS behind the new end");
    is(bus_code(private + 2 * PAGE), BUS_ADRERR, "in a private one's own page");
    is(bus_code(shared + PAGE), 0, "the last page stays");
    ok(shared[PAGE + 99] == 's' && shared[PAGE + 100] == 0,
       "cut at the end");
    must(ftruncate(fd, LEN));
    is(bus_code(shared + 2 * PAGE), 0, "grown again, it can be read");
    is(shared[2 * PAGE], 0, "as zeros");
    is(private[2 * PAGE], 0, "in the private one too");
    must(ftruncate(fd, 0));
    is(write(STDOUT_FILENO, shared, 1) == -1 ? errno : 0, EFAULT,
       "a call that is given such an address: EFAULT");
    return done();
}
