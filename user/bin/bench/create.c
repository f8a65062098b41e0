/* SPDX-License-Identifier: MIT */
/*
 * Children that end at once: what it costs to make a process and to be rid of it.
 *
 * With a heap of some MiB, all of it written, one sees what of that grows with memory:
 * kernels that copy pages pay at fork, those that share them when the child writes.
 */
#include <err.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

static char small_name[] = "true";
static char *const small_args[] = { small_name, NULL };
static volatile char *heap;
static volatile int data = 1; /* in a page of its own kind: data, not bss */

static void heap_write(const struct row *row)
{
    for (int at = 0; at < row->size * MIB_BYTES; at += PAGE_BYTES)
        heap[at]++;
}

void heap_begin(const struct row *row)
{
    void *start = sbrk(row->size * MIB_BYTES);

    if (start == (void *)-1)
        err(1, "sbrk");
    heap = start;
    heap_write(row);
}

void heap_end(const struct row *row)
{
    sbrk(-row->size * MIB_BYTES);
}

/* Has a child that writes nothing: it does not even return from a function. */
static pid_t fork_idle(void)
{
    pid_t pid;

    __asm__ volatile("int $0x80\n\t"
                     "testl %%eax, %%eax\n\t"
                     "jnz 1f\n\t"
                     "xorl %%ebx, %%ebx\n\t"
                     "movl %[exit], %%eax\n\t"
                     "int $0x80\n"
                     "1:"
                     : "=a"(pid)
                     : "0"(SYS_fork), [exit] "i"(SYS_exit)
                     : "memory", "cc");
    if (pid < 0)
        errx(1, "fork failed");
    return pid;
}

long fork_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++) {
        fork_idle();
        wait_sure(1);
    }
    return row->rounds;
}

/* Has CHILD run in a child, again and again. */
static long children_run(const struct row *row, void (*child)(const struct row *))
{
    for (long i = 0; i < row->rounds; i++) {
        if (fork_sure() == 0) {
            child(row);
            _exit(0);
        }
        wait_sure(1);
    }
    return row->rounds;
}

static void write_both(const struct row *row)
{
    volatile char stack[PAGE_BYTES]; /* reaches into the next page */

    (void)row;
    stack[0] = 1;
    data += stack[0];
}

long fork_write_run(const struct row *row)
{
    return children_run(row, write_both);
}

long fork_heap_run(const struct row *row)
{
    return children_run(row, heap_write);
}

static void become_small(const struct row *row)
{
    (void)row;
    execv(SMALL, small_args);
    _exit(1);
}

long fork_exec_run(const struct row *row)
{
    return children_run(row, become_small);
}

/* The child borrows all that is here, so it must call what does not return. */
static void vfork_once(const struct row *row, void (*child)(const struct row *))
{
    pid_t pid = vfork();

    if (pid == 0)
        child(row);
    if (pid < 0)
        err(1, "vfork");
    wait_sure(1);
}

static void be_gone(const struct row *row)
{
    (void)row;
    _exit(0);
}

long vfork_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        vfork_once(row, be_gone);
    return row->rounds;
}

long vfork_exec_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++)
        vfork_once(row, become_small);
    return row->rounds;
}

long spawn_run(const struct row *row)
{
    for (long i = 0; i < row->rounds; i++) {
        if (posix_spawn(NULL, SMALL, NULL, NULL, small_args, environ) != 0)
            errx(1, "posix_spawn failed");
        wait_sure(1);
    }
    return row->rounds;
}
