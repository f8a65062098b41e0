/* SPDX-License-Identifier: MIT */
/*
 * The processes: each is a fork that does an instruction when it has the turn.
 *
 * Whose turn it is stands in a page that all share. Those that have no turn ask for
 * it again and again and give the CPU back: they are READY, not blocked. In I/O a
 * process reads from the device's pipe and is BLOCKED; after its last instruction it
 * exits, and stays as a ZOMBIE until the table is complete. So what /proc says of
 * them is what the table shows.
 */
#include <err.h>
#include <measure.h>
#include <procread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "procrun.h"

#define STEP_NS 1000000LL /* of CPU time, for one instruction */

static struct {
    pid_t pid;
    int next;  /* instruction */
    bool is_in_io;
} processes[PROCESSES_MAX];

static volatile int *turn; /* a process's number, or NOBODY: procrun itself */
static bool is_blocking;   /* in I/O; or it spins */

static void compute(void)
{
    long long end = clock_ns(CLOCK_PROCESS_CPUTIME_ID) + STEP_NS;

    while (clock_ns(CLOCK_PROCESS_CPUTIME_ID) < end)
        continue;
}

static void turn_await(int id)
{
    while (*turn != id)
        sched_yield();
}

/* A process's life. */
static void __attribute__((noreturn)) process_live(int id)
{
    const char *code = programs[id].code;

    do {
        turn_await(id);
        if (*code)
            compute();
        if (*code == DO_IO)
            device_request(id);
        *turn = NOBODY;
        if (*code == DO_IO)
            device_wait(id, is_blocking);
    } while (*code && *++code);
    _exit(0);
}

void processes_start(const struct options *options)
{
    pid_t parent = getpid();

    is_blocking = options->is_switch_on_io;
    turn = mmap(NULL, sizeof(*turn), PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (turn == MAP_FAILED)
        err(1, "mmap");
    *turn = NOBODY;
    for (int id = 0; id < program_count; id++) {
        processes[id].pid = fork();
        if (processes[id].pid < 0)
            err(1, "fork");
        if (processes[id].pid > 0)
            continue;
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody waits for a turn for ever */
        if (getppid() == parent)
            process_live(id);
        _exit(1);
    }
}

enum state process_state(int id)
{
    struct procinfo info;

    if (!proc_read(processes[id].pid, &info))
        errx(1, "process %d is gone", id);
    proc_clear(&info);
    if (info.letter == 'R')
        return processes[id].is_in_io ? SPINNING : READY;
    return info.letter == 'Z' ? DONE : info.letter == 'T' ? STOPPED : BLOCKED;
}

const char *state_name(enum state state)
{
    static const char *const names[] = {
        [READY] = "READY",     [SPINNING] = "SPINNING", [BLOCKED] = "BLOCKED",
        [STOPPED] = "STOPPED", [DONE] = "DONE",
    };

    return names[state];
}

static void __attribute__((noreturn)) be_missing(int id)
{
    errx(1, "process %d was killed", id);
}

/* Whether it has ended; it stays a ZOMBIE. FLAGS: WNOHANG, or 0 to wait for the end. */
static bool end_look(int id, int flags)
{
    siginfo_t info = { 0 };

    return waitid(P_PID, (id_t)processes[id].pid, &info,
                  WEXITED | WNOWAIT | flags) == 0 && info.si_pid != 0;
}

/* Until it has given the turn back, which it does before it ends. */
static void turn_take_back(int id)
{
    while (*turn == id) {
        if (end_look(id, WNOHANG) && *turn == id)
            be_missing(id);
        sched_yield();
    }
}

static void state_await(int id, enum state awaited)
{
    enum state state;

    while ((state = process_state(id)) != awaited) {
        if (state == DONE)
            be_missing(id);
        sched_yield();
    }
}

char process_next(int id)
{
    return programs[id].code[processes[id].next];
}

void process_step(int id)
{
    char instruction = process_next(id);

    *turn = id;
    turn_take_back(id);
    if (instruction)
        processes[id].next++;
    processes[id].is_in_io = instruction == DO_IO;
    if (instruction == DO_IO)
        state_await(id, is_blocking ? BLOCKED : SPINNING);
    else if (process_next(id) == '\0')
        end_look(id, 0);
}

void process_io_done(int id)
{
    processes[id].is_in_io = false;
    state_await(id, READY);
}

void processes_reap(void)
{
    for (int id = 0; id < program_count; id++)
        waitpid(processes[id].pid, NULL, 0);
}
