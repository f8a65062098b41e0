/* SPDX-License-Identifier: MIT */
/*
 * The end of a program, and what is to be done before.
 *
 * exit runs the functions of atexit and on_exit, the last registered first,
 * writes out the streams and ends the process; quick_exit runs those of
 * at_quick_exit; _exit (process.c) runs none.
 * Read next: stdio_file.c, kernel/proc/exit.c.
 */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include "stdio_file.h"

#define FUNCTIONS_MAX 64 /* POSIX asks for 32 */

/* One of two forms: on_exit's wants to know the status. */
struct function {
    void (*plain)(void);
    void (*with_status)(int status, void *arg);
    void *arg;
};

struct function_list {
    int count;
    struct function functions[FUNCTIONS_MAX];
};

static struct function_list at_exit, at_quick;

static int function_add(struct function_list *list, struct function function)
{
    if (list->count == FUNCTIONS_MAX) {
        errno = ENOMEM;
        return -1;
    }
    list->functions[list->count++] = function;
    return 0;
}

static void functions_run(struct function_list *list, int status)
{
    while (list->count > 0) {
        struct function *f = &list->functions[--list->count];

        if (f->plain)
            f->plain();
        else
            f->with_status(status, f->arg);
    }
}

int atexit(void (*function)(void))
{
    return function_add(&at_exit, (struct function){.plain = function});
}

int on_exit(void (*function)(int status, void *arg), void *arg)
{
    return function_add(
        &at_exit, (struct function){.with_status = function, .arg = arg});
}

int at_quick_exit(void (*function)(void))
{
    return function_add(&at_quick, (struct function){.plain = function});
}

void exit(int status)
{
    functions_run(&at_exit, status);
    stream_close_all();
    _exit(status);
}

void quick_exit(int status)
{
    functions_run(&at_quick, status);
    _exit(status);
}
