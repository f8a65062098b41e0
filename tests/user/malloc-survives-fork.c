/* SPDX-License-Identifier: MIT */
/*
 * The heap works on both sides of a fork(): blocks keep their contents, and
 * each process allocates and frees on its own (malloc(3)).
 */
#include "tap.h"

enum { BLOCKS = 200 };

static unsigned char *block[BLOCKS];

static size_t block_size(int i)
{
    return (size_t)(i * 37 % 3000 + 1);
}

static bool blocks_check(void)
{
    for (int i = 0; i < BLOCKS; i++)
        for (size_t k = 0; k < block_size(i); k++)
            if (block[i][k] != (unsigned char)i)
                return false;
    return true;
}

static int child_uses_heap(void *unused)
{
    (void)unused;
    expect(blocks_check());
    for (int i = 0; i < BLOCKS; i += 2) {
        free(block[i]);
        block[i] = malloc(block_size(i));
        expect(block[i] != NULL);
        memset(block[i], i, block_size(i));
    }
    expect(blocks_check());
    return 0;
}

int main(void)
{
    plan(2);
    for (int i = 0; i < BLOCKS; i++) {
        block[i] = malloc(block_size(i));
        if (block[i] == NULL)
            tap_bail("malloc");
        memset(block[i], i, block_size(i));
    }
    ok(exited_with(child_run(child_uses_heap, NULL), 0), "in the child");
    ok(blocks_check(), "in the parent");
    return done();
}
