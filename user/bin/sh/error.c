/* SPDX-License-Identifier: MIT */
/*
 * What the shell says when something is wrong.
 *
 * A message names the shell and, in a script, the line.  sh_error() also
 * starts the way out: an interactive shell drops the line and prompts again,
 * any other shell ends (POSIX.1-2017, Shell, 2.8.1).
 */
#include <stdarg.h>
#include <stdio.h>

#include "sh.h"

static void message_print(const char *format, va_list args)
{
    fflush(stdout);
    if (sh.in_script)
        fprintf(stderr, "%s: %d: ", sh.name, sh.line);
    else
        fprintf(stderr, "sh: ");
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    fflush(stderr);
}

void sh_warn(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    message_print(format, args);
    va_end(args);
}

int sh_error(int status, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    message_print(format, args);
    va_end(args);
    sh.unwind = UNWIND_ERROR;
    sh.status = status;
    return status;
}
