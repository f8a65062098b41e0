/* SPDX-License-Identifier: MIT */
/*
 * Signals to the shell itself, and the trap built-in (POSIX.1-2017, Shell,
 * 2.11 and trap).
 *
 * trap_apply() computes what the shell does with one signal from four facts:
 * is there a trap, is this the interactive shell, is job control on, and was
 * the signal ignored when the shell began.  Whoever changes a fact calls
 * trap_update(), and fork's child does too.  The handler only takes a note;
 * traps run between commands, where the shell's data are in order.
 */
#include <signame.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

static char *trap_actions[SIGNALS_END]; /* NULL: none, "": ignore */
static bool trap_ignored[SIGNALS_END];  /* when the shell began */
static volatile sig_atomic_t trap_noted[SIGNALS_END], trap_any;
static char *trap_parents[SIGNALS_END]; /* what trap shows in a new subshell */

static void trap_handler(int sig)
{
    if (sig == SIGINT)
        sh.interrupted = 1;
    if (trap_actions[sig]) {
        trap_noted[sig] = 1;
        trap_any = 1;
    }
}

/* What the shell does with SIG as things are now. */
static void trap_apply(int sig)
{
    bool prompts = sh.interactive && !sh.in_subshell;
    struct sigaction act = { .sa_handler = SIG_DFL };

    if (sig == SIGKILL || sig == SIGSTOP)
        return;
    if (trap_ignored[sig])
        act.sa_handler = SIG_IGN;
    if (trap_actions[sig])
        act.sa_handler = *trap_actions[sig] ? trap_handler : SIG_IGN;
    else if (sig == SIGCHLD)
        act.sa_handler = trap_handler; /* so that it ends sigsuspend() */
    else if (prompts && sig == SIGINT)
        act.sa_handler = trap_handler;
    else if (prompts && (sig == SIGQUIT || sig == SIGTERM))
        act.sa_handler = SIG_IGN;
    if (sh.opt_monitor && !sh.in_subshell &&
        (sig == SIGTSTP || sig == SIGTTIN || sig == SIGTTOU))
        act.sa_handler = SIG_IGN;
    sigemptyset(&act.sa_mask);
    if (sig == SIGCHLD)
        act.sa_flags = SA_RESTART;
    sigaction(sig, &act, NULL);
}

/* Signals that the shell itself has an opinion on; others keep theirs. */
static const int trap_own[] = { SIGINT,  SIGQUIT, SIGTERM, SIGTSTP,
                                SIGTTIN, SIGTTOU, SIGCHLD };
#define TRAP_OWN (sizeof(trap_own) / sizeof(trap_own[0]))

void trap_update(void)
{
    size_t i;

    for (i = 0; i < TRAP_OWN; i++)
        trap_apply(trap_own[i]);
}

void trap_init(void)
{
    struct sigaction act;
    int sig;

    for (sig = 1; sig < SIGNALS_END; sig++) {
        if (sigaction(sig, NULL, &act) == 0)
            trap_ignored[sig] = act.sa_handler == SIG_IGN;
    }
    trap_ignored[SIGCHLD] = false; /* a shell has to hear of its children */
    trap_update();
}

static void trap_forget_parents(void)
{
    int sig;

    for (sig = 0; sig < SIGNALS_END; sig++) {
        free(trap_parents[sig]);
        trap_parents[sig] = NULL;
    }
}

/* In a child: traps are gone, but those that ignore a signal stay. */
void trap_child(bool ignores_keys)
{
    int sig;

    trap_forget_parents();
    for (sig = 0; sig < SIGNALS_END; sig++) {
        trap_noted[sig] = 0;
        if (!trap_actions[sig] || *trap_actions[sig] == '\0')
            continue;
        trap_parents[sig] = trap_actions[sig];
        trap_actions[sig] = NULL;
        if (sig > 0)
            trap_apply(sig);
    }
    if (ignores_keys)
        trap_ignored[SIGINT] = trap_ignored[SIGQUIT] = true;
    sh.interrupted = 0;
    trap_any = 0;
    trap_update();
}

bool trap_is_pending(void)
{
    return trap_any;
}

/* Which signal a trap waits to run for; 0: none. */
int trap_pending_signal(void)
{
    int sig;

    for (sig = 1; sig < SIGNALS_END; sig++) {
        if (trap_noted[sig])
            return sig;
    }
    return 0;
}

/* Is any trap set, so that the shell must live to run it? */
bool trap_is_set(void)
{
    int sig;

    for (sig = 0; sig < SIGNALS_END; sig++) {
        if (trap_actions[sig] && *trap_actions[sig])
            return true;
    }
    return false;
}

/* At a prompt: an interrupt that came meanwhile has done its work. */
void trap_clear_pending(void)
{
    sh.interrupted = 0;
}

static void trap_run(int sig)
{
    char *action = mem_copy(trap_actions[sig]); /* it may change its trap */
    int status = sh.status;

    exec_text(action);
    if (sh.unwind == UNWIND_NONE)
        sh.status = status;
    free(action);
}

/* ctrl-C without a trap ends what an interactive shell is doing. */
void trap_check_interrupt(void)
{
    if (sh.interrupted && !trap_actions[SIGINT] && sh.interactive) {
        sh.status = STATUS_SIGNAL + SIGINT;
        sh.unwind = UNWIND_ERROR;
    }
}

/* Between commands, also those of a trap: runs what signals ask for. */
void trap_run_pending(void)
{
    int sig;

    trap_check_interrupt();
    while (trap_any && sh.unwind == UNWIND_NONE) {
        trap_any = 0;
        while ((sig = trap_pending_signal()) != 0) {
            trap_noted[sig] = 0;
            if (sig == SIGINT)
                sh.interrupted = 0;
            if (trap_actions[sig] && *trap_actions[sig])
                trap_run(sig);
        }
    }
}

void trap_run_exit(void)
{
    char *action = trap_actions[0];
    int status = sh.status;

    if (action == NULL || *action == '\0')
        return;
    trap_actions[0] = NULL;
    sh.unwind = UNWIND_NONE;
    exec_text(action);
    if (sh.unwind == UNWIND_NONE)
        sh.status = status; /* the trap did not call exit */
    free(action);
}

static void trap_set(int sig, const char *action)
{
    trap_forget_parents();
    free(trap_actions[sig]);
    trap_actions[sig] = action ? mem_copy(action) : NULL;
    trap_noted[sig] = 0;
    if (sig > 0)
        trap_apply(sig);
}

static void trap_list(void)
{
    int sig;

    for (sig = 0; sig < SIGNALS_END; sig++) {
        const char *action = trap_actions[sig] ? trap_actions[sig]
                                               : trap_parents[sig];

        if (action == NULL)
            continue;
        printf("trap -- ");
        quote_print(action);
        printf(" %s\n", signame_text(sig));
    }
}

/* trap [action] condition...; the action - or its absence resets. */
int builtin_trap(int argc, char **argv)
{
    const char *action = NULL;
    int i = 1, sig, status = 0;

    if (argc > 1 && strcmp(argv[1], "--") == 0)
        i++;
    if (i >= argc) {
        trap_list();
        return 0;
    }
    if (argc - i > 1 && strspn(argv[i], "0123456789") != strlen(argv[i])) {
        action = strcmp(argv[i], "-") == 0 ? NULL : argv[i];
        i++;
    } else if (argc - i > 1 && argv[i][0] == '\0') {
        action = argv[i++];
    }
    for (; i < argc; i++) {
        sig = signame_number(argv[i]);
        if (sig < 0) {
            sh_warn("trap: %s: bad trap", argv[i]);
            status = 1;
        } else if (!(sig > 0 && trap_ignored[sig] && !sh.interactive)) {
            trap_set(sig, action);
        }
    }
    return status;
}
