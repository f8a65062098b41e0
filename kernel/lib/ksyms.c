/* SPDX-License-Identifier: MIT */
/*
 * Which function an address belongs to, and who called whom.
 *
 * Called by a panic and by whoever wants to show a place in the kernel; any
 * context.  The table of functions is made by tools/ksyms from the linked
 * kernel, which is then linked once more with it; the first time there is no
 * table, and everything is "?".  Invariant: a backtrace follows only frame
 * pointers that go up the stack in sane steps, so a damaged stack ends it.
 * Read next: tools/ksyms.
 */
#include "lib/ksyms.h"

#include "lib/printf.h"

/* One function; the table is sorted by address. */
struct ksyms_row {
    vaddr_t addr;
    const char *name;
};

/* Weak, for the first link goes without them; their address is then NULL. The
 * last row is no function: it holds the end of the code. */
extern const struct ksyms_row ksyms_table[] __attribute__((weak));
extern const struct ksyms_row ksyms_table_last[] __attribute__((weak));

/* What a function stores first (System V ABI for i386, 2.3.1): EBP points at
 * the caller's EBP, and the return address stands above. */
struct ksyms_frame {
    vaddr_t caller_ebp;
    vaddr_t return_addr;
};

#define KSYMS_FRAMES_MAX 32u
#define KSYMS_FRAME_BYTES_MAX 8192u /* no frame is larger than a kernel stack */
#define KSYMS_KERNEL_BASE 0xC0000000u

const char *ksyms_find(vaddr_t addr, unsigned int *offset)
{
    for (const struct ksyms_row *row = ksyms_table; row < ksyms_table_last;
         row++) {
        if (addr >= row->addr && addr < row[1].addr) {
            *offset = addr - row->addr;
            return row->name;
        }
    }
    return NULL;
}

/*
 * Prints one line.  A return address may be the first byte of the next
 * function, where the call was the last instruction of its own: so the name is
 * looked up BACK bytes before.
 */
static void ksyms_print(vaddr_t addr, unsigned int back)
{
    unsigned int offset = 0;
    const char *name = ksyms_find(addr - back, &offset);

    if (name == NULL)
        klog("  %08x  ?\n", addr);
    else
        klog("  %08x  %s+0x%x\n", addr, name, offset + back);
}

void ksyms_backtrace(vaddr_t eip, vaddr_t ebp)
{
    klog("Called from (address, function+offset):\n");
    if (eip != 0)
        ksyms_print(eip, 0);
    for (unsigned int i = 0; i < KSYMS_FRAMES_MAX; i++) {
        const struct ksyms_frame *frame =
            (const struct ksyms_frame *)(uintptr_t)ebp;

        if (ebp < KSYMS_KERNEL_BASE || ebp % sizeof(vaddr_t) != 0 ||
            frame->return_addr < KSYMS_KERNEL_BASE)
            return;
        ksyms_print(frame->return_addr, 1);
        if (frame->caller_ebp <= ebp ||
            frame->caller_ebp - ebp > KSYMS_FRAME_BYTES_MAX)
            return;
        ebp = frame->caller_ebp;
    }
}
