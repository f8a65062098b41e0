/* SPDX-License-Identifier: MIT */
/* Self-tests of address spaces: mappings, first touch, copy on write. */
#include <asm/mman.h>
#include <tine/errno.h>

#include "debug/selftest.h"
#include "fs/inode.h"
#include "fs/ramfs.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/space.h"

#define RW (PROT_READ | PROT_WRITE)
#define FIXED (MAP_PRIVATE | MAP_FIXED)
#define BASE 0x10000000u
#define PAGES(n) ((n) * PAGE_SIZE)

static unsigned int mm_mapping_count(const struct space *space)
{
    unsigned int count = 0;

    LIST_FOR_EACH(m, &space->mappings, struct mapping, link)
        count++;
    return count;
}

static bool mm_map(struct space *space, uaddr_t at, unsigned int pages,
                   int flags)
{
    uaddr_t addr;

    return space_map(space, at, PAGES(pages), RW, flags, NULL, 0, &addr) == 0 &&
           addr == at;
}

/* Maps a file that has no name, which then only the mapping holds. */
static bool mm_map_shared(struct space *space, uaddr_t at, unsigned int pages)
{
    struct inode *file = ramfs_alloc_unnamed(S_IFREG, &cred_root);
    uaddr_t addr;
    int error = inode_truncate(file, PAGES(pages));

    if (error == 0)
        error = space_map(space, at, PAGES(pages), RW, MAP_SHARED | MAP_FIXED,
                          inode_backing(file), 0, &addr);

    inode_put(file);
    return error == 0;
}

static void mm_poke(struct space *space, uaddr_t at, char byte)
{
    SELFTEST_CHECK(space_poke(space, at, &byte, 1) == 1);
}

static char mm_peek(struct space *space, uaddr_t at)
{
    char byte = '?';

    SELFTEST_CHECK(space_read(space, at, &byte, 1) == 1);
    return byte;
}

/* Frames free now, with all caches empty. */
static unsigned int mm_free(void)
{
    cache_shrink();
    return frame_count_free();
}

SELFTEST(space_frees_all_that_it_took)
{
    unsigned int before = mm_free();
    struct space *space = space_alloc();

    SELFTEST_CHECK(mm_map(space, BASE, 2000, FIXED));
    for (unsigned int i = 0; i < 2000; i += 100)
        mm_poke(space, BASE + PAGES(i), 'x');
    SELFTEST_CHECK(space->resident == 20);
    SELFTEST_CHECK(space->mapped == 2000);
    space_put(space);
    SELFTEST_CHECK(mm_free() == before);
}

SELFTEST(space_joins_and_splits_mappings)
{
    struct space *space = space_alloc();

    SELFTEST_CHECK(mm_map(space, BASE, 2, FIXED));
    SELFTEST_CHECK(mm_map(space, BASE + PAGES(4), 2, FIXED));
    SELFTEST_CHECK(mm_mapping_count(space) == 2);
    SELFTEST_CHECK(mm_map(space, BASE + PAGES(2), 2, FIXED));
    SELFTEST_CHECK(mm_mapping_count(space) == 1);
    SELFTEST_CHECK(space_protect(space, BASE + PAGES(1), PAGES(1), PROT_READ) ==
                   0);
    SELFTEST_CHECK(mm_mapping_count(space) == 3);
    SELFTEST_CHECK(space_protect(space, BASE + PAGES(1), PAGES(1), RW) == 0);
    SELFTEST_CHECK(mm_mapping_count(space) == 1);
    SELFTEST_CHECK(space_unmap(space, BASE + PAGES(3), PAGES(1)) == 0);
    SELFTEST_CHECK(mm_mapping_count(space) == 2);
    SELFTEST_CHECK(!space_find(space, BASE + PAGES(3)));
    SELFTEST_CHECK(space->mapped == 5);
    SELFTEST_CHECK(space_protect(space, BASE, PAGES(6), RW) == -ENOMEM);
    space_put(space);
}

SELFTEST(space_unmap_frees_pages_and_tables)
{
    unsigned int before = mm_free();
    struct space *space = space_alloc();
    unsigned int empty = frame_count_free();

    SELFTEST_CHECK(mm_map(space, BASE, 8, FIXED));
    mm_poke(space, BASE, 'x');
    SELFTEST_CHECK(frame_count_free() < empty);
    SELFTEST_CHECK(space_unmap(space, BASE, PAGES(8)) == 0);
    SELFTEST_CHECK(mm_free() == empty);
    SELFTEST_CHECK(space->resident == 0);
    space_put(space);
    SELFTEST_CHECK(mm_free() == before);
}

SELFTEST(space_copy_is_on_write)
{
    struct space *parent = space_alloc();
    struct space *child;
    unsigned int frames;

    SELFTEST_CHECK(mm_map(parent, BASE, 4, FIXED));
    mm_poke(parent, BASE, 'p');
    child = space_copy(parent);
    frames = frame_count_free();
    SELFTEST_CHECK(mm_peek(child, BASE) == 'p');
    SELFTEST_CHECK(frame_count_free() == frames);
    mm_poke(child, BASE, 'c');
    SELFTEST_CHECK(frame_count_free() == frames - 1);
    SELFTEST_CHECK(mm_peek(parent, BASE) == 'p');
    mm_poke(parent, BASE, 'q'); /* the last holder: no copy */
    SELFTEST_CHECK(frame_count_free() == frames - 1);
    SELFTEST_CHECK(mm_peek(child, BASE) == 'c');
    space_put(child);
    space_put(parent);
}

SELFTEST(space_shared_memory_is_one)
{
    unsigned int before = mm_free();
    struct space *parent = space_alloc();
    struct space *child;

    SELFTEST_CHECK(mm_map_shared(parent, BASE, 4));
    mm_poke(parent, BASE, 'p');
    child = space_copy(parent);
    mm_poke(child, BASE, 'c');
    mm_poke(child, BASE + PAGES(2), 'd'); /* touched by the child first */
    SELFTEST_CHECK(mm_peek(parent, BASE) == 'c');
    SELFTEST_CHECK(mm_peek(parent, BASE + PAGES(2)) == 'd');
    space_put(parent);
    SELFTEST_CHECK(mm_peek(child, BASE) == 'c');
    space_put(child);
    SELFTEST_CHECK(mm_free() == before);
}

SELFTEST(space_stack_grows_to_its_limit)
{
    struct space *space = space_alloc();
    uaddr_t top = USER_END - PAGE_SIZE;

    SELFTEST_CHECK(mm_map(space, top - PAGES(1), 1, FIXED | MAP_GROWSDOWN));
    SELFTEST_CHECK(space_fault(space, top - PAGES(100), FAULT_WRITE) == FAULT_OK);
    SELFTEST_CHECK(space->mapped == 100);
    SELFTEST_CHECK(space_fault(space, top - STACK_LIMIT_BYTES - 1,
                               FAULT_WRITE) == FAULT_MAPERR);
    space_put(space);
}

SELFTEST(space_verdicts)
{
    struct space *space = space_alloc();

    SELFTEST_CHECK(mm_map(space, BASE, 2, FIXED));
    SELFTEST_CHECK(space_protect(space, BASE, PAGES(1), PROT_READ) == 0);
    SELFTEST_CHECK(space_fault(space, 0, 0) == FAULT_MAPERR);
    SELFTEST_CHECK(space_fault(space, USER_END, 0) == FAULT_MAPERR);
    SELFTEST_CHECK(space_fault(space, BASE, 0) == FAULT_OK);
    SELFTEST_CHECK(space_fault(space, BASE, FAULT_WRITE) == FAULT_ACCERR);
    SELFTEST_CHECK(space_fault(space, BASE + PAGES(1), FAULT_WRITE) == FAULT_OK);
    SELFTEST_CHECK(space_protect(space, BASE, PAGES(1), PROT_NONE) == 0);
    SELFTEST_CHECK(space_fault(space, BASE, 0) == FAULT_ACCERR);
    mm_poke(space, BASE, 'x'); /* what a debugger writes goes in all the same */
    SELFTEST_CHECK(mm_peek(space, BASE) == 'x');
    space_put(space);
}

SELFTEST(space_break_moves)
{
    struct space *space = space_alloc();
    uaddr_t at = BASE + 10;

    space->brk_start = space->brk = at;
    for (unsigned int i = 0; i < 100; i++)
        SELFTEST_CHECK(space_brk(space, at + i * 1000) == at + i * 1000);
    SELFTEST_CHECK(mm_mapping_count(space) == 1);
    SELFTEST_CHECK(space_brk(space, at) == at);
    SELFTEST_CHECK(mm_mapping_count(space) == 0);
    /* Something in the way: the break stays. */
    SELFTEST_CHECK(mm_map(space, BASE + PAGES(1), 1, FIXED));
    SELFTEST_CHECK(space_brk(space, at + PAGES(1)) == at);
    SELFTEST_CHECK(space_brk(space, 0) == at);
    space_put(space);
}

SELFTEST(space_bad_ranges_are_refused)
{
    struct space *space = space_alloc();
    uaddr_t addr;

    SELFTEST_CHECK(space_map(space, 0, 0, RW, MAP_PRIVATE, NULL, 0, &addr) ==
                   -EINVAL);
    SELFTEST_CHECK(space_map(space, 0, 0xFFFFFFFF, RW, MAP_PRIVATE, NULL, 0,
                             &addr) == -ENOMEM);
    SELFTEST_CHECK(space_map(space, BASE + 1, 1, RW, FIXED, NULL, 0, &addr) ==
                   -EINVAL);
    SELFTEST_CHECK(space_map(space, USER_END - PAGE_SIZE, PAGES(2), RW, FIXED,
                             NULL, 0, &addr) == -ENOMEM);
    SELFTEST_CHECK(space_unmap(space, BASE + 1, 1) == -EINVAL);
    SELFTEST_CHECK(space_unmap(space, USER_END, PAGE_SIZE) == -EINVAL);
    SELFTEST_CHECK(mm_mapping_count(space) == 0);
    space_put(space);
}
