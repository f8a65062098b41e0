/* SPDX-License-Identifier: MIT */
/* What /proc tells about processes and the machine; see procread.c. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define PROC_NAME_BYTES 64

/* One process as proc(5) shows it; times are in clock ticks. */
struct procinfo {
    pid_t pid, ppid, pgid, sid;
    pid_t tty_pgid;    /* the foreground group of its terminal, or -1 */
    unsigned tty;      /* device number, 0: none */
    uid_t uid;         /* effective */
    char letter;       /* Linux's letter of the state: R S D T Z I */
    const char *state; /* READY, RUNNING, BLOCKED, STOPPED, ZOMBIE */
    unsigned long flags;
    long priority, nice, threads;
    long rt_priority;  /* 1 to 99 if it is a real-time one, or 0 */
    int policy;        /* SCHED_*, see sched(7) */
    unsigned long long utime, stime, start; /* start: since boot */
    unsigned long long vsize_bytes;
    unsigned long rss_pages;
    unsigned long switches_own, switches_forced; /* gave up; was preempted */
    char name[PROC_NAME_BYTES];
    char wchan[PROC_NAME_BYTES]; /* where it sleeps, "-" if it does not */
    char *args; /* the command line, malloc'd; [name] when there is none */
};

/*
 * Reads process PID into OUT, which proc_clear() gives back.
 *
 * Returns: false when there is no such process (any more).
 */
bool proc_read(pid_t pid, struct procinfo *out);
void proc_clear(struct procinfo *p);

/* Its policy in two or three letters, as ps has it: TS FF RR B IDL. */
const char *proc_class(const struct procinfo *p);

/*
 * Reads all processes in the order of their ids; one that ends meanwhile is
 * left out.
 *
 * Owns: the caller frees the list by proc_list_free().
 */
struct procinfo *proc_list(int *count);
void proc_list_free(struct procinfo *list, int count);

/* The machine's CPU time in clock ticks, from /proc/stat. */
struct cputimes {
    unsigned long long user, nice, system, idle, other;
    unsigned long long steal; /* a virtual machine stood still: nobody's */
    unsigned long long boot_time; /* seconds since 1970 */
};
bool proc_cpu(struct cputimes *out);

/*
 * Thousandths of a CPU that P has used since it began, UPTIME being in ticks:
 * of the time that the machine had, thus without what CPU says was stolen.
 */
unsigned long proc_cpu_share(const struct procinfo *p,
                             const struct cputimes *cpu,
                             unsigned long long uptime);

/* The machine's memory in KiB, from /proc/meminfo. */
struct meminfo {
    unsigned long total, free, available, buffers;
    unsigned long cached; /* with what the kernel keeps but could give back */
};
bool proc_memory(struct meminfo *out);

/* Hundredths of a second since boot, from /proc/uptime. */
unsigned long long proc_uptime(void);

/* The first three figures of /proc/loadavg, with commas between. */
void proc_load(char *out, size_t size);

/* The name of terminal DEVICE ("console", "ttyS0", "pts/1"; "?": none). */
void proc_tty_name(char *out, size_t size, unsigned device);

/* The name of user UID, or the number when it has none. */
void proc_user_name(char *out, size_t size, uid_t uid);
