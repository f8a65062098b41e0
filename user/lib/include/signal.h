/* SPDX-License-Identifier: MIT */
/* Signals: signal.h(0p), sigaction(2). */
#pragma once

#include <sys/types.h>
#include <asm/limits.h>
#include <asm/signal.h>
#include <asm/time.h>

/* asm/limits.h counts the signals; here NSIG is one above the largest. */
#undef NSIG
#define NSIG     65
#define _NSIG    NSIG
#define SIGRTMIN 34
#define SIGRTMAX 64

/* The numbers are an enumeration, made of the table of signals; POSIX wants
 * macros, for which #ifdef can ask. */
#define SIGHUP SIGHUP
#define SIGINT SIGINT
#define SIGQUIT SIGQUIT
#define SIGILL SIGILL
#define SIGTRAP SIGTRAP
#define SIGABRT SIGABRT
#define SIGBUS SIGBUS
#define SIGFPE SIGFPE
#define SIGKILL SIGKILL
#define SIGUSR1 SIGUSR1
#define SIGSEGV SIGSEGV
#define SIGUSR2 SIGUSR2
#define SIGPIPE SIGPIPE
#define SIGALRM SIGALRM
#define SIGTERM SIGTERM
#define SIGSTKFLT SIGSTKFLT
#define SIGCHLD SIGCHLD
#define SIGCONT SIGCONT
#define SIGSTOP SIGSTOP
#define SIGTSTP SIGTSTP
#define SIGTTIN SIGTTIN
#define SIGTTOU SIGTTOU
#define SIGURG SIGURG
#define SIGXCPU SIGXCPU
#define SIGXFSZ SIGXFSZ
#define SIGVTALRM SIGVTALRM
#define SIGPROF SIGPROF
#define SIGWINCH SIGWINCH
#define SIGIO SIGIO
#define SIGPWR SIGPWR
#define SIGSYS SIGSYS

typedef int sig_atomic_t;
typedef void (*sighandler_t)(int);
typedef struct ucontext_kernel ucontext_t;
typedef struct sigcontext mcontext_t;

#define SIG_DFL ((sighandler_t)SIG_DFL_ADDR)
#define SIG_IGN ((sighandler_t)SIG_IGN_ADDR)
#define SIG_ERR ((sighandler_t)-1)
#define SIG_HOLD ((sighandler_t)2) /* sigset(3) only */

struct sigaction {
    union {
        void (*handler)(int);
        void (*action)(int, siginfo_t *, void *);
    } sa_either;
    sigset_t sa_mask;
    int sa_flags;
};
#define sa_handler   sa_either.handler
#define sa_sigaction sa_either.action

int kill(pid_t pid, int sig);
int killpg(pid_t pgid, int sig);
int raise(int sig);
int tgkill(pid_t tgid, pid_t tid, int sig);
sighandler_t signal(int sig, sighandler_t handler);
int sigaction(int sig, const struct sigaction *restrict act,
              struct sigaction *restrict old);
int siginterrupt(int sig, int interrupts);
int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old);
int sigpending(sigset_t *set);
int sigsuspend(const sigset_t *mask);
int sigaltstack(const stack_t *restrict stack, stack_t *restrict old);

int sigqueue(pid_t pid, int sig, const union sigval value);
int sigwait(const sigset_t *restrict set, int *restrict sig);
int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info);
int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                 const struct timespec *restrict timeout);

int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int sigaddset(sigset_t *set, int sig);
int sigdelset(sigset_t *set, int sig);
int sigismember(const sigset_t *set, int sig);
int sigisemptyset(const sigset_t *set);

/* System V's calls, each about one signal (sigset(3)). */
sighandler_t sigset(int sig, sighandler_t disposition);
int sighold(int sig);
int sigrelse(int sig);
int sigignore(int sig);
int sigpause(int sig);

void psignal(int sig, const char *prefix);
void psiginfo(const siginfo_t *info, const char *prefix);
const char *sigabbrev_np(int sig); /* "HUP", or NULL */
const char *sigdescr_np(int sig);  /* "Hangup", or NULL */
