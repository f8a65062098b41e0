/* SPDX-License-Identifier: MIT */
/* Signals: signal(7), sigaction(2), sigreturn(2); the frames a handler sees. */
#pragma once

#include <asm/types.h>

enum signal_number {
#define SIGNAL(number, name, action, text) SIG##name = number,
#include <tine/signals.def>
#undef SIGNAL
};

#define SIGIOT SIGABRT
#define SIGPOLL SIGIO
#define SIGRTMIN_KERNEL 32
#define SIGRTMAX_KERNEL 64

/* Signal N is bit N-1. */
typedef unsigned long long sigset_t;

#define SIG_DFL_ADDR 0UL
#define SIG_IGN_ADDR 1UL

#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#define SA_NOCLDSTOP 0x00000001
#define SA_NOCLDWAIT 0x00000002
#define SA_SIGINFO 0x00000004
#define SA_RESTORER 0x04000000
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONESHOT SA_RESETHAND
#define SA_NOMASK SA_NODEFER
#define SA_ALL                                                                 \
    (SA_NOCLDSTOP | SA_NOCLDWAIT | SA_SIGINFO | SA_RESTORER | SA_ONSTACK |     \
     SA_RESTART | SA_NODEFER | SA_RESETHAND | SA_EXPOSE_TAGBITS)

/* What rt_sigaction exchanges: 20 bytes, mask last. */
struct ksigaction {
    unsigned long handler;
    unsigned long flags;
    unsigned long restorer;
    sigset_t mask;
};

/* What the old sigaction exchanges: 16 bytes, mask second. */
struct old_sigaction {
    unsigned long handler;
    unsigned long mask;
    unsigned long flags;
    unsigned long restorer;
};

union sigval {
    int sival_int;
    void *sival_ptr;
};

typedef struct siginfo {
    int si_signo;
    int si_errno;
    int si_code;
    union {
        int pad[29];
        struct { /* kill, sigqueue, tkill */
            pid_t pid;
            uid_t uid;
            union sigval value;
        } rt;
        struct { /* POSIX timers */
            int id;
            int overrun;
            union sigval value;
        } timer;
        struct { /* SIGCHLD */
            pid_t pid;
            uid_t uid;
            int status;
            clock_t utime;
            clock_t stime;
        } child;
        struct { /* SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP */
            void *addr;
        } fault;
        struct { /* SIGIO */
            long band;
            int fd;
        } poll;
    } fields;
} siginfo_t;

#define si_pid fields.rt.pid
#define si_uid fields.rt.uid
#define si_value fields.rt.value
#define si_int fields.rt.value.sival_int
#define si_ptr fields.rt.value.sival_ptr
#define si_status fields.child.status
#define si_utime fields.child.utime
#define si_stime fields.child.stime
#define si_addr fields.fault.addr
#define si_band fields.poll.band
#define si_fd fields.poll.fd
#define si_timerid fields.timer.id
#define si_overrun fields.timer.overrun

/* How a timer tells that it expired: sigevent(7). */
typedef struct sigevent {
    union sigval sigev_value;
    int sigev_signo;
    int sigev_notify;
    union {
        int pad[13];
        pid_t tid;
        struct {
            void (*function)(union sigval value);
            void *attributes;
        } thread;
    } fields_event;
} sigevent_t;

#define sigev_notify_thread_id fields_event.tid
#define sigev_notify_function fields_event.thread.function
#define sigev_notify_attributes fields_event.thread.attributes

#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#define SIGEV_THREAD_ID 4

#define SI_USER 0
#define SI_KERNEL 0x80
#define SI_QUEUE (-1)
#define SI_TIMER (-2)
#define SI_MESGQ (-3)
#define SI_ASYNCIO (-4)
#define SI_SIGIO (-5)
#define SI_TKILL (-6)

#define ILL_ILLOPC 1
#define ILL_ILLOPN 2
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define ILL_PRVOPC 5
#define ILL_PRVREG 6
#define ILL_COPROC 7
#define ILL_BADSTK 8
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define FPE_FLTSUB 8
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define BUS_OBJERR 3
#define TRAP_BRKPT 1
#define TRAP_TRACE 2
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6

#define POLL_IN 1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6

typedef struct sigaltstack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
} stack_t;

#define SS_ONSTACK 1
#define SS_DISABLE 2
#define SS_AUTODISARM ((int)0x80000000)
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192

/* The registers a handler interrupted: 88 bytes in every signal frame. */
struct sigcontext {
    unsigned long gs;
    unsigned long fs;
    unsigned long es;
    unsigned long ds;
    unsigned long edi;
    unsigned long esi;
    unsigned long ebp;
    unsigned long esp;
    unsigned long ebx;
    unsigned long edx;
    unsigned long ecx;
    unsigned long eax;
    unsigned long trapno;
    unsigned long err;
    unsigned long eip;
    unsigned long cs;
    unsigned long eflags;
    unsigned long esp_at_signal;
    unsigned long ss;
    unsigned long fpstate; /* user address, or 0: no FPU state was saved */
    unsigned long oldmask; /* low word of the mask in force before */
    unsigned long cr2;
};

struct ucontext_kernel {
    unsigned long uc_flags;
    unsigned long uc_link;
    stack_t uc_stack;
    struct sigcontext uc_mcontext;
    sigset_t uc_sigmask;
};
