/* SPDX-License-Identifier: MIT */
/*
 * sigaltstack() tells and sets the alternate stack and refuses what cannot be
 * one; a handler with SA_ONSTACK runs on it, others do not, and it cannot be
 * changed from there (sigaltstack(2)).
 */
#include "tap.h"

static char area[4 * MINSIGSTKSZ];

static const struct row {
    int flags;
    size_t size;
    int error;
    int flags_then;
    const char *what;
} rows[] = {
    {SS_DISABLE, 0, 0, SS_DISABLE, "none"},
    {0, MINSIGSTKSZ, 0, 0, "the smallest"},
    {SS_ONSTACK, sizeof area, 0, 0, "SS_ONSTACK is taken for no flag"},
    {0, MINSIGSTKSZ - 1, ENOMEM, 0, "one byte too small: ENOMEM"},
    {4, sizeof area, EINVAL, 0, "an unknown flag: EINVAL"},
    {SS_DISABLE | SS_ONSTACK, sizeof area, EINVAL, 0, "both flags: EINVAL"},
    {SS_DISABLE, 1, 0, SS_DISABLE, "none, whatever the size"},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static bool was_inside;
static int flags_inside, error_inside;

static void on_signal(int sig)
{
    stack_t now, other = {.ss_flags = SS_DISABLE};
    char *here = (char *)&now;

    (void)sig;
    was_inside = here >= area && here < area + sizeof area;
    must(sigaltstack(NULL, &now));
    flags_inside = now.ss_flags;
    error_inside = sigaltstack(&other, NULL) == 0 ? 0 : errno;
}

/* Only a frame with siginfo has the alternate stack in it. */
static void on_signal_info(int sig)
{
    on_signal(sig);
}

static void try_row(const struct row *row)
{
    stack_t stack = {area, row->flags, row->size}, now;
    int error = sigaltstack(&stack, NULL) == 0 ? 0 : errno;

    must(sigaltstack(NULL, &now));
    if (!ok(error == row->error && now.ss_flags == row->flags_then, row->what))
        diag("error %d, flags then 0x%x", error, (unsigned int)now.ss_flags);
}

int main(void)
{
    stack_t stack = {area, 0, sizeof area}, now;

    plan(ROWS + 9);
    must(sigaltstack(NULL, &now));
    is(now.ss_flags, SS_DISABLE, "there is none at first");
    for (int i = 0; i < ROWS; i++)
        try_row(&rows[i]);
    must(sigaltstack(&stack, NULL));
    must(sigaltstack(NULL, &now));
    ok(now.ss_sp == area && now.ss_size == sizeof area, "it is told again");
    handle(SIGUSR1, on_signal, SA_ONSTACK);
    handle(SIGUSR2, on_signal_info, SA_SIGINFO);
    raise(SIGUSR1);
    ok(was_inside, "a handler with SA_ONSTACK runs there");
    is(flags_inside, SS_ONSTACK, "and is told so");
    is(error_inside, EPERM, "there it cannot be changed");
    raise(SIGUSR2);
    ok(!was_inside, "one without does not");
    is(flags_inside, 0, "and is told so");
    is(error_inside, 0, "here it can be changed");
    must(sigaltstack(NULL, &now));
    is(now.ss_flags, 0, "but the frame brings it back");
    return done();
}
