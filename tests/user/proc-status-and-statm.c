/* SPDX-License-Identifier: MIT */
/*
 * /proc/[pid]/status names its fields, statm gives seven numbers of pages,
 * comm the name, cmdline the arguments each with its NUL (proc(5)).
 */
#include "tap.h"

static char touched[1 << 20]; /* memory whose use shows */

/* The text after "NAME:" and its blanks in TEXT; "" if there is none. */
static const char *field(const char *text, const char *name)
{
    char line[64];
    const char *at;

    snprintf(line, sizeof line, "\n%s:", name);
    at = strstr(text, line);
    if (at == NULL)
        return "";
    at += strlen(line);
    return at + strspn(at, " \t");
}

int main(int argc, char **argv)
{
    char text[4096], path[64], *args[] = {argv[0], (char *)"two words",
                                          (char *)"", NULL};
    unsigned long n[7];
    pid_t pid;
    int len;

    if (argc > 1)
        return child_pauses(NULL);
    plan(14);
    memset(touched, 1, sizeof touched);
    ok(file_read("/proc/self/status", text, sizeof text) > 0, "status");
    ok(strncmp(text, "Name:\tproc-status-and\n", 22) == 0, "Name");
    ok(strncmp(field(text, "State"), "R (running)", 11) == 0, "State");
    is(atoi(field(text, "Pid")), getpid(), "Pid");
    is(atoi(field(text, "PPid")), getppid(), "PPid");
    is(atoi(field(text, "Uid")), (int)getuid(), "Uid");
    is(atoi(field(text, "Threads")), 1, "Threads");
    ok(atoi(field(text, "VmRSS")) > 400, "VmRSS");
    ok(file_read("/proc/self/statm", text, sizeof text) > 0, "statm");
    is(sscanf(text, "%lu %lu %lu %lu %lu %lu %lu", &n[0], &n[1], &n[2], &n[3],
              &n[4], &n[5], &n[6]), 7, "seven numbers");
    ok(n[0] >= n[1] && n[1] > 100, "size and resident");
    pid = fork();
    if (pid == 0) {
        execv(argv[0], args);
        _exit(127);
    }
    ok(wait_until(is_asleep(pid)), "a program with arguments");
    snprintf(path, sizeof path, "/proc/%d/cmdline", (int)pid);
    len = file_read(path, text, sizeof text);
    is(len, (int)strlen(argv[0]) + 1 + 10 + 1, "cmdline's length");
    ok(strcmp(text, argv[0]) == 0 &&
       memcmp(text + strlen(argv[0]) + 1, "two words\0", 11) == 0,
       "its arguments");
    child_kill(pid);
    return done();
}
