/* SPDX-License-Identifier: MIT */
/*
 * Many processes that live at once: how many there can be, and what each one costs when
 * there are many already.
 *
 * A child counts when it has written its heap and its stack, and once more when all are
 * there and it answers. When memory runs out a kernel may refuse the next fork, or end
 * a child; so SIGCHLD writes into the pipe on which the children report, and nobody
 * waits for the report of a child that is gone.
 */
#include <err.h>
#include <errno.h>
#include <procread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

#define IS_READY  'r'
#define IS_GONE   'x'
#define ANSWER    'a'

struct crowd {
    int count;
    struct moment begun, full, ending, gone;
};

static int reports[2]; /* from the children */
static int asks[2];    /* has no writer any more: all of them shall answer */
static int end[2];     /* the same: all of them shall end */
static volatile char *heap;

static void child_gone(int sig)
{
    int error = errno;
    char report = IS_GONE;

    (void)sig;
    if (write(reports[1], &report, 1) < 0)
        _exit(1);
    errno = error;
}

static void __attribute__((noreturn)) child_live(void)
{
    volatile char stack[PAGE_BYTES]; /* reaches into the next page */
    char byte;

    signal(SIGCHLD, SIG_DFL);
    close(asks[1]);
    close(end[1]);
    heap[0] = stack[0] = 1;
    write_sure(reports[1], &(char){ IS_READY }, 1);
    read_sure(asks[0], &byte, 1);
    write_sure(reports[1], &(char){ ANSWER }, 1);
    read_sure(end[0], &byte, 1);
    _exit(0);
}

static char report_read(void)
{
    char report = 0;

    while (read(reports[0], &report, 1) < 0) {
        if (errno != EINTR)
            err(1, "read");
    }
    return report;
}

/* Forks one more. Returns: false when there can be no more. */
static bool crowd_grow(int *count)
{
    pid_t pid = fork();

    if (pid == 0)
        child_live();
    if (pid < 0) {
        if (errno != EAGAIN && errno != ENOMEM)
            err(1, "fork");
        return false;
    }
    ++*count;
    return report_read() == IS_READY;
}

/* All of COUNT that live still answer. Returns: how many that are. */
static int crowd_ask(int count)
{
    while (waitpid(-1, NULL, WNOHANG) > 0)
        count--;
    close(asks[1]);
    for (int i = 0; i < count; i++) {
        while (report_read() != ANSWER)
            continue;
    }
    return count;
}

/* As many as LIMIT, or as there can be if that is 0. */
static void crowd_begin(struct crowd *crowd, int limit)
{
    pipe_sure(reports);
    pipe_sure(asks);
    pipe_sure(end);
    heap = sbrk(PAGE_BYTES);
    heap[0] = 0;
    signal(SIGCHLD, child_gone);
    crowd->count = 0;
    crowd->begun = moment_now();
    while (limit == 0 || crowd->count < limit) {
        if (!crowd_grow(&crowd->count))
            break;
    }
    crowd->full = moment_now();
    signal(SIGCHLD, SIG_DFL);
    crowd->count = crowd_ask(crowd->count);
    if (crowd->count < limit)
        errx(1, "there can be only %d processes", crowd->count);
}

static void crowd_end(struct crowd *crowd)
{
    crowd->ending = moment_now();
    close(end[1]);
    while (wait(NULL) > 0)
        continue;
    crowd->gone = moment_now();
    sbrk(-PAGE_BYTES);
    close(end[0]);
    close(asks[0]);
    close(reports[0]);
    close(reports[1]);
}

void crowd_measure(const struct row *row)
{
    struct cost births[BATCHES], deaths[BATCHES];
    struct crowd crowd;
    char name[64];

    for (int i = 0; i < row->rounds; i++) {
        long before = memory_free();

        crowd_begin(&crowd, row->size);
        crowd_end(&crowd);
        crowd.gone = memory_await(row, before);
        births[i] = cost_between(crowd.begun, crowd.full, crowd.count);
        deaths[i] = cost_between(crowd.ending, crowd.gone, crowd.count);
    }
    snprintf(name, sizeof(name), "%s.fork", row->name);
    costs_print(name, row->unit, births, (int)row->rounds);
    snprintf(name, sizeof(name), "%s.reap", row->name);
    costs_print(name, row->unit, deaths, (int)row->rounds);
    if (row->size == 0)
        printf("bench\t%s.count\tprocesses\t%d\t%d\n", row->name, crowd.count,
               crowd.count);
}

static struct crowd watched;

void ps_begin(const struct row *row)
{
    crowd_begin(&watched, row->size);
}

long ps_run(const struct row *row)
{
    int count;
    struct procinfo *list = proc_list(&count);

    if (list == NULL || count < row->size)
        errx(1, "/proc shows %d processes only", count);
    proc_list_free(list, count);
    return row->size;
}

void ps_end(const struct row *row)
{
    (void)row;
    crowd_end(&watched);
}
