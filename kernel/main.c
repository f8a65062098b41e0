/* SPDX-License-Identifier: MIT */
/*
 * The kernel's table of contents: every room is set up here, in an order in
 * which each finds what it needs.
 *
 * Called once by boot/multiboot.S on the boot stack, with interrupts off and
 * the first page tables; what is now the boot context ends as the idle process.
 * Read next: ARCHITECTURE.md, then the room of your choice.
 */
#include "arch.h"
#include "debug/crash.h"
#include "debug/failnth.h"
#include "debug/selftest.h"
#include "debug/trace.h"
#include "dev/keyboard.h"
#include "dev/rtc.h"
#include "dev/serial.h"
#include "dev/vga.h"
#include "fs/devfs.h"
#include "fs/initrd.h"
#include "fs/procfs.h"
#include "fs/ramfs.h"
#include "lib/option.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/random.h"
#include "mm/frame.h"
#include "proc/info.h"
#include "proc/init.h"
#include "proc/sigio.h"
#include "sched/core.h"
#include "tty/console.h"
#include "x86/boot.h"
#include "x86/cpu.h"
#include "x86/fault.h"
#include "x86/fpu.h"
#include "x86/gdt.h"
#include "x86/irq.h"
#include "x86/kstack.h"
#include "x86/paging.h"

#define TIMER_IRQ 0

void kmain(uint32_t magic, paddr_t info);

/*
 * Whose time the tick was.  SUBTLE(system-time): the kernel runs with
 * interrupts off, so a tick that falls due in it arrives at the instruction
 * that the kernel returns to, before the program has executed anything.
 */
static bool timer_hit_program(const struct trapframe *frame)
{
    return trapframe_is_user(frame) &&
           trapframe_pc(frame) != this_cpu()->return_pc;
}

/* The second straight line: what one tick does. */
static void timer_interrupt(const struct trapframe *frame)
{
    unsigned int passed = clock_tick();
    sched_figures.stolen_ns += (uint64_t)(MAX(passed, 1u) - 1) * NS_PER_TICK;
    for (; passed > 0; passed--)
        timer_tick();
    sched_tick(timer_hit_program(frame));
    trace_drain();
}

/* From the loader's information to a kernel that can speak. */
static void init_messages(uint32_t magic, paddr_t info)
{
    cpu_init();                            /* what this CPU can do */
    boot_info_init(magic, info);           /* what the loader left us */
    klog("Tine: a teaching kernel. %s\n", boot_command_line());
    option_parse(boot_command_line());     /* name=value words */
    serial_init();                         /* COM1: the log has a listener */
    vga_init();                            /* and the screen */
}

/* The machine as the other rooms expect it: traps, memory, stacks, time. */
static void init_machine(void)
{
    gdt_init();                            /* segments and the TSS */
    idt_init();                            /* the trap table */
    boot_memory_check();                   /* enough to go on */
    paging_init();                         /* the kernel's page tables */
    boot_memory_init();                    /* free frames */
    kstack_init();                         /* kernel stacks */
    fault_init();                          /* registers in a panic */
    fpu_init();
    proc_init();                           /* the list, and the idle process */
    irq_init();                            /* interrupt controllers */
    pit_init();                            /* the tick */
    wall_clock_set((uint64_t)rtc_read_seconds() * NS_PER_SECOND);
    random_seed((uint32_t)option_number("seed",
                                        (unsigned long)wall_clock_now_ns()));
}

static void init_files(void)
{
    paddr_t start, end;

    ramfs_init();                          /* the root, empty */
    devfs_init();                          /* /dev */
    procfs_init();                         /* /proc */
    info_init();                           /* what /proc says of processes */
    sched_files_init();                    /* and of scheduling */
    fail_init();                           /* memory that fails to order */
    trace_init();                          /* what happens, for all to see */
    file_signal_hook = sigio_send;         /* files that tell their owner */
    console_init();                        /* /dev/console and /dev/tty */
    if (!boot_module(&start, &end))
        panic("no RAM disk: give one to the boot loader as the first module");
    initrd_unpack(start, end);             /* the archive becomes files */
}

void kmain(uint32_t magic, paddr_t info)
{
    init_messages(magic, info);
    init_machine();
    sched_init(option_get("sched"));
    init_files();

    serial_enable_input();                 /* typing */
    keyboard_init();
    irq_register(TIMER_IRQ, timer_interrupt);
    crash_provoke(option_get("crash"));    /* if one wants to see a panic */
    selftest_run(option_get("test"));      /* and nothing else */
    klog("Tine: %u KiB of memory, %u KiB free\n",
         frame_count_total() * KIB_PER_PAGE,
         frame_count_free() * KIB_PER_PAGE);
    init_start();                          /* process 1 */
    sched_idle_loop();
}
