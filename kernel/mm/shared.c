/* SPDX-License-Identifier: MIT */
/*
 * Memory that a process shares with its children: mmap(MAP_SHARED) without a
 * file.  An object of frames that come at the first touch, whoever touches.
 *
 * Called by mm/mapping.c to make one, by mm/pagefault.c to find a frame.
 * Owns its frames, one reference each, in a tree of two levels like a page
 * directory: a root frame, each word of which names a frame of 1,024 words.
 * Invariant: a word is 0 or names a frame that we hold.
 */
#include <tine/errno.h>

#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/mapping.h"

#define WORDS_PER_FRAME (PAGE_SIZE / sizeof(paddr_t))

struct shared_memory {
    struct backing backing; /* first, so that the two pointers convert */
    unsigned int refs;
    uint32_t pages;
    paddr_t root;
};

static KIND_DEFINE(shared_kind, "shared-memory", struct shared_memory);
static const struct backing_ops shared_ops;

struct backing *shared_alloc(uint32_t pages)
{
    struct shared_memory *shared = kind_alloc(&shared_kind);

    if (!shared)
        return NULL;
    shared->root = frame_alloc_zeroed();
    if (!shared->root) {
        kind_free(shared);
        return NULL;
    }
    shared->backing.ops = &shared_ops;
    shared->refs = 1;
    shared->pages = pages;
    return &shared->backing;
}

static void shared_get(struct backing *backing)
{
    ((struct shared_memory *)backing)->refs++;
}

static void shared_free_branch(paddr_t branch)
{
    const paddr_t *words = frame_to_virt(branch);

    for (unsigned int i = 0; i < WORDS_PER_FRAME; i++) {
        if (words[i])
            frame_put(words[i]);
    }
    frame_put(branch);
}

static void shared_put(struct backing *backing)
{
    struct shared_memory *shared = (struct shared_memory *)backing;
    const paddr_t *branches = frame_to_virt(shared->root);

    shared->refs--;
    if (shared->refs > 0)
        return;
    for (unsigned int i = 0; i < WORDS_PER_FRAME; i++) {
        if (branches[i])
            shared_free_branch(branches[i]);
    }
    frame_put(shared->root);
    kind_free(shared);
}

/* Fills *WORD with a zeroed frame if it has none. Errors: -ENOMEM. */
static int shared_fill(paddr_t *word)
{
    if (!*word)
        *word = frame_alloc_zeroed();
    return *word ? 0 : -ENOMEM;
}

static int shared_frame(struct backing *backing, uint32_t index, paddr_t *frame)
{
    struct shared_memory *shared = (struct shared_memory *)backing;
    paddr_t *branch = frame_to_virt(shared->root);
    paddr_t *word;

    if (index >= shared->pages)
        return -EFAULT;
    branch += index / WORDS_PER_FRAME;
    if (shared_fill(branch) < 0)
        return -ENOMEM;
    word = (paddr_t *)frame_to_virt(*branch) + index % WORDS_PER_FRAME;
    if (shared_fill(word) < 0)
        return -ENOMEM;
    frame_get(*word);
    *frame = *word;
    return 0;
}

static const struct backing_ops shared_ops = {
    .get = shared_get,
    .put = shared_put,
    .frame = shared_frame,
};
