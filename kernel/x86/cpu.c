/* SPDX-License-Identifier: MIT */
/*
 * The CPU itself: its per-CPU record, what it can do, interrupts on and off,
 * halting, and the ways to switch the machine off.
 *
 * Called from everywhere above.  Owns the one struct cpu.  Interrupts are on
 * only in cpu_halt_once.  Read next: x86/gdt.c.
 */
#include "arch.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "x86/cpu.h"
#include "x86/io.h"
#include "x86/trapframe.h"

#define CPUID_FEATURES 1u
#define CPUID_EXTENDED 7u
#define CPUID_EXTENDED_SMEP (1u << 7)

/* QEMU's ACPI power control (PIIX4 and ICH9), and that of older ones. */
#define PORT_ACPI_CONTROL 0x604
#define PORT_ACPI_CONTROL_OLD 0xB004
#define ACPI_SOFT_OFF 0x2000

#define PORT_KBD_COMMAND 0x64
#define KBD_INPUT_FULL 0x02
#define KBD_PULSE_RESET 0xFE
#define RESET_TRIES 100000u
#define POWEROFF_DELAYS 500000u /* an emulator takes a while to notice */

void (*machine_stop_hook)(void) = irq_disable;

static struct cpu the_cpu;
static uint32_t cpu_features;
static bool irqs_are_expected;

struct cpu *this_cpu(void)
{
    return &the_cpu;
}

static void cpuid(uint32_t leaf, uint32_t regs[4])
{
    __asm__ volatile("cpuid"
                     : "=a"(regs[0]), "=b"(regs[1]), "=c"(regs[2]),
                       "=d"(regs[3])
                     : "a"(leaf), "c"(0));
}

/* CPUID is there if software can change EFLAGS.ID (Intel SDM 1, 3.4.3). */
static bool cpuid_is_there(void)
{
    uint32_t before, after;

    __asm__ volatile("pushfl\n\t"
                     "popl %0\n\t"
                     "movl %0, %1\n\t"
                     "xorl %2, %1\n\t"
                     "pushl %1\n\t"
                     "popfl\n\t"
                     "pushfl\n\t"
                     "popl %1\n\t"
                     "pushl %0\n\t"
                     "popfl"
                     : "=&r"(before), "=&r"(after)
                     : "i"(EFLAGS_ID)
                     : "cc");
    return (before ^ after) & EFLAGS_ID;
}

void cpu_init(void)
{
    uint32_t regs[4];

    if (!cpuid_is_there())
        return;
    cpuid(0, regs);
    uint32_t highest = regs[0];
    if (highest >= CPUID_FEATURES) {
        cpuid(CPUID_FEATURES, regs);
        cpu_features = regs[3] & ~(uint32_t)CPU_SMEP;
    }
    if (highest >= CPUID_EXTENDED) {
        cpuid(CPUID_EXTENDED, regs);
        cpu_features |= regs[1] & CPUID_EXTENDED_SMEP ? CPU_SMEP : 0;
    }
}

bool cpu_has(enum cpu_feature feature)
{
    return cpu_features & feature;
}

void cr4_enable(enum cpu_feature feature, enum cr4_bits bit)
{
    uint32_t cr4;

    if (!cpu_has(feature))
        return;
    __asm__ volatile("movl %%cr4, %0" : "=r"(cr4));
    __asm__ volatile("movl %0, %%cr4" : : "r"(cr4 | bit) : "memory");
}

void irq_disable(void)
{
    __asm__ volatile("cli" : : : "memory");
}

bool irq_is_enabled(void)
{
    uint32_t eflags;

    __asm__ volatile("pushfl\n\tpopl %0" : "=r"(eflags));
    return eflags & EFLAGS_IF;
}

/*
 * SUBTLE(sti-hlt): after STI the CPU takes no interrupt before the end of the
 * next instruction (Intel SDM 2B, STI). So a wake-up between our caller's last
 * look at the ready queue and HLT is not lost: it ends the HLT.
 */
void cpu_halt_once(void)
{
    irqs_are_expected = true;
    __asm__ volatile("sti\n\thlt\n\tcli" : : : "memory");
    irqs_are_expected = false;
}

/* SUBTLE(irq-window): STI takes effect after the next instruction (Intel SDM
 * 2B, STI): without the NOP nothing would come in. */
void irq_let_in(void)
{
    irqs_are_expected = true;
    __asm__ volatile("sti\n\tnop\n\tcli" : : : "memory");
    irqs_are_expected = false;
}

bool irq_is_expected(void)
{
    return irqs_are_expected;
}

void machine_poweroff(void)
{
    machine_stop_hook();
    outw(PORT_ACPI_CONTROL, ACPI_SOFT_OFF);
    outw(PORT_ACPI_CONTROL_OLD, ACPI_SOFT_OFF);
    for (unsigned int i = 0; i < POWEROFF_DELAYS; i++)
        io_delay();
    klog("It is now safe to switch off.\n");
    panic_halt();
}

/* First the keyboard controller's reset line, then a triple fault: an exception
 * with an empty trap table resets the CPU. */
void machine_reboot(void)
{
    static const struct table_pointer empty_idt;
    unsigned int tries = RESET_TRIES;

    machine_stop_hook();
    while (inb(PORT_KBD_COMMAND) & KBD_INPUT_FULL && tries > 0)
        tries--;
    outb(PORT_KBD_COMMAND, KBD_PULSE_RESET);
    for (tries = RESET_TRIES; tries > 0; tries--)
        io_delay();
    __asm__ volatile("lidt %0\n\tint3" : : "m"(empty_idt));
    panic_halt();
}
