/* SPDX-License-Identifier: MIT */
/*
 * Four processes at once, each computing a series on the x87, sums in SSE registers
 * and with an errno of its own, through preemption and signal handlers that compute
 * themselves and put back errno alone: each ends with the digits, and finds the
 * errno, that it has when it is alone.
 */
#include "tap.h"

#include <sys/time.h>

enum { CHILDREN = 4, ROUNDS = 400, TERMS = 3000, INTERVAL_US = 3000 };

static volatile sig_atomic_t caught;

static const struct work {
    int seed, error;
} works[CHILDREN] = {{1, EBADF}, {20, ENOENT}, {300, ESRCH}, {4000, EINVAL}};

/* Leaves neither x87 stack nor SSE registers as they were; errno it disturbs and,
 * as a handler must, puts back. */
static void on_tick(int sig)
{
    volatile double x = sig;
    int saved = errno;

    for (int i = 1; i < 20; i++)
        x = x / 3.0 + 1.0 / i;
    __asm__ volatile("pcmpeqd %%xmm0, %%xmm0\n\t"
                     "pcmpeqd %%xmm1, %%xmm1\n\t"
                     "pcmpeqd %%xmm7, %%xmm7"
                     : : : "memory");
    if (access("", 0) == -1 && errno == ENOENT && close(-1) == -1)
        caught = caught + (errno == EBADF);
    errno = saved;
}

/* One step: an integer that went through XMM registers, 3 * SEED. */
static unsigned sse_triple(unsigned seed)
{
    unsigned in[4] = {seed, seed, seed, seed}, out[4];

    __asm__ volatile("movups (%1), %%xmm0\n\t"
                     "movaps %%xmm0, %%xmm1\n\t"
                     "movl $2000, %%ecx\n"
                     "1:\n\t"
                     "decl %%ecx\n\t"
                     "jnz 1b\n\t"
                     "paddd %%xmm1, %%xmm0\n\t"
                     "paddd %%xmm1, %%xmm0\n\t"
                     "movups %%xmm0, (%0)"
                     : : "r"(out), "r"(in)
                     : "ecx", "memory", "cc");
    return out[0] == out[3] ? out[0] : 0;
}

/* A sum that any lost bit of the x87 changes. */
static double series(int seed)
{
    double sum = seed;

    for (int i = 1; i < TERMS; i++)
        sum += (i & 1 ? 1.0 : -1.0) / (i + seed) + sum * 1e-7;
    return sum;
}

/* Makes a call that fails with ERROR. */
static void provoke(int error)
{
    if (error == EBADF)
        expect(close(-1) == -1);
    else if (error == ENOENT)
        expect(open("", O_RDONLY) == -1);
    else
        expect(kill(error == ESRCH ? 0x3fffffff : getpid(), 99) == -1);
}

static int child_computes(void *arg)
{
    struct itimerval often = {{0, INTERVAL_US}, {0, INTERVAL_US}};
    const struct work *work = arg;
    int seed = work->seed;
    double first = series(seed);

    handle(SIGALRM, on_tick, SA_RESTART);
    expect(setitimer(ITIMER_REAL, &often, NULL) == 0);
    for (int i = 0; i < ROUNDS || caught == 0; i++) {
        double again;

        provoke(work->error);
        again = series(seed);
        expect(memcmp(&first, &again, sizeof first) == 0);
        expect(sse_triple((unsigned)(seed + i)) == 3u * (unsigned)(seed + i));
        expect(errno == work->error);
    }
    return 0;
}

static bool has_sse2(void)
{
    unsigned a = 1, b, c, d;

    __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "=c"(c), "=d"(d));
    return d & 1u << 26;
}

int main(void)
{
    int good = 0;
    pid_t child[CHILDREN];
    char text[64];

    if (!has_sse2())
        skip_all("this CPU has no SSE2");
    plan(3);
    for (int i = 0; i < CHILDREN; i++)
        child[i] = child_start(child_computes, (void *)&works[i]);
    for (int i = 0; i < CHILDREN; i++)
        good += exited_with(child_wait(child[i]), 0);
    is(good, CHILDREN, "each computes undisturbed");
    snprintf(text, sizeof text, "%.8f %.8f", series(1), series(4000));
    if (!is_str(text, "1.30741142 4001.19997629", "the digits are these"))
        diag("%s", text);
    is((int)sse_triple(14), 42, "and 42");
    return done();
}
