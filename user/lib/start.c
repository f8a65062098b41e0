/* SPDX-License-Identifier: MIT */
/*
 * From the start-up stack to main, and from main's return to exit.
 *
 * Called once by crt0.S with the address of argc.  It owns environ and the
 * two names of the program, which err.c and getopt.c print.
 * Read next: atexit.c.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sys.h"

char **environ;
char *program_invocation_name = (char *)"?";
char *program_invocation_short_name = (char *)"?";

int main(int argc, char **argv, char **envp);

void program_start(unsigned long *stack)
{
    int argc = (int)stack[0];
    char **argv = (char **)&stack[1];

    environ = &argv[argc + 1];
    if (argc > 0) {
        char *slash = strrchr(argv[0], '/');

        program_invocation_name = argv[0];
        program_invocation_short_name = slash ? slash + 1 : argv[0];
    }
    exit(main(argc, argv, environ));
}
