/* SPDX-License-Identifier: MIT */
/*
 * Panics on purpose, one for each way in which kernel code goes wrong, so that a
 * student has seen what each looks like before meeting it in earnest, and a
 * test can check that each still explains itself.
 *
 * Called by main.c for the boot option crash=KIND.  Nothing here returns if all
 * is well: that a bug went unnoticed is then said.
 * Read next: x86/fault.c, which explains.
 */
#include "debug/crash.h"

#include "arch.h"
#include "debug/agree.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "proc/proc.h"

#define CRASH_OBJECT_BYTES 64u
#define CRASH_WAIT_NS 100000000u

/* The compiler may not know what it is led to. */
static volatile int *volatile crash_pointer;

static void crash_null(void)
{
    crash_pointer = NULL;
    *crash_pointer = 1;
}

/* Calls itself until the stack is full; the sum keeps it from being a loop. */
static int crash_recurse(int depth)
{
    volatile char room[CRASH_OBJECT_BYTES];

    room[0] = (char)depth;
    return crash_pointer ? 0 : crash_recurse(depth + 1) + room[0];
}

static void crash_bootstack(void)
{
    crash_pointer = NULL;
    klog("crash: %d\n", crash_recurse(0));
}

/* The same on a stack such as processes have. */
static void crash_stack(void)
{
    static struct context *boot_context;
    vaddr_t top = kstack_alloc(this_proc());

    context_switch(&boot_context, context_setup_kernel(top, crash_bootstack));
}

/* Uses an object after it was freed: found at the next allocation. */
static void crash_freed(void)
{
    char *volatile object = kmalloc(CRASH_OBJECT_BYTES);

    kind_free(object);
    memset(object, 'x', CRASH_OBJECT_BYTES);
    char *again = kmalloc(CRASH_OBJECT_BYTES);
    klog("crash: %p\n", (void *)again);
}

static void crash_doublefree(void)
{
    char *volatile object = kmalloc(CRASH_OBJECT_BYTES);

    kind_free(object);
    kind_free(object);
}

static void crash_assert(void)
{
    int ready = 1;

    ASSERT(ready == 0);
}

/* Leaves interrupts on in kernel code until the next tick comes. */
static void crash_irqoff(void)
{
    uint64_t start = clock_now_ns();

    __asm__ volatile("sti");
    while (clock_now_ns() - start < CRASH_WAIT_NS)
        continue;
    irq_disable();
}

/* ---- What only a kernel made with DEBUG=1 notices ------------------------------ */

static void crash_poison(void)
{
    paddr_t frame = frame_alloc();

    frame_put(frame);
    *(volatile char *)frame_to_virt(frame) = 'x';
    klog("crash: 0x%08x\n", frame_alloc());
}

static void crash_overrun(void)
{
    volatile char *object = kmalloc(CRASH_OBJECT_BYTES);

    object[CRASH_OBJECT_BYTES] = 'x';
    kind_free((void *)object);
}

static void crash_list(void)
{
    struct list head, link;

    list_init(&head);
    list_add_tail(&head, &link);
    head.next = &head;
    list_remove(&link);
}

/* A process that is READY, and in no queue. */
static void crash_state(void)
{
    int error;
    struct proc *p = proc_alloc(&error);

    proc_publish(p);
    state_set(p, PROC_READY, "forked");
    agree_check();
}

static void crash_deepstack(void)
{
    vaddr_t top = kstack_alloc(this_proc());

    memset((void *)(top - KSTACK_BYTES + CRASH_OBJECT_BYTES), 'x',
           CRASH_OBJECT_BYTES);
    kstack_free(top);
}

static const struct crash_kind {
    const char *name;
    void (*provoke)(void);
} crash_kinds[] = {
    { "null", crash_null },
    { "stack", crash_stack },
    { "bootstack", crash_bootstack },
    { "freed", crash_freed },
    { "doublefree", crash_doublefree },
    { "assert", crash_assert },
    { "irqoff", crash_irqoff },
    { "poison", crash_poison },
    { "overrun", crash_overrun },
    { "list", crash_list },
    { "state", crash_state },
    { "deepstack", crash_deepstack },
};

void crash_provoke(const char *kind)
{
    if (!kind)
        return;
    for (unsigned int i = 0; i < ARRAY_LEN(crash_kinds); i++) {
        if (strcmp(kind, crash_kinds[i].name) == 0) {
            crash_kinds[i].provoke();
            klog("crash=%s: nobody noticed%s\n", kind,
                 IS_DEBUG ? "" : "; a kernel made with DEBUG=1 would");
            return;
        }
    }
    klog("crash=%s: no such kind; there are null, stack, bootstack, freed, "
         "doublefree, assert and irqoff; with DEBUG=1 also poison, overrun, "
         "list, state and deepstack\n",
         kind);
}
