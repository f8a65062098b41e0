/* SPDX-License-Identifier: MIT */
/*
 * The process: its control block (PCB), its states, and the process list.
 *
 * struct proc is all that the kernel knows of a process.  What processes can
 * share hangs on it as counted objects: the address space, the file table, the
 * signal actions, the working directory.  Who may touch a field stands in front
 * of its comment, and what fork does with it behind:
 *
 *   [I] set at creation, never changed      fork: new    set up for the child
 *   [o] only the process itself                   copy   as the parent's
 *   [q] anybody, interrupts being off             share  counted, or copied
 *   [s] proc/state.c only                                if clone asks so
 *   [c] sched/core.c only                         zero   starts empty
 *   [w] exit and wait, on the parent's behalf
 *   [g] would be one per thread group, if there were threads
 *
 * Read next: proc/state.c, then fork.c, exec.c, exit.c and wait.c.
 */
#pragma once

#include <asm/signal.h>

#include "arch.h"
#include "fs/cred.h"
#include "lib/list.h"
#include "lib/tree.h"
#include "proc/sleep.h"
#include "sched/sched.h"
#include "time/itimer.h"
#include "time/timespec.h"

struct filetable;
struct group;
struct space;
struct sigactions;
struct workdir;

enum proc_state {
#define STATE(name, letter, meaning) PROC_##name,
#include <tine/states.def>
#undef STATE
    PROC_STATES,
};

#define COMM_BYTES 16u

/* How much CPU time and what else a process, or its dead children, used. */
struct usage {
    uint64_t user_ns, system_ns;        /* on the CPU */
    bool is_in_user;                    /* where the last tick found it */
    unsigned long page_faults;
    unsigned long signals;              /* delivered: handler, stop, or default */
    unsigned long calls;                /* of the system */
    unsigned long resident_peak;        /* pages it had in memory at most */
    unsigned long switches_voluntary;   /* it slept or yielded */
    unsigned long switches_involuntary; /* its slice was over */
};

/* Whom a signal is for: the thread (tkill, its own faults), or the process as a whole.
 * One that waits for each is two; the thread's own comes first. */
enum target { TO_THREAD, TO_PROCESS, TARGETS };

/* What an interrupted sleep needs to go on: see restart_syscall(2). */
struct restart {
    long (*resume)(struct restart *restart); /* NULL: nothing to go on with */
    tick_t deadline;
    int clock_id;                            /* or, for clock_sleep: */
    uint64_t until_ns;
    bool is_absolute;
    enum time_form form;                     /* of REMAIN */
    uaddr_t remain;
    struct {
        uaddr_t fds;
        unsigned int count;
    } poll;
    struct {
        uaddr_t addr;
        uint32_t value, bitset;
        bool is_private;
    } futex;
};

/* What it is by prctl(2) and personality(2); the slack is only kept. */
struct traits {
    bool is_dumpable;             /* others of its user may look into it */
    bool has_no_new_privs;        /* no set-user-ID file lends it an identity */
    unsigned long timer_slack_ns;
    unsigned long personality;
};

struct proc {
    /* Identity. */
    pid_t pid;                    /* [I] new */
    char comm[COMM_BYTES];        /* [o] copy; the program's file name, cut */
    struct list all_link;         /* [q] new; in the process list, by creation */
    struct tree pid_node;         /* [q] new; among all, by pid */
    struct cred cred;             /* [o] copy [g] */
    tick_t start_tick;            /* [I] new */

    struct traits traits;         /* [o] copy [g] */

    /* State. */
    enum proc_state state;        /* [s] new */
    struct sched_ent sched;       /* [c] copy by sched_inherit */
    const char *wchan;            /* [o] zero; what a BLOCKED one waits for */
    enum sleep_kind sleep_kind;   /* [o] zero */
    bool is_exiting;              /* [o] zero; no signal stops it any more */

    /* The machine: two kinds of registers, never mixed. */
    struct context *context;      /* [c] new; kernel registers at a switch */
    struct trapframe *frame;      /* [o] copy; user registers at kernel entry */
    vaddr_t kstack_top;           /* [I] new */
    struct arch_proc arch;        /* [o] copy; TLS descriptors, FPU state */

    /* What can be shared. */
    struct space *space;          /* [o] share [g]; NULL for a zombie */
    struct filetable *files;      /* [o] share [g] */
    struct workdir *workdir;      /* [o] share [g] */
    struct sigactions *actions;   /* [o] share [g] */

    /* Relationships. */
    struct proc *parent;          /* [q] new; init when the parent has gone */
    struct list children;         /* [q] zero; living and zombies, by creation */
    struct list sibling_link;     /* [q] new; in parent->children */
    struct group *group;          /* [q] copy [g]; the process group */
    struct list group_link;       /* [q] new; in group->members */
    bool has_execed;              /* [o] zero; parent's setpgid is too late */
    bool has_no_tty;              /* [o] copy; gave its session's terminal up */
    bool is_subreaper;            /* [o] zero [g]; orphans below come to it */
    int death_signal;             /* [o] zero; posted to it at its parent's end */

    /* Signals. */
    sigset_t blocked;             /* [o] copy; the signal mask */
    sigset_t pending[TARGETS];    /* [q] zero; posted and not yet delivered */
    int fatal_signal;             /* [q] zero; the first deadly one ends it */
    struct list siginfo_queue;    /* [q] zero; struct sigqueue, oldest first */
    unsigned int siginfo_count;   /* [q] zero; how many there are, or are reserved */
    struct waitq signal_event;    /* [q] zero; who waits to take a signal */
    sigset_t saved_mask;          /* [o] zero; mask before sigsuspend */
    bool has_saved_mask;          /* [o] zero */
    bool has_unsettled_call;      /* [o] zero; a call ended with ERESTART... */
    bool has_faulted;             /* [o] zero; a fault may end even init */
    stack_t altstack;             /* [o] copy; sigaltstack */
    struct restart restart;       /* [o] zero */

    /* Time. */
    struct itimer alarms[ALARMS]; /* [q] zero [g]; by ITIMER_* */
    struct list ptimers;          /* [q] zero [g]; timer_create's, by creation */
    int next_ptimer_id;           /* [o] zero [g] */
    struct list cpu_timers;       /* [q] zero; itimers on its CPU clocks */

    /* Ending and being waited for. */
    int exit_signal;              /* [w] new; posted to the parent at exit */
    int exit_status;              /* [w] zero; as wait(2) encodes it */
    int stop_status;              /* [w] zero; unreported stop, or 0 */
    bool is_continued;            /* [w] zero; unreported continue */
    struct waitq child_event;     /* [q] zero; it waits here in wait and vfork */
    bool has_child_news;          /* [w] zero; a child may have a report */
    struct proc *vfork_parent;    /* [q] new; waits until we exec or exit */
    struct proc *vfork_child;     /* [q] zero; whom we wait for in vfork */
    uaddr_t clear_child_tid;      /* [o] zero; cleared in user memory at exit */
    uaddr_t robust_list;          /* [o] zero; mutexes to be marked at exit */

    /* Diagnosis. */
    unsigned int fail_nth;        /* [o] zero; so many allocations, one fails */

    /* Accounting. */
    struct usage usage;           /* [c] zero */
    uint64_t spent_ns[PROC_STATES]; /* [c] zero; in each state; NEW from boot on */
    uint64_t since_ns;            /* [c] zero; when the one without the CPU began */
    struct usage child_usage;     /* [w] zero; of children waited for */
    struct rlimit limits[RLIM_NLIMITS]; /* [q] copy [g]; see proc/limits.h */
};

/* The process that is running. */
static inline struct proc *this_proc(void)
{
    return this_cpu()->current;
}

/* ---- State (proc/state.c) ---------------------------------------------- */

/*
 * The only way to change a state: checks the change against the table of
 * legal ones and passes the trace point. CAUSE is a literal in OSTEP's words.
 * IRQs: off.
 */
void state_set(struct proc *p, enum proc_state to, const char *cause);
const char *state_name(enum proc_state state);
/* The letter of /proc/[pid]/stat: D for a sleep that no signal ends. */
char state_letter(const struct proc *p);

/* ---- The process list (proc/table.c) ------------------------------------ */

/* Sets up the process list and makes the boot context the idle process. */
void proc_init(void);

/*
 * A new PCB in state NEW with a pid and a kernel stack, on no list yet.
 * Returns: NULL with the cause in *ERROR: -EAGAIN no pid or stack; -ENOMEM.
 */
struct proc *proc_alloc(int *error) MUST_CHECK;
/* Puts a completed PCB on the process list. Cannot fail. */
void proc_publish(struct proc *p);
/* Takes it off again: nobody finds P any more. */
void proc_unpublish(struct proc *p);
/* Frees a PCB that is on no list any more, with stack and pid. */
void proc_free(struct proc *p);

/* The process PID, zombies included, or NULL. Takes no reference. */
struct proc *proc_find(pid_t pid);
/* The same for an argument of a call, where 0 is the running process. */
struct proc *proc_named(pid_t pid);
/* The first process (AFTER NULL) and the next ones, in order of creation. */
struct proc *proc_next(struct proc *after);
/* The first process whose pid is PID or above it, or NULL: for listing /proc. */
struct proc *proc_find_from(pid_t pid);
unsigned int proc_count(void);
extern struct proc *proc_init_process; /* pid 1 */

pid_t pid_last(void); /* the one given out last, for /proc/loadavg */
