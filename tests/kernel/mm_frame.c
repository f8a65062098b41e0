/* SPDX-License-Identifier: MIT */
/* Self-tests of frames and kernel objects: mm/frame.c, mm/kmalloc.c. */
#include "debug/selftest.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"

#define MANY 100u
#define BYTE 0x5A

SELFTEST(frame_comes_back_when_put)
{
    unsigned int before = frame_count_free();
    paddr_t frame = frame_alloc();

    SELFTEST_CHECK(frame != 0);
    SELFTEST_CHECK(frame % PAGE_SIZE == 0);
    SELFTEST_CHECK(frame_count_free() == before - 1);
    frame_put(frame);
    SELFTEST_CHECK(frame_count_free() == before);
}

SELFTEST(frame_stays_while_referenced)
{
    unsigned int before = frame_count_free();
    paddr_t frame = frame_alloc();

    frame_get(frame);
    SELFTEST_CHECK(frame_refs(frame) == 2);
    frame_put(frame);
    SELFTEST_CHECK(frame_refs(frame) == 1);
    SELFTEST_CHECK(frame_count_free() == before - 1);
    frame_put(frame);
    SELFTEST_CHECK(frame_count_free() == before);
}

SELFTEST(frame_zeroed_is_zero)
{
    paddr_t frame = frame_alloc();
    const uint8_t *bytes;
    unsigned int sum = 0;

    memset(frame_to_virt(frame), BYTE, PAGE_SIZE);
    frame_put(frame);
    frame = frame_alloc_zeroed(); /* most likely the same one */
    bytes = frame_to_virt(frame);
    for (unsigned int i = 0; i < PAGE_SIZE; i++)
        sum += bytes[i];
    SELFTEST_CHECK(sum == 0);
    frame_put(frame);
}

/* Takes every frame and writes to it, so that a bad memory map shows. */
SELFTEST(frame_exhaustion_keeps_the_reserve)
{
    unsigned int before = frame_count_free();
    paddr_t chain = 0;
    paddr_t frame;
    unsigned int count = 0;

    while ((frame = frame_alloc()) != 0) {
        *(paddr_t *)frame_to_virt(frame) = chain;
        chain = frame;
        count++;
    }
    SELFTEST_CHECK(count > 0 && count < before);
    SELFTEST_CHECK(frame_alloc_zeroed() == 0);
    frame = frame_alloc_reserve();
    SELFTEST_CHECK(frame != 0);
    frame_put(frame);
    while (chain) {
        frame = chain;
        chain = *(paddr_t *)frame_to_virt(frame);
        frame_put(frame);
    }
    SELFTEST_CHECK(frame_count_free() == before);
}

struct odd_object {
    char bytes[36];
};
static KIND_DEFINE(odd_kind, "selftest-object", struct odd_object);

SELFTEST(kind_objects_are_apart_and_zero)
{
    static struct odd_object *objects[MANY];
    unsigned int live = odd_kind.live;
    bool is_whole = true;

    for (unsigned int i = 0; i < MANY; i++) {
        objects[i] = kind_alloc(&odd_kind);
        is_whole = is_whole && objects[i]->bytes[0] == 0 &&
                   objects[i]->bytes[sizeof(objects[i]->bytes) - 1] == 0;
        memset(objects[i], (int)i + 1, sizeof(*objects[i]));
    }
    SELFTEST_CHECK(odd_kind.live == live + MANY);
    for (unsigned int i = 0; i < MANY; i++)
        is_whole = is_whole && objects[i]->bytes[0] == (char)(i + 1) &&
                   objects[i]->bytes[35] == (char)(i + 1);
    SELFTEST_CHECK(is_whole);
    for (unsigned int i = 0; i < MANY; i++)
        kind_free(objects[i]);
    SELFTEST_CHECK(odd_kind.live == live);
}

SELFTEST(kmalloc_gives_every_size)
{
    unsigned int before;

    cache_shrink();
    before = frame_count_free();
    for (size_t size = 1; size <= KMALLOC_MAX; size += 13) {
        char *a = kmalloc(size);
        char *b = kmalloc(size);

        memset(a, 'a', size);
        memset(b, 'b', size);
        SELFTEST_CHECK(a[0] == 'a' && a[size - 1] == 'a');
        kind_free(a);
        kind_free(b);
    }
    kind_free(NULL);
    cache_shrink();
    SELFTEST_CHECK(frame_count_free() == before);
}
