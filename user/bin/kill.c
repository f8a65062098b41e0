/* SPDX-License-Identifier: MIT */
/*
 * kill: sends a signal to processes (POSIX.1-2017, kill; kill(2)).
 *
 *     kill [-s SIGNAL | -n NUMBER | -SIGNAL] pid...     kill -l [status]...
 *
 * A negative pid means the process group, -1 all processes that may be
 * signalled; signal 0 only asks whether that would be allowed.  Exit status:
 * 0 all was sent, 1 something was not or the command line makes no sense.
 */
#include <ctype.h>
#include <errno.h>
#include <signal.h>
#include <signame.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATUS_USAGE 1
#define STATUS_OF_SIGNAL 128 /* $? of a process that a signal ended: 128 + n */

static int usage(void)
{
    fprintf(stderr, "usage: kill [-s SIGNAL | -n NUMBER | -SIGNAL] pid...\n"
                    "       kill -l [NUMBER | NAME]...\n"
                    "       kill -L\n");
    return STATUS_USAGE;
}

/* kill -l: for a number (or an exit status) the name, and the reverse. */
static int list_translate(char **args)
{
    int status = 0, sig;

    for (; *args; args++) {
        bool number = isdigit((unsigned char)**args);

        if (number && atoi(*args) > STATUS_OF_SIGNAL)
            sig = atoi(*args) - STATUS_OF_SIGNAL;
        else
            sig = signame_number(*args);
        if (sig < 0 || signame_text(sig) == NULL) {
            fprintf(stderr, "kill: %s: invalid signal\n", *args);
            status = 1;
        } else if (number) {
            printf("%s\n", signame_text(sig));
        } else {
            printf("%d\n", sig);
        }
    }
    return status;
}

static int kill_one(const char *text, int sig)
{
    char *end;
    long pid;

    errno = 0;
    pid = strtol(text, &end, 10);
    if (end == text || *end || errno || pid != (pid_t)pid) {
        fprintf(stderr, "kill: %s: a process id is expected\n", text);
        return 1;
    }
    if (kill((pid_t)pid, sig) < 0) {
        fprintf(stderr, "kill: %s: %s\n", text, strerror(errno));
        return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const char *name = "TERM";
    int i = 1, sig, status = 0;

    if (argc < 2 || strcmp(argv[1], "--help") == 0)
        return usage();
    if (strcmp(argv[1], "-L") == 0 || strcmp(argv[1], "--table") == 0) {
        signame_list(true);
        return 0;
    }
    if (strcmp(argv[1], "-l") == 0 || strcmp(argv[1], "--list") == 0) {
        if (argc == 2)
            signame_list(false);
        return list_translate(argv + 2);
    }
    if (strcmp(argv[1], "-s") == 0 || strcmp(argv[1], "-n") == 0) {
        if (argc < 3)
            return usage();
        name = argv[2];
        i = 3;
    } else if (argv[1][0] == '-' && strcmp(argv[1], "--") != 0) {
        name = argv[1] + 1;
        i = 2;
    }
    sig = signame_number(name);
    if (sig < 0 && name == argv[1] + 1 && (*name == 's' || *name == 'n'))
        sig = signame_number(++name); /* -sKILL */
    if (sig < 0) {
        fprintf(stderr, "kill: %s: invalid signal\n", name);
        return STATUS_USAGE;
    }
    if (i < argc && strcmp(argv[i], "--") == 0)
        i++;
    if (i >= argc)
        return usage();
    for (; i < argc; i++)
        status |= kill_one(argv[i], sig);
    return status;
}
