/* SPDX-License-Identifier: MIT */
/*
 * Writing to the program's text or constants is SIGSEGV with SEGV_ACCERR,
 * and so is any access to what mprotect() took away (mprotect(2)).
 */
#include "tap.h"

#include <setjmp.h>
#include <sys/mman.h>

enum { PAGE = 4096 };

static sigjmp_buf back;
static siginfo_t info;
static const char constant[] = "constant";

static void on_fault(int sig, siginfo_t *si, void *context)
{
    (void)sig;
    (void)context;
    info = *si;
    siglongjmp(back, 1);
}

/* Touches AT; returns si_code of the fault, 0 if there was none. */
static int fault_code(volatile char *at, bool is_write)
{
    memset(&info, 0, sizeof info);
    if (sigsetjmp(back, 1) != 0)
        return info.si_addr == (void *)at ? info.si_code : -1;
    if (is_write)
        *at = 1;
    else
        (void)*at;
    return 0;
}

int main(void)
{
    volatile char *text, *page;
    struct sigaction act;
    uintptr_t address;

    plan(11);
    memset(&act, 0, sizeof act);
    act.sa_sigaction = on_fault;
    act.sa_flags = SA_SIGINFO;
    sigemptyset(&act.sa_mask);
    must(sigaction(SIGSEGV, &act, NULL));
    address = (uintptr_t)&main;
    text = (volatile char *)address;
    address = (uintptr_t)constant;
    is(fault_code(text, false), 0, "text may be read");
    is(fault_code(text, true), SEGV_ACCERR, "but not written");
    is(fault_code((volatile char *)address, true), SEGV_ACCERR,
       "nor may a constant");
    page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    is(fault_code(page, true), 0, "a writable page");
    must(mprotect((void *)page, PAGE, PROT_READ));
    is(fault_code(page, true), SEGV_ACCERR, "is not after PROT_READ");
    is(*page, 1, "but may be read");
    must(mprotect((void *)page, PAGE, PROT_NONE));
    is(fault_code(page, false), SEGV_ACCERR, "PROT_NONE forbids reading");
    must(mprotect((void *)page, PAGE, PROT_READ | PROT_WRITE));
    is(fault_code(page, true), 0, "and all is allowed again");
    must(munmap((void *)page, PAGE));
    is(fault_code(page, false), SEGV_MAPERR, "unmapped: SEGV_MAPERR");
    is(fault_code((volatile char *)0xfffffff0, false) != 0, 1,
       "the top of the address space is not ours");
    address = (uintptr_t)-1;
    is(fault_code((volatile char *)address, true) != 0, 1,
       "nor its very last byte");
    return done();
}
