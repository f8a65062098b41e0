/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on signals is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"rt_sigaction action", SYS_rt_sigaction, IN, 20, true,
     {SIGUSR1, BAD, 0, 8}},
    {"rt_sigaction old", SYS_rt_sigaction, OUT, 20, true,
     {SIGUSR1, 0, BAD, 8}},
    {"rt_sigprocmask set", SYS_rt_sigprocmask, IN, 8, true, {0, BAD, 0, 8}},
    {"rt_sigprocmask old", SYS_rt_sigprocmask, OUT, 8, true, {0, 0, BAD, 8}},
    {"rt_sigpending set", SYS_rt_sigpending, OUT, 8, false, {BAD, 8}},
    {"rt_sigsuspend mask", SYS_rt_sigsuspend, IN, 8, false, {BAD, 8}},
    {"sigaction action", SYS_sigaction, IN, 16, true, {SIGUSR1, BAD, 0}},
    {"sigaction old", SYS_sigaction, OUT, 16, true, {SIGUSR1, 0, BAD}},
    {"sigprocmask set", SYS_sigprocmask, IN, 4, true, {0, BAD, 0}},
    {"sigprocmask old", SYS_sigprocmask, OUT, 4, true, {0, 0, BAD}},
    {"sigpending set", SYS_sigpending, OUT, 4, false, {BAD}},
    {"rt_sigtimedwait set", SYS_rt_sigtimedwait, IN, 8, false, {BAD, 0, 0, 8}},
    {"sigaltstack stack", SYS_sigaltstack, IN, 12, true, {BAD, 0}},
    {"sigaltstack old", SYS_sigaltstack, OUT, 12, true, {0, BAD}},
    {"rt_sigqueueinfo info", SYS_rt_sigqueueinfo, IN, 128, false,
     {0, SIGUSR1, BAD}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
