/* SPDX-License-Identifier: MIT */
/*
 * race [-l]: a lost update (OSTEP chapters 26 and 28).
 *
 * Two processes count in a variable that they share: each reads it, works for a while,
 * and writes back one more.  If the CPU is taken from one in between and the other
 * counts, that is lost.  With -l they take a lock first.  It goes well most times:
 * `make search CMD=race` finds out when it does not.
 * Exit status: 0 nothing was lost, 1 something was, 2 wrong usage.
 */
#include <err.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROCESSES 2
#define ROUNDS 20
#define LOOPS_BETWEEN 24000     /* one to two milliseconds */
#define LOOPS_INSIDE 500        /* a fiftieth of that */
#define STATUS_USAGE 2

struct shared {
    int count;
    int is_locked;
};

static void work(int loops)
{
    for (volatile int i = 0; i < loops; i++)
        continue;
}

static void lock(int *is_locked)
{
    while (__sync_lock_test_and_set(is_locked, 1))
        sched_yield();
}

static void count_rounds(volatile struct shared *shared, bool has_lock)
{
    for (int i = 0; i < ROUNDS; i++) {
        work(LOOPS_BETWEEN);
        if (has_lock)
            lock((int *)&shared->is_locked);
        int seen = shared->count;
        work(LOOPS_INSIDE);
        shared->count = seen + 1;
        if (has_lock)
            __sync_lock_release(&shared->is_locked);
    }
}

static int usage(void)
{
    fprintf(stderr, "usage: race [-l]\n");
    return STATUS_USAGE;
}

int main(int argc, char *argv[])
{
    bool has_lock = false;
    int c;

    while ((c = getopt(argc, argv, "l")) != -1) {
        if (c == '?')
            return usage();
        has_lock = true;
    }
    if (optind < argc)
        return usage();
    struct shared *shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        err(1, "mmap");
    for (int i = 0; i < PROCESSES; i++) {
        pid_t pid = fork();
        if (pid < 0)
            err(1, "fork");
        if (pid == 0) {
            count_rounds(shared, has_lock);
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        continue;
    printf("%d of %d\n", shared->count, PROCESSES * ROUNDS);
    return shared->count != PROCESSES * ROUNDS;
}
