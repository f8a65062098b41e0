/* SPDX-License-Identifier: MIT */
/*
 * Rings: first in, first out; full and empty are never confused.
 *
 * Sources:
 */
#include "lib/ring.h"

#include "tap.h"

int main(void)
{
    uint8_t bytes[8];
    struct ring ring = RING_INIT(bytes);
    bool is_in_order = true;
    unsigned int in = 0, out = 0;

    tap_is(ring_count(&ring), 0, "a new ring is empty");
    tap_is(ring_room(&ring), 8, "and all of it is room");
    for (uint8_t i = 0; i < 8; i++)
        ring_put(&ring, i);
    tap_is(ring_room(&ring), 0, "eight bytes fill a ring of eight");
    tap_ok(!ring_put(&ring, 99), "a ninth is refused");
    tap_is(ring_get(&ring), 0, "the oldest comes first");
    tap_is(ring_peek(&ring, 6), 7, "looking at the newest takes nothing");
    tap_is(ring_unput(&ring), 7, "the newest can be taken back");
    tap_is(ring_count(&ring), 6, "six are left");
    ring_clear(&ring);
    tap_is(ring_count(&ring), 0, "a cleared ring is empty");
    ring.put = ring.got = ~0u - 2; /* the counters are about to overflow */
    for (int round = 0; round < 1000; round++) {
        for (int i = 0; i < round % 9; i++)
            in += ring_put(&ring, (uint8_t)in);
        while (ring_count(&ring) > (unsigned int)round % 3)
            is_in_order &= ring_get(&ring) == (uint8_t)out++;
    }
    tap_ok(is_in_order, "the order survives wrapping and overflow");
    return tap_done();
}
