/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on processes and their limits is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"waitpid status", SYS_waitpid, OUT, 4, true, {ZOMBIE, BAD, 0}},
    {"wait4 status", SYS_wait4, OUT, 4, true, {ZOMBIE, BAD, 0, 0}},
    {"wait4 usage", SYS_wait4, OUT, 72, true, {ZOMBIE, 0, 0, BAD}},
    {"execve path", SYS_execve, TEXT, 1, false, {BAD, 0, 0}},
    {"execve argv", SYS_execve, IN, 4, true, {SELF, BAD, 0}},
    {"execve argument", SYS_execve, TEXT, 1, true, {SELF, BAD_ARRAY, 0}},
    {"execve envp", SYS_execve, IN, 4, true, {SELF, 0, BAD}},
    {"getrusage usage", SYS_getrusage, OUT, 72, false, {0, BAD}},
    {"uname buffer", SYS_uname, OUT, 390, false, {BAD}},
    {"sysinfo buffer", SYS_sysinfo, OUT, 64, false, {BAD}},
    {"set_thread_area", SYS_set_thread_area, IN, 16, false, {BAD}},
    {"prctl set name", SYS_prctl, IN, 16, false, {15, BAD}},
    {"prctl get name", SYS_prctl, OUT, 16, false, {16, BAD}},
    {"execveat path", SYS_execveat, TEXT, 1, false, {-100, BAD, 0, 0, 0}},
    {"waitid info", SYS_waitid, OUT, 24, true, {1, ZOMBIE, BAD, 4, 0}},
    {"waitid usage", SYS_waitid, OUT, 72, true, {1, ZOMBIE, 0, 4, BAD}},
    {"getresuid32 real", SYS_getresuid32, OUT, 4, false, {BAD, GOOD, GOOD}},
    {"getresuid32 saved", SYS_getresuid32, OUT, 4, false, {GOOD, GOOD, BAD}},
    {"getresgid32 effective", SYS_getresgid32, OUT, 4, false,
     {GOOD, BAD, GOOD}},
    {"ugetrlimit limit", SYS_ugetrlimit, OUT, 8, false, {7, BAD}},
    {"setrlimit limit", SYS_setrlimit, IN, 8, false, {7, BAD}},
    {"prlimit64 new", SYS_prlimit64, IN, 16, true, {0, 7, BAD, 0}},
    {"prlimit64 old", SYS_prlimit64, OUT, 16, true, {0, 7, 0, BAD}},
    {"sched_getaffinity mask", SYS_sched_getaffinity, OUT, 4, false,
     {0, 128, BAD}},
    {"getcpu cpu", SYS_getcpu, OUT, 4, true, {BAD, 0, 0}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
