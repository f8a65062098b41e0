/* SPDX-License-Identifier: MIT */
/*
 * A ring of bytes: a queue between one that produces and one that consumes.
 *
 * Used by devices (interrupt handler to reader) and by the kernel log.  The
 * caller owns the array, whose size is a power of two.  Both counters only
 * grow; their difference is what is inside, and the array index is a counter
 * without its upper bits, so full and empty never look alike.
 */
#ifndef LIB_RING_H
#define LIB_RING_H

#include "lib/types.h"

struct ring {
    uint8_t *bytes;
    unsigned int size; /* a power of two */
    unsigned int put;  /* bytes ever put in */
    unsigned int got;  /* bytes ever taken out */
};

#define RING_INIT(array) { .bytes = (array), .size = sizeof(array) }

/* How many bytes wait, and for how many there is room. */
static inline unsigned int ring_count(const struct ring *ring)
{
    return ring->put - ring->got;
}

static inline unsigned int ring_room(const struct ring *ring)
{
    return ring->size - ring_count(ring);
}

/* Returns: false, with nothing changed, where the ring is full. */
static inline bool ring_put(struct ring *ring, uint8_t byte)
{
    if (ring_room(ring) == 0)
        return false;
    ring->bytes[ring->put++ & (ring->size - 1)] = byte;
    return true;
}

/* The byte that is OFFSET places behind the oldest; OFFSET < ring_count. */
static inline uint8_t ring_peek(const struct ring *ring, unsigned int offset)
{
    return ring->bytes[(ring->got + offset) & (ring->size - 1)];
}

/* Takes the oldest byte; the ring must not be empty. */
static inline uint8_t ring_get(struct ring *ring)
{
    uint8_t byte = ring_peek(ring, 0);

    ring->got++;
    return byte;
}

/* Takes back the newest byte; the ring must not be empty. */
static inline uint8_t ring_unput(struct ring *ring)
{
    return ring->bytes[--ring->put & (ring->size - 1)];
}

static inline void ring_clear(struct ring *ring)
{
    ring->got = ring->put;
}

#endif
