/* SPDX-License-Identifier: MIT */
/*
 * yes [WORD...]: prints the words, or y, for ever.
 *
 * It ends when nobody reads any more: the write to a pipe without a reader
 * raises SIGPIPE, as in "yes | head -3".
 * Exit status: 1, if output fails without a signal.
 */
#include <err.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char *argv[])
{
    int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;

    for (;;) {
        if (first == argc)
            fputs("y", stdout);
        for (int i = first; i < argc; i++)
            printf("%s%s", i > first ? " " : "", argv[i]);
        if (putchar('\n') < 0 || ferror(stdout))
            err(1, "standard output");
    }
}
