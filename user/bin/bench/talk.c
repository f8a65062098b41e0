/* SPDX-License-Identifier: MIT */
/*
 * Processes that pass something on: a byte, a stream of bytes, the CPU.
 *
 * The partners are made before the first batch and end after the last, when the pipe
 * that they read from has no writer left.
 */
#include <err.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bench.h"

#define STREAM_READ_BYTES (64 * KIB_BYTES)
#define ENOUGH            (-1) /* in the place of our own yields */

static int in, out;        /* of a ring, where this process stands in it */
static int go[2], done[2]; /* to a partner, and from it */
static volatile long *yields; /* how often each process did, in memory of them all */
static char block[STREAM_READ_BYTES];

void self_begin(const struct row *row)
{
    (void)row;
    pipe_sure(go);
}

long self_run(const struct row *row)
{
    char byte = 0;

    for (long i = 0; i < row->rounds; i++) {
        write_sure(go[1], &byte, 1);
        read_sure(go[0], &byte, 1);
    }
    return row->rounds;
}

void self_end(const struct row *row)
{
    (void)row;
    close(go[0]);
    close(go[1]);
}

/* Passes bytes on from FROM to TO until there are no more. */
static void __attribute__((noreturn)) pass_on(int from, int to)
{
    char byte;

    while (read_sure(from, &byte, 1))
        write_sure(to, &byte, 1);
    _exit(0);
}

/* A child for each place but our own. None has more than two pipes' ends open, so the
 * ring may be as long as there are processes. */
void ring_begin(const struct row *row)
{
    int next[2];

    pipe_sure(next);
    in = next[0];
    out = next[1];
    for (int place = 1; place < row->size; place++) {
        pipe_sure(next);
        if (fork_sure() == 0) {
            close(out); /* or the ring would never end */
            close(next[0]);
            pass_on(in, next[1]);
        }
        close(in);
        close(next[1]);
        in = next[0];
    }
}

long ring_run(const struct row *row)
{
    char byte = 0;

    for (long i = 0; i < row->rounds; i++) {
        write_sure(out, &byte, 1);
        read_sure(in, &byte, 1);
    }
    return row->unit[0] == 'h' ? row->rounds * row->size : row->rounds;
}

void ring_end(const struct row *row)
{
    close(out);
    wait_sure(row->size - 1);
    close(in);
}

/* The reader's life: so many bytes are a batch, and it says when it has them. */
static void __attribute__((noreturn)) stream_read(long batch)
{
    long have = 0;
    ssize_t len;

    while ((len = read(go[0], block, sizeof(block))) > 0) {
        have += len;
        if (have == batch) {
            write_sure(done[1], "", 1);
            have = 0;
        }
    }
    _exit(0);
}

void stream_begin(const struct row *row)
{
    pipe_sure(go);
    pipe_sure(done);
    if (fork_sure() == 0) {
        close(go[1]);
        stream_read(row->rounds);
    }
}

long stream_run(const struct row *row)
{
    char byte;

    for (long sent = 0; sent < row->rounds; sent += row->size)
        write_sure(go[1], block, (size_t)row->size);
    read_sure(done[0], &byte, 1);
    return row->rounds / KIB_BYTES;
}

void stream_end(const struct row *row)
{
    (void)row;
    close(go[0]);
    close(go[1]);
    wait_sure(1);
    close(done[0]);
    close(done[1]);
}

static void yields_map(size_t bytes)
{
    void *start = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (start == MAP_FAILED)
        err(1, "mmap");
    yields = start;
}

/* All others do nothing but yield, until our own place, the first, says so. */
void yield_begin(const struct row *row)
{
    yields_map((size_t)row->size * sizeof(*yields));
    for (int place = 1; place < row->size; place++) {
        if (fork_sure() == 0) {
            while (yields[0] != ENOUGH) {
                sched_yield();
                yields[place]++;
            }
            _exit(0);
        }
    }
}

/* How often all have yielded. */
static long yields_sum(const struct row *row)
{
    long sum = 0;

    for (int place = 0; place < row->size; place++)
        sum += yields[place];
    return sum;
}

long yield_run(const struct row *row)
{
    long before = yields_sum(row);

    for (long i = 0; i < row->rounds; i++) {
        sched_yield();
        yields[0]++;
    }
    return yields_sum(row) - before;
}

void yield_end(const struct row *row)
{
    yields[0] = ENOUGH;
    wait_sure(row->size - 1);
    munmap((void *)yields, (size_t)row->size * sizeof(*yields));
}
