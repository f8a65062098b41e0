/* SPDX-License-Identifier: MIT */
/* What the files of procrun offer each other. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define PROCESSES_MAX 64
#define NOBODY        (-1)

/* What a process is to do: one letter of these for each instruction. */
enum instruction { DO_CPU = 'c', DO_IO = 'i', DO_IO_DONE = 'd' };

struct program {
    char *code; /* ends with '\0' */
    int length;
};

struct options {
    bool is_switch_on_io;  /* or only when a process ends */
    bool is_run_immediate; /* when its I/O is done; or later */
    int io_length;
    bool is_solved, has_stats;
};

/* ---- program.c: the list of processes ---- */

extern struct program programs[PROCESSES_MAX];
extern int program_count;

/* X:Y,X:Y,...: X instructions, of which Y per cent use the CPU, by chance. */
void programs_draw(const char *list, uint32_t seed);
/* c7,i,c1:c3,i: what each process does, one after the other. */
void programs_spell(const char *list);
void programs_print(const struct options *options);
const char *instruction_name(char instruction);

/* ---- device.c: a process that takes its time for I/O ---- */

void device_start(int io_length);
/* For a process: asks for I/O. */
void device_request(int id);
/* For a process: waits for its end, blocked or by asking again and again. */
void device_wait(int id, bool is_blocking);
/* A tick of the clock. Returns: whose I/O is over with it, or NOBODY. */
int device_tick(int *in_flight);
/* When no process is left that could ask. */
void device_stop(void);

/* ---- process.c: the processes ---- */

/* What /proc says that it is; SPINNING is READY, but still in its I/O. */
enum state { READY, SPINNING, BLOCKED, STOPPED, DONE };

/* Forks a process for each program. They wait for their turn. */
void processes_start(const struct options *options);
enum state process_state(int id);
const char *state_name(enum state state);
/* What it will do next; '\0': it has come to its end. */
char process_next(int id);
/* Lets it do one instruction, and waits until it is in the state that follows. */
void process_step(int id);
/* Its I/O is over: waits until it knows. */
void process_io_done(int id);
/* Takes the exit statuses. */
void processes_reap(void);

/* ---- run.c: who runs when, and the table ---- */

void run(const struct options *options);
