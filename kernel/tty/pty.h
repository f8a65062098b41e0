/* SPDX-License-Identifier: MIT */
/* Pseudo-terminals: a pair of a terminal and the program that is its device. */
#pragma once

#include "tty/tty.h"

#define PTY_RING_FRAMES 4u /* as much as Linux lets a slave write ahead */
#define PTY_NAME_BYTES 12u   /* a decimal number with its NUL */
#define PTY_RING_BYTES (PTY_RING_FRAMES * PAGE_SIZE)

struct pty {
    unsigned int number;     /* N of /dev/pts/N */
    char name[PTY_NAME_BYTES]; /* the same */
    struct inode *node;      /* that name, one reference; NULL: no master */
    struct tty slave;
    bool is_locked;          /* TIOCSPTLCK: the slave cannot be opened */
    bool is_slave_gone;      /* it was open, and now is not */

    /* What the slave showed and the master has not read: a ring of all FRAMES but
     * the last, whose counters only grow.  The last is the slave's input. */
    char *frames[PTY_RING_FRAMES + 1];
    unsigned int head, tail;
    unsigned int stop;       /* the head when output was stopped: see pty_shown */
    unsigned int echo;       /* while the master types: the head when it began */
    bool is_typing;
    struct waitq readers;    /* the master */

    bool is_packet;          /* TIOCPKT: the master is told what happens */
    unsigned int packet;     /* TIOCPKT_* that it was not yet told */
};

static inline struct pty *pty_of_slave(struct tty *tty)
{
    return LIST_ENTRY(tty, struct pty, slave);
}

/* How many bytes the master can read: not the echo while output is stopped. */
unsigned int pty_shown(const struct pty *pty);

/* Makes /dev/ptmx and /dev/pts. Context: boot. */
void pty_init(void);

/* ioctl(2) on PTY's master, open as FILE (ptyioctl.c). */
long pty_request(struct pty *pty, struct file *file, unsigned long request,
                 unsigned long arg);
