/* SPDX-License-Identifier: MIT */
/*
 * The trace on the second serial port, as it happens, for whoever listens there.
 *
 * At every tick, which comes to an idle machine too, the port gets as much as it takes
 * without waiting, up to a bound; what the machine leaves when it stops is sent to the
 * end.  It is not put off until nobody runs: the longer one waits, the more of the trace
 * lies ahead, and a snapshot looks at all of that (debug/trace_moment.c).
 * Owns COM2 and one reader.
 * Called with interrupts off.
 * Read next: dev/serial.c.
 */
#include "debug/trace_com2.h"

#include "debug/trace_reader.h"
#include "dev/serial.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "mm/kmalloc.h"

/* How much a tick may take of the machine where the port is always ready, as an
 * emulator's is. */
#define DRAIN_BYTES 4096u
#define FLUSH_TRIES 1000000u

static struct trace_reader *com2_reader; /* NULL: nobody listens */

/* Sends what the port takes now. Returns: how much. */
static size_t com2_send(void)
{
    size_t left = trace_reader_fill(com2_reader);
    size_t sent = left ? serial_send(SERIAL_COM2, com2_reader->row +
                                     com2_reader->done, left) : 0;
    com2_reader->done += sent;
    return sent;
}

void trace_drain(void)
{
    size_t sent, sum = 0;

    if (!com2_reader)
        return;
    trace_reader_go_on(com2_reader);
    while (sum < DRAIN_BYTES && (sent = com2_send()) > 0)
        sum += sent;
}

/* Sends all that is left, if the port goes on taking it: the machine stops. */
static void com2_flush(void)
{
    irq_disable();
    trace_reader_go_on(com2_reader);
    for (unsigned int tries = FLUSH_TRIES;
         tries > 0 && trace_reader_fill(com2_reader); tries--)
        com2_send();
}

static void com2_panic(const struct trapframe *frame_or_null)
{
    (void)frame_or_null;
    com2_flush();
}

void trace_com2_init(void)
{
    static struct panic_section section = { .print = com2_panic };

    if (!serial_setup(SERIAL_COM2)) {
        klog("trace=com2: there is no second serial port\n");
        return;
    }
    com2_reader = kmalloc(sizeof(*com2_reader));
    if (!com2_reader)
        panic("no memory for the trace");
    trace_reader_init(com2_reader, true);
    panic_add_section(&section);
    machine_stop_hook = com2_flush;
}
