/* SPDX-License-Identifier: MIT */
/*
 * The device: a process of its own that needs some ticks for each I/O.
 *
 * Requests and ticks come to it through one pipe, so it has them in the order in
 * which they were made. When an I/O is over it writes a byte into the pipe from which
 * the process that asked for it reads: a real process that really blocks.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "procrun.h"

#define TICK (-1) /* in the place of a process's number */

/* What the device says after a tick. */
struct answer {
    int done, in_flight;
};

static int orders[2], answers[2];
static int wakes[PROCESSES_MAX][2];
static pid_t device;

static void pipe_make(int ends[2])
{
    if (pipe(ends) < 0)
        err(1, "pipe");
}

static void bytes_write(int fd, const void *from, size_t size)
{
    if (write(fd, from, size) != (ssize_t)size)
        err(1, "write");
}

/* Counts a tick for all that is under way. */
static struct answer time_pass(int left[])
{
    struct answer answer = { NOBODY, 0 };

    for (int id = 0; id < program_count; id++) {
        if (left[id] > 0 && --left[id] == 0) {
            bytes_write(wakes[id][1], "", 1);
            answer.done = id;
        }
        answer.in_flight += left[id] > 0;
    }
    return answer;
}

/* The device's life; it ends when nobody is left who could ask. */
static void __attribute__((noreturn)) device_live(int io_length)
{
    int left[PROCESSES_MAX] = { 0 }; /* ticks, for each process */
    int order;

    close(orders[1]);
    close(answers[0]);
    while (read(orders[0], &order, sizeof(order)) == sizeof(order)) {
        if (order == TICK) {
            struct answer answer = time_pass(left);

            bytes_write(answers[1], &answer, sizeof(answer));
        } else {
            left[order] = io_length + 1; /* the tick in which it asks, and these */
        }
    }
    _exit(0);
}

void device_start(int io_length)
{
    pipe_make(orders);
    pipe_make(answers);
    for (int id = 0; id < program_count; id++)
        pipe_make(wakes[id]);
    device = fork();
    if (device < 0)
        err(1, "fork");
    if (device == 0)
        device_live(io_length);
    close(orders[0]);
    close(answers[1]);
}

void device_request(int id)
{
    bytes_write(orders[1], &id, sizeof(id));
}

void device_wait(int id, bool is_blocking)
{
    char byte;

    fcntl(wakes[id][0], F_SETFL, is_blocking ? 0 : O_NONBLOCK);
    while (read(wakes[id][0], &byte, 1) < 0 && (errno == EAGAIN || errno == EINTR))
        sched_yield(); /* to procrun: no other has a turn */
}

int device_tick(int *in_flight)
{
    struct answer answer;
    int order = TICK;

    bytes_write(orders[1], &order, sizeof(order));
    if (read(answers[0], &answer, sizeof(answer)) != sizeof(answer))
        errx(1, "the device is gone");
    *in_flight = answer.in_flight;
    return answer.done;
}

void device_stop(void)
{
    close(orders[1]);
    waitpid(device, NULL, 0);
}
