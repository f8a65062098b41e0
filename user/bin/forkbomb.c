/* SPDX-License-Identifier: MIT */
/*
 * forkbomb [-k] [-n N]: creates processes until there can be no more.
 *
 * Every child only waits, so the number that is printed is how many the
 * system can hold; ctrl-C ends them all, for they are one process group.
 * -n stops at N.  -k ends the children when the number is known, and exits.
 *
 * When memory has run out a process may not even be able to write to its own
 * pages, which it shares with its children until then.  So before it speaks
 * it ends its youngest child: that gives some memory back.
 * Exit status: 0 with -k, 1 if not even one child could be had, 2 for wrong
 * usage; without -k it waits for a signal.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t group; /* of the children, with -k; or 0: that of us all */

static void usage(void)
{
    fprintf(stderr, "usage: forkbomb [-k] [-n count]\n");
    exit(2);
}

/* A signal ends the children with us: they are in another group. */
static void end_all(int sig)
{
    if (group)
        kill(-group, SIGKILL);
    signal(sig, SIG_DFL);
    raise(sig);
}

static void wait_for_signal(void)
{
    for (;;)
        pause();
}

static pid_t create_child(int has_own_group)
{
    pid_t pid = fork();

    if (pid == 0) {
        if (has_own_group) {
            signal(SIGINT, SIG_DFL);
            signal(SIGTERM, SIG_DFL);
        }
        wait_for_signal();
    }
    if (pid > 0 && has_own_group) {
        setpgid(pid, group); /* 0: the first leads it */
        if (!group)
            group = pid;
    }
    return pid;
}

/*
 * Creates up to LIMIT children.  Returns how many, with *WHY set to what
 * stopped it: an error of fork, or a child that was killed for its memory.
 */
static long create_all(long limit, int has_own_group, const char **why)
{
    pid_t youngest = 0;
    long count;

    for (count = 0; count < limit; count++) {
        pid_t pid = create_child(has_own_group);
        int error = errno;

        if (pid > 0) {
            youngest = pid;
            if (waitpid(-1, NULL, WNOHANG) <= 0)
                continue;
            count++;
            error = 0;
        }
        if (youngest) {
            kill(youngest, SIGKILL);
            waitpid(youngest, NULL, 0);
        }
        *why = error ? strerror(error) : "a child was killed";
        break;
    }
    return count;
}

static void end_children(void)
{
    if (group)
        kill(-group, SIGKILL);
    while (wait(NULL) > 0 || errno == EINTR)
        continue;
}

int main(int argc, char *argv[])
{
    const char *why = NULL;
    long limit = 0x7fffffff;
    int must_end = 0;
    long count;
    int c;

    while ((c = getopt(argc, argv, "kn:")) != -1) {
        if (c == 'k')
            must_end = 1;
        else if (c == 'n' && atol(optarg) > 0)
            limit = atol(optarg);
        else
            usage();
    }
    if (optind < argc)
        usage();
    if (must_end) {
        signal(SIGINT, end_all);
        signal(SIGTERM, end_all);
    }

    count = create_all(limit, must_end, &why);
    printf("forkbomb: %ld processes", count);
    if (why)
        printf(", then: %s", why);
    putchar('\n');
    fflush(stdout);
    if (must_end)
        end_children();
    else if (count > 0)
        wait_for_signal();
    return count > 0 ? 0 : 1;
}
