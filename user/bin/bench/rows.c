/* SPDX-License-Identifier: MIT */
/*
 * The rows of the benchmark: what is measured, how often, and by which functions.
 *
 * A batch is long enough that the reading of the clocks does not count, and short
 * enough that all rows take a minute where instructions are counted. docs/performance.md
 * says what each one tells.
 */
#include "bench.h"

/* clang-format off */
#define ONE_CALL(name, what, rounds, begin, run, end) \
    { name, "call", what, rounds, 0, false, begin, run, end, NULL }
#define CHILD(name, what, rounds, run) \
    { name, "child", what, rounds, 0, true, NULL, run, NULL, NULL }
#define HEAP(name, what, rounds, mib, run) \
    { name, "child", what, rounds, mib, true, heap_begin, run, heap_end, NULL }
#define RING(name, what, rounds, processes) \
    { name, "hop", what, rounds, processes, false, \
      ring_begin, ring_run, ring_end, NULL }
#define YIELD(name, what, rounds, processes) \
    { name, "call", what, rounds, processes, false, \
      yield_begin, yield_run, yield_end, NULL }
#define STREAM(name, what, bytes) \
    { name, "KiB", what, 4 * MIB_BYTES, bytes, false, \
      stream_begin, stream_run, stream_end, NULL }
#define CROWD(name, what, batches, processes) \
    { name, "process", what, batches, processes, true, NULL, NULL, NULL, crowd_measure }

const struct row rows[] = {
    ONE_CALL("null_syscall", "getppid", 10000, NULL, call_run, NULL),
    ONE_CALL("clock_gettime", "the monotonic clock", 10000, NULL, clock_run, NULL),
    ONE_CALL("write_devnull", "write 1 byte to /dev/null", 10000,
             null_begin, write_run, null_end),

    CHILD("fork_exit", "fork + exit + wait, the child writes nothing", 200, fork_run),
    CHILD("fork_write", "the same, the child writes stack and data", 200,
          fork_write_run),
    HEAP("fork_exit_4m", "fork + exit + wait with a heap of 4 MiB", 30, 4, fork_run),
    HEAP("fork_write_4m", "the same, the child writes all its pages", 3, 4,
         fork_heap_run),
    HEAP("fork_exit_32m", "fork + exit + wait with a heap of 32 MiB", 10, 32, fork_run),
    HEAP("fork_write_32m", "the same, the child writes all its pages", 1, 32,
         fork_heap_run),
    CHILD("vfork_exit", "vfork + exit + wait", 200, vfork_run),
    CHILD("fork_exec", "fork + exec of /bin/true + wait", 100, fork_exec_run),
    CHILD("vfork_exec", "vfork + exec of /bin/true + wait", 100, vfork_exec_run),
    CHILD("posix_spawn", "posix_spawn of /bin/true + wait", 100, spawn_run),

    { "pipe_self", "round trip", "a byte through a pipe, to itself", 5000, 0, false,
      self_begin, self_run, self_end, NULL },
    { "pipe_pingpong", "round trip", "a byte to a process and back, by pipes", 1000, 2,
      false, ring_begin, ring_run, ring_end, NULL },
    RING("ring_2", "a byte around a ring of 2 processes", 1000, 2),
    RING("ring_8", "of 8", 250, 8),
    RING("ring_32", "of 32", 60, 32),
    RING("ring_128", "of 128", 15, 128),
    RING("ring_1024", "of 1,024", 3, 1024),
    STREAM("pipe_bw_4k", "through a pipe to a process, 4 KiB a write", 4 * KIB_BYTES),
    STREAM("pipe_bw_64k", "the same, 64 KiB a write", 64 * KIB_BYTES),
    YIELD("yield_1", "sched_yield, alone", 5000, 1),
    YIELD("yield_2", "among 2 processes", 2000, 2),
    YIELD("yield_16", "among 16", 300, 16),
    YIELD("yield_128", "among 128", 60, 128),

    ONE_CALL("sig_install", "sigaction", 10000, NULL, install_run, NULL),
    ONE_CALL("sig_self", "a signal to itself, handled", 2000,
             signal_begin, signal_run, signal_end),
    { "sig_pingpong", "round trip", "a signal to a process and one back, handled", 500,
      0, false, pingpong_begin, pingpong_run, pingpong_end, NULL },

    { "page_touch", "page", "first touch", 1000, 0, false,
      touch_begin, touch_run, touch_end, NULL },
    { "page_total", "page", "the heap grown, touched and shrunk", 1000, 0, true,
      NULL, grow_run, NULL, NULL },
    { "mmap_munmap", "pair", "mmap + munmap of 64 KiB", 1000, 0, false,
      NULL, map_run, NULL, NULL },
    { "mmap_touch16", "pair", "the same, its 16 pages touched", 100, 0, true,
      NULL, map_touch_run, NULL, NULL },

    CROWD("crowd_10", "10 children that live at once: fork, reap", BATCHES, 10),
    CROWD("crowd_1000", "1,000", 1, 1000),
    CROWD("crowd_most", "as many as there can be: how many, fork, reap", 1, 0),
    { "ps_1000", "process", "what ps reads, with 1,000 processes", 1, 1000, false,
      ps_begin, ps_run, ps_end, NULL },
};
/* clang-format on */

const int row_count = sizeof(rows) / sizeof(*rows);
