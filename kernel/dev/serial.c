/* SPDX-License-Identifier: MIT */
/*
 * A serial port: the 16550 UART, 115,200 baud, 8 data bits, no parity.
 *
 * Output is polled, from any context, also a panic; input on COM1 comes by
 * interrupt 4 and goes to the console.  Owns the port's registers.
 * Invariant: no wait is without an end.  A port that is not there is never
 * touched after the probe, and one that stops taking bytes (nobody reads at
 * the other end) loses output in place of hanging the machine.
 * Facts: National Semiconductor PC16550D data sheet, section 8.
 * Read next: tty/console.c.
 */
#include "dev/serial.h"

#include "arch.h"
#include "tty/console.h"
#include "x86/io.h"

/* Registers, as offsets from the port's base. */
enum serial_register {
    SERIAL_DATA = 0,         /* receive and transmit; low divisor with DLAB */
    SERIAL_INT_ENABLE = 1,   /* high divisor with DLAB */
    SERIAL_FIFO_CONTROL = 2,
    SERIAL_LINE_CONTROL = 3,
    SERIAL_MODEM_CONTROL = 4,
    SERIAL_LINE_STATUS = 5,
    SERIAL_SCRATCH = 7,
};

enum serial_bits {
    INT_ENABLE_RECEIVE = 0x01,
    FIFO_ENABLE = 0x01,
    FIFO_TRIGGER_8 = 0x80,
    LINE_8_BITS = 0x03,
    LINE_DLAB = 0x80,
    MODEM_DTR_RTS = 0x03,
    MODEM_OUT2 = 0x08, /* on PCs it lets the interrupt through */
    STATUS_HAS_DATA = 0x01,
    STATUS_CAN_SEND = 0x20,
};

enum {
    SERIAL_COM1_IRQ = 4,
    SERIAL_DIVISOR = 1, /* 115,200 baud divided by this */
    SERIAL_FIFO_BYTES = 16,
    SERIAL_SEND_TRIES = 10000000, /* some seconds */
    SERIAL_DRAIN_MAX = 4096,
};

static bool serial_is_there;
static bool serial_is_stuck; /* the last wait ended without success */

static uint8_t serial_in(enum serial_port port, enum serial_register reg)
{
    return inb((uint16_t)(port + reg));
}

static void serial_out(enum serial_port port, enum serial_register reg,
                       uint8_t value)
{
    outb((uint16_t)(port + reg), value);
}

/* The scratch register keeps what is written, and has no other meaning. */
static bool serial_probe(enum serial_port port)
{
    static const uint8_t patterns[] = { 0x5A, 0xA5 };

    for (size_t i = 0; i < ARRAY_LEN(patterns); i++) {
        serial_out(port, SERIAL_SCRATCH, patterns[i]);
        if (serial_in(port, SERIAL_SCRATCH) != patterns[i])
            return false;
    }
    return true;
}

bool serial_setup(enum serial_port port)
{
    if (!serial_probe(port))
        return false;
    serial_out(port, SERIAL_INT_ENABLE, 0);
    serial_out(port, SERIAL_LINE_CONTROL, LINE_DLAB);
    serial_out(port, SERIAL_DATA, SERIAL_DIVISOR);
    serial_out(port, SERIAL_INT_ENABLE, 0);
    serial_out(port, SERIAL_LINE_CONTROL, LINE_8_BITS);
    serial_out(port, SERIAL_FIFO_CONTROL, FIFO_ENABLE | FIFO_TRIGGER_8);
    serial_out(port, SERIAL_MODEM_CONTROL, MODEM_DTR_RTS | MODEM_OUT2);
    return true;
}

size_t serial_send(enum serial_port port, const char *bytes, size_t len)
{
    if (!(serial_in(port, SERIAL_LINE_STATUS) & STATUS_CAN_SEND))
        return 0;
    len = MIN(len, (size_t)SERIAL_FIFO_BYTES);
    for (size_t i = 0; i < len; i++)
        serial_out(port, SERIAL_DATA, (uint8_t)bytes[i]);
    return len;
}

/*
 * Sends all, and waits where it must.  After one wait in vain the port counts as
 * stuck, and only a single look is taken until it is ready again.
 */
static void serial_write(const char *text, size_t len)
{
    unsigned int tries = serial_is_stuck ? 1 : SERIAL_SEND_TRIES;

    while (len > 0 && tries-- > 0) {
        size_t sent = serial_send(SERIAL_COM1, text, len);
        if (sent > 0)
            tries = SERIAL_SEND_TRIES;
        text += sent;
        len -= sent;
    }
    serial_is_stuck = len > 0;
}

/*
 * SUBTLE(irq-edge): takes all that is there, not one byte: the 8259 sees edges,
 * and the line stays high, with no further interrupt, as long as a byte is
 * left.
 */
static void serial_interrupt(const struct trapframe *frame)
{
    (void)frame;
    for (int i = 0; i < SERIAL_DRAIN_MAX; i++) {
        if (!(serial_in(SERIAL_COM1, SERIAL_LINE_STATUS) & STATUS_HAS_DATA))
            return;
        console_input(serial_in(SERIAL_COM1, SERIAL_DATA));
    }
}

void serial_init(void)
{
    static struct klog_sink device = { .write = serial_write };

    serial_is_there = serial_setup(SERIAL_COM1) &&
                      console_add_device(CONSOLE_SERIAL, &device);
}

void serial_enable_input(void)
{
    if (!serial_is_there)
        return;
    irq_register(SERIAL_COM1_IRQ, serial_interrupt);
    serial_out(SERIAL_COM1, SERIAL_INT_ENABLE, INT_ENABLE_RECEIVE);
    serial_interrupt(NULL); /* what was typed while booting */
}
