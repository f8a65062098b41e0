/* SPDX-License-Identifier: MIT */
/*
 * Time: the 8254's periodic tick, and the clock made of ticks and the CPU's own
 * cycle counter in between.
 *
 * Called at boot; clock_tick by the timer interrupt.  Owns channel 0 and the
 * clock.  Invariant: the clock never runs backwards, for what the cycle counter
 * adds to the last tick is always less than a tick.  Ticks that got lost are made
 * up for at the next one (SUBTLE(lost-ticks)).  With seed= one interrupt more comes
 * between two ticks, when the seed says: it may end a slice, and the clock, which
 * goes by the cycle counter, is none the worse for it.
 * Facts: Intel 8254 data sheet; Intel SDM 3B, 17.17.  Read next: x86/trap.c.
 */
#include "lib/option.h"
#include "lib/random.h"
#include "x86/cpu.h"
#include "x86/io.h"
#include "x86/irq.h"

#define PIT_HZ 1193182u
#define PIT_CHANNEL_0 0x40
#define PIT_COMMAND 0x43
#define PIT_RATE_GENERATOR 0x34 /* channel 0, low and high byte, mode 2 */
#define PIT_LATCH_0 0x00
#define PIT_RELOAD ((PIT_HZ + TICK_HZ / 2) / TICK_HZ)
#define PIT_COUNT_MIN 2u       /* of the rate generator */
#define PIT_POLLS_MAX 1000000u /* a broken timer must not hang the boot */

#define TRIES_MAX 10
#define TRIES_AGREE 64u /* to a 64th */

#define NS_SCALE_BITS 22

uint64_t clock_ticks;
uint64_t tsc_at_tick; /* 0: no TSC */
static uint32_t ns_per_cycle; /* times 2 to the NS_SCALE_BITS; 0: no TSC */
static uint32_t cycles_per_tick;
static uint32_t jitter; /* the last random number; 0: ticks are all there is */

static unsigned int pit_count(void)
{
    outb(PIT_COMMAND, PIT_LATCH_0);
    unsigned int low = inb(PIT_CHANNEL_0);
    return low | (unsigned int)inb(PIT_CHANNEL_0) << 8;
}

/* Waits until the counter, which counts down, starts anew. */
static bool pit_wait_reload(void)
{
    unsigned int last = pit_count();

    for (unsigned int i = 0; i < PIT_POLLS_MAX; i++) {
        unsigned int now = pit_count();

        if (now > last)
            return true;
        last = now;
    }
    return false;
}

/* The cycles of one whole tick; of two that agree, for a virtual machine may be
 * held up in the middle of one. Returns: 0 if the timer does not count. */
static uint32_t tsc_count_tick(void)
{
    uint32_t cycles = 0, before;
    int tries = 0;

    if (!pit_wait_reload())
        return 0;
    uint64_t start = tsc_read();
    do {
        before = cycles;
        if (!pit_wait_reload())
            return 0;
        cycles = (uint32_t)(tsc_read() - start);
        start += cycles;
    } while (MAX(cycles, before) - MIN(cycles, before) > cycles / TRIES_AGREE &&
             ++tries < TRIES_MAX);
    return cycles;
}

static void tsc_calibrate(void)
{
    const uint64_t tick = (uint64_t)NS_PER_TICK << NS_SCALE_BITS;

    cycles_per_tick = tsc_count_tick();
    if (cycles_per_tick < NS_PER_TICK / 1000)
        return; /* below 1 MHz: no use, and it would not fit 32 bits */
    ns_per_cycle = (uint32_t)(tick / cycles_per_tick);
    tsc_at_tick = tsc_read();
}

/* The next interrupt comes after COUNT, and then always after so many. */
static void pit_start(unsigned int count)
{
    outb(PIT_COMMAND, PIT_RATE_GENERATOR);
    outb(PIT_CHANNEL_0, count & 0xFF);
    outb(PIT_CHANNEL_0, (uint8_t)(count >> 8));
}

void pit_init(void)
{
    pit_start(PIT_RELOAD);
    if (cpu_has(CPU_TSC))
        tsc_calibrate();
    jitter = (uint32_t)option_number("seed", 0);
}

/* After a tick it is the turn of the interrupt in between, after that the tick's,
 * which must not come early. */
static void pit_start_jitter(bool was_tick, uint32_t cycles)
{
    uint32_t left = cycles_per_tick - cycles;

    jitter = random_after(jitter);
    if (was_tick)
        left = jitter % left;
    pit_start(PIT_COUNT_MIN + (uint64_t)left * PIT_RELOAD / cycles_per_tick);
}

unsigned int clock_tick(void)
{
    unsigned int passed = 1;

    if (tsc_at_tick) {
        uint64_t now = tsc_read();
        uint64_t cycles = now - tsc_at_tick;

        if (cycles < cycles_per_tick && !jitter) {
            tsc_at_tick = now;
        } else {
            passed = (unsigned int)(cycles / cycles_per_tick);
            tsc_at_tick += (uint64_t)passed * cycles_per_tick;
        }
        if (jitter)
            pit_start_jitter(passed > 0, (uint32_t)(now - tsc_at_tick));
    }
    clock_ticks += passed;
    return passed;
}

uint64_t clock_ns(uint64_t ticks, uint64_t cycles)
{
    uint64_t ns = MIN(cycles, cycles_per_tick) * ns_per_cycle >> NS_SCALE_BITS;
    return ticks * NS_PER_TICK + MIN(ns, NS_PER_TICK - 1);
}

uint64_t clock_now_ns(void)
{
    return clock_ns(clock_ticks, tsc_at_tick ? tsc_read() - tsc_at_tick : 0);
}
