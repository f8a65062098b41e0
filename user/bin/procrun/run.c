/* SPDX-License-Identifier: MIT */
/*
 * Who has the turn in each tick, and a row of the table for it.
 *
 * The rules are the book's: a process keeps the CPU until it ends or, with
 * SWITCH_ON_IO, asks for I/O. Then the next one that is READY gets it, in the order
 * of their numbers and after the last from the first on. One whose I/O is over gets
 * it at once with IO_RUN_IMMEDIATE, and in any case when no other could use it.
 */
#include <stdio.h>

#include "procrun.h"

#define PER_CENT 100.0

static int time_ticks, cpu_ticks, io_ticks; /* all, with the CPU busy, with I/O */

static void head_print(void)
{
    printf("Time");
    for (int id = 0; id < program_count; id++)
        printf("%12s%2d", "PID:", id);
    printf("%14s%14s\n", "CPU", "IOs");
}

/* What a process is in this tick; IS_RUNNING: it has the turn. */
static void cell_print(int id, bool is_running)
{
    char text[sizeof("RUN:io_done")];
    char next = process_next(id);

    snprintf(text, sizeof(text), "RUN:%s", instruction_name(next));
    printf("%14s", !is_running ? state_name(process_state(id)) :
           next ? text : "RUNNING");
}

/* RUNNING has the turn, or NOBODY; is_io_over: some I/O ended with the last tick. */
static void row_print(int running, bool is_io_over, int in_flight)
{
    printf("%3d%c", time_ticks, is_io_over ? '*' : ' ');
    for (int id = 0; id < program_count; id++)
        cell_print(id, id == running);
    if (running != NOBODY && process_next(running))
        printf("%14d", 1);
    else if (in_flight)
        printf("%14s", "");
    if (in_flight)
        printf("%14d", in_flight);
    printf("\n");
}

static bool are_all_done(void)
{
    int id = 0;

    while (id < program_count && process_state(id) == DONE)
        id++;
    return id == program_count;
}

/* The next READY one after CURRENT, which stays if there is none. */
static int next_ready(int current)
{
    for (int i = 1; i <= program_count; i++) {
        int id = (current + i) % program_count;

        if (process_state(id) == READY)
            return id;
    }
    return current;
}

/* One tick, in which CURRENT has the CPU. Returns: who has it in the next. */
static int tick(int current, const struct options *options)
{
    int in_flight, over = device_tick(&in_flight);
    char instruction;

    time_ticks++;
    io_ticks += in_flight > 0;
    if (over != NOBODY) {
        process_io_done(over);
        if (options->is_run_immediate || process_state(current) != READY)
            current = over;
    }
    if (process_state(current) != READY) {
        row_print(NOBODY, over != NOBODY, in_flight);
        return current;
    }
    row_print(current, over != NOBODY, in_flight);
    instruction = process_next(current);
    cpu_ticks += instruction != '\0';
    process_step(current);
    if (process_next(current) == '\0' ||
        (instruction == DO_IO && options->is_switch_on_io))
        return next_ready(current);
    return current;
}

static void stats_print(void)
{
    double ticks = time_ticks ? time_ticks : 1;

    printf("\nStats: Total Time %d\n", time_ticks);
    printf("Stats: CPU Busy %d (%.2f%%)\n", cpu_ticks, PER_CENT * cpu_ticks / ticks);
    printf("Stats: IO Busy  %d (%.2f%%)\n\n", io_ticks, PER_CENT * io_ticks / ticks);
}

void run(const struct options *options)
{
    int current = 0;

    device_start(options->io_length);
    processes_start(options);
    head_print();
    while (!are_all_done())
        current = tick(current, options);
    processes_reap();
    device_stop();
    if (options->has_stats)
        stats_print();
}
