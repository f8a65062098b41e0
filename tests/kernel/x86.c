/* SPDX-License-Identifier: MIT */
/* Self-tests of x86/: kernel stacks, the exception table, clock and TLS. */
#include <asm/ldt.h>
#include <asm/signal.h>
#include <tine/errno.h>

#include "arch.h"
#include "debug/selftest.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/usercopy.h"
#include "x86/kstack.h"
#include "x86/trapframe.h"

#define UNMAPPED 0x20000000u

SELFTEST(kstack_is_found_from_any_address_in_it)
{
    struct proc *owner = (struct proc *)&owner; /* only compared */
    unsigned int before;
    vaddr_t top;

    cache_shrink();
    before = frame_count_free();
    top = kstack_alloc(owner);
    SELFTEST_CHECK(kstack_owner(top - 1) == owner);
    SELFTEST_CHECK(kstack_owner(top - KSTACK_BYTES / 2) == owner);
    SELFTEST_CHECK(kstack_is_guard(top - KSTACK_BYTES - PAGE_SIZE));
    SELFTEST_CHECK(!kstack_is_guard(top - 1));
    kstack_free(top);
    SELFTEST_CHECK(kstack_owner(top - 1) == NULL);
    SELFTEST_CHECK(kstack_alloc(owner) == top); /* recycled */
    kstack_free(top);
    cache_shrink();
    SELFTEST_CHECK(frame_count_free() == before);
}

/* The boot context has no user memory at all: every access must be refused. */
SELFTEST(usercopy_refuses_bad_addresses)
{
    char bytes[8] = "unhurt";

    SELFTEST_CHECK(user_read(bytes, UNMAPPED, sizeof(bytes)) == -EFAULT);
    SELFTEST_CHECK(user_write(UNMAPPED, bytes, sizeof(bytes)) == -EFAULT);
    SELFTEST_CHECK(user_clear(UNMAPPED, sizeof(bytes)) == -EFAULT);
    SELFTEST_CHECK(user_read_string(bytes, UNMAPPED, sizeof(bytes)) == -EFAULT);
    SELFTEST_CHECK(user_read(bytes, (uaddr_t)bytes, 1) == -EFAULT);
    SELFTEST_CHECK(user_read(bytes, 0, 0) == 0);
    SELFTEST_CHECK(user_read(bytes, 1, 0xFFFFFFFF) == -EFAULT);
    SELFTEST_CHECK(user_read_string(bytes, 0xFFFFFFFF, 8) == -EFAULT);
    SELFTEST_CHECK(strcmp(bytes, "unhurt") == 0);
}

SELFTEST(clock_goes_forward)
{
    uint64_t last = clock_now_ns();

    for (int i = 0; i < 10000; i++) {
        uint64_t now = clock_now_ns();

        SELFTEST_CHECK(now >= last);
        last = now;
    }
}

SELFTEST(trapframe_restore_cannot_gain_rights)
{
    struct sigcontext forged = { .cs = SELECTOR_KERNEL_CS,
                                 .ss = SELECTOR_KERNEL_DS,
                                 .eflags = 0xFFFFFFFF };
    struct trapframe frame;

    trapframe_start(&frame, UNMAPPED, UNMAPPED);
    trapframe_restore(&frame, &forged);
    SELFTEST_CHECK((frame.cs & SELECTOR_RPL_MASK) == SELECTOR_RPL_MASK);
    SELFTEST_CHECK((frame.ss & SELECTOR_RPL_MASK) == SELECTOR_RPL_MASK);
    SELFTEST_CHECK((frame.eflags & ~(uint32_t)EFLAGS_USER) ==
                   (EFLAGS_FIXED | EFLAGS_IF));
    forged.eflags = 0;
    trapframe_restore(&frame, &forged);
    SELFTEST_CHECK(frame.eflags == (EFLAGS_FIXED | EFLAGS_IF));
}

SELFTEST(tls_slots_are_three_and_checked)
{
    struct arch_proc ap = { .fpu = NULL };
    struct user_desc desc = { .limit = 0xFFFFF, .seg_32bit = 1,
                              .limit_in_pages = 1, .useable = 1 };

    for (unsigned int i = 0; i < TLS_SLOTS; i++) {
        desc.entry_number = (unsigned int)-1;
        SELFTEST_CHECK(arch_set_tls(&ap, &desc) == 0);
        SELFTEST_CHECK(desc.entry_number == GDT_TLS_FIRST + i);
    }
    desc.entry_number = (unsigned int)-1;
    SELFTEST_CHECK(arch_set_tls(&ap, &desc) == -ESRCH);
    desc.entry_number = GDT_TLS_FIRST - 1;
    SELFTEST_CHECK(arch_set_tls(&ap, &desc) == -EINVAL);
    desc.entry_number = GDT_TLS_FIRST;
    desc.contents = 2; /* code */
    SELFTEST_CHECK(arch_set_tls(&ap, &desc) == -EINVAL);
    arch_proc_reset(&ap);
    SELFTEST_CHECK(!ap.tls[0].seg_32bit);
}
