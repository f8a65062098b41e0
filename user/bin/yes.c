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

int main(int argc, char *argv[])
{
    for (;;) {
        if (argc < 2)
            fputs("y", stdout);
        for (int i = 1; i < argc; i++)
            printf("%s%s", i > 1 ? " " : "", argv[i]);
        if (putchar('\n') < 0 || ferror(stdout))
            err(1, "standard output");
    }
}
