/* SPDX-License-Identifier: MIT */
/*
 * chrt [-b|-f|-i|-o|-r] PRIORITY PROGRAM [ARGUMENT...]
 * chrt [-b|-f|-i|-o|-r] -p PRIORITY PID
 * chrt -p PID
 *
 * Runs a program with a real-time policy, SCHED_RR (-r, what is taken without an
 * option) or SCHED_FIFO (-f), or with SCHED_OTHER (-o), SCHED_BATCH (-b) or SCHED_IDLE
 * (-i), whose priority is 0; gives it to a process that runs; or says what it has.
 * Exit status: that of the program; 1 if it could not be done.
 */
#include <err.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct {
    char option;
    int policy;
    const char *name;
} policies[] = {
    { 'o', SCHED_OTHER, "SCHED_OTHER" }, { 'f', SCHED_FIFO, "SCHED_FIFO" },
    { 'r', SCHED_RR, "SCHED_RR" },       { 'b', SCHED_BATCH, "SCHED_BATCH" },
    { 'i', SCHED_IDLE, "SCHED_IDLE" },
};

#define POLICIES (sizeof(policies) / sizeof(policies[0]))

static void usage(void)
{
    fprintf(stderr, "usage: chrt [-b|-f|-i|-o|-r] priority program [argument...]\n"
                    "       chrt [-b|-f|-i|-o|-r] -p priority pid\n"
                    "       chrt -p pid\n");
    exit(1);
}

static int number(const char *text, const char *what)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (end == text || *end || value < 0)
        errx(1, "invalid %s argument: '%s'", what, text);
    return (int)value;
}

static const char *policy_name(int policy)
{
    for (size_t i = 0; i < POLICIES; i++) {
        if (policies[i].policy == policy)
            return policies[i].name;
    }
    return "unknown";
}

static void show(int pid)
{
    struct sched_param param;
    int policy = sched_getscheduler(pid);

    if (policy < 0 || sched_getparam(pid, &param) < 0)
        err(1, "failed to get pid %d's policy", pid);
    printf("pid %d's current scheduling policy: %s%s\n", pid,
           policy_name(policy & ~SCHED_RESET_ON_FORK),
           policy & SCHED_RESET_ON_FORK ? "|SCHED_RESET_ON_FORK" : "");
    printf("pid %d's current scheduling priority: %d\n", pid,
           param.sched_priority);
}

static void set(int pid, int policy, const char *priority)
{
    const struct sched_param param = { number(priority, "priority") };

    if (sched_setscheduler(pid, policy, &param) < 0)
        err(1, "failed to set pid %d's policy", pid);
}

int main(int argc, char *argv[])
{
    int policy = SCHED_RR, is_of_pid = 0, c;

    while ((c = getopt(argc, argv, "+bfiorp")) != -1) {
        size_t i = 0;

        is_of_pid |= c == 'p';
        while (i < POLICIES && policies[i].option != c)
            i++;
        if (i < POLICIES)
            policy = policies[i].policy;
        else if (c != 'p')
            usage();
    }
    argc -= optind;
    argv += optind;
    if (is_of_pid && argc == 1) {
        show(number(argv[0], "PID"));
    } else if (is_of_pid && argc == 2) {
        set(number(argv[1], "PID"), policy, argv[0]);
    } else if (!is_of_pid && argc >= 2) {
        set(0, policy, argv[0]);
        execvp(argv[1], argv + 1);
        err(1, "failed to execute %s", argv[1]);
    } else {
        usage();
    }
    return 0;
}
