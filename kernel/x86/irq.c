/* SPDX-License-Identifier: MIT */
/*
 * Interrupts from devices: two 8259 controllers in a row, sixteen lines.
 *
 * Called at boot, and by trap.c for traps 32 to 47.  Owns the controllers' masks
 * and the table of handlers.  Invariant: a line is unmasked only if it has a
 * handler, and is acknowledged before the handler runs (interrupts are off, so
 * the next one waits in any case).  Facts: Intel 8259A data sheet.
 * Read next: x86/pit.c.
 */
#include "x86/irq.h"

#include "lib/panic.h"
#include "x86/io.h"
#include "x86/trapframe.h"

#define PIC_MASTER_COMMAND 0x20
#define PIC_MASTER_DATA 0x21
#define PIC_SLAVE_COMMAND 0xA0
#define PIC_SLAVE_DATA 0xA1

#define ICW1_INIT_WITH_ICW4 0x11
#define ICW3_MASTER_SLAVE_ON_2 0x04
#define ICW3_SLAVE_IS_2 0x02
#define ICW4_8086 0x01
#define OCW2_END_OF_INTERRUPT 0x20
#define OCW3_READ_IN_SERVICE 0x0B

#define IRQ_SLAVE_FIRST 8u
#define IRQ_CASCADE 2u
#define IRQ_SPURIOUS 7u /* the lowest of each controller */

static irq_handler *irq_handlers[IRQ_LINES];
static unsigned int irq_counts[IRQ_LINES];
static unsigned int irq_mask = 0xFFFF & ~(1u << IRQ_CASCADE);

static void irq_write_mask(void)
{
    outb(PIC_MASTER_DATA, (uint8_t)irq_mask);
    outb(PIC_SLAVE_DATA, (uint8_t)(irq_mask >> IRQ_SLAVE_FIRST));
}

static void pic_write(uint16_t port, uint8_t value)
{
    outb(port, value);
    io_delay();
}

void irq_init(void)
{
    pic_write(PIC_MASTER_COMMAND, ICW1_INIT_WITH_ICW4);
    pic_write(PIC_SLAVE_COMMAND, ICW1_INIT_WITH_ICW4);
    pic_write(PIC_MASTER_DATA, TRAP_IRQ_FIRST);
    pic_write(PIC_SLAVE_DATA, TRAP_IRQ_FIRST + IRQ_SLAVE_FIRST);
    pic_write(PIC_MASTER_DATA, ICW3_MASTER_SLAVE_ON_2);
    pic_write(PIC_SLAVE_DATA, ICW3_SLAVE_IS_2);
    pic_write(PIC_MASTER_DATA, ICW4_8086);
    pic_write(PIC_SLAVE_DATA, ICW4_8086);
    irq_write_mask();
}

void irq_register(unsigned int irq, irq_handler *handler)
{
    ASSERT(irq < IRQ_LINES && irq != IRQ_CASCADE);
    irq_handlers[irq] = handler;
    irq_mask &= ~(1u << irq);
    irq_write_mask();
}

/* A line that fell back before the CPU asked which one it was is reported as the
 * controller's lowest, without being in service. */
static bool irq_is_spurious(unsigned int irq)
{
    uint16_t command = irq < IRQ_SLAVE_FIRST ? PIC_MASTER_COMMAND
                                             : PIC_SLAVE_COMMAND;

    if (irq % IRQ_SLAVE_FIRST != IRQ_SPURIOUS)
        return false;
    outb(command, OCW3_READ_IN_SERVICE);
    return !(inb(command) & 1u << IRQ_SPURIOUS);
}

static void irq_acknowledge(unsigned int irq)
{
    if (irq >= IRQ_SLAVE_FIRST)
        outb(PIC_SLAVE_COMMAND, OCW2_END_OF_INTERRUPT);
    outb(PIC_MASTER_COMMAND, OCW2_END_OF_INTERRUPT);
}

unsigned int irq_count(unsigned int irq)
{
    return irq_counts[irq];
}

void irq_dispatch(const struct trapframe *frame)
{
    unsigned int irq = frame->trap - TRAP_IRQ_FIRST;

    if (irq_is_spurious(irq)) {
        if (irq >= IRQ_SLAVE_FIRST) /* for the master the cascade was real */
            outb(PIC_MASTER_COMMAND, OCW2_END_OF_INTERRUPT);
        return;
    }
    irq_acknowledge(irq);
    irq_counts[irq]++;
    if (irq_handlers[irq])
        irq_handlers[irq](frame);
}
