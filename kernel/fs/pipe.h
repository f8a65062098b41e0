/* SPDX-License-Identifier: MIT */
/*
 * Pipes, with a name (fifo(7)) and without (pipe(7)).
 *
 * A struct pipe is the ring and who has it open.  It hangs on its inode's device
 * field while anybody does, and goes with the last open file.
 * Read next: fs/pipe.c, then fs/fifo.c.
 */
#pragma once

#include "fs/file.h"
#include "proc/sleep.h"

#define PIPE_SLOTS 16u      /* pipe(7), "Pipe capacity" */
#define PIPE_SLOTS_MAX 256u /* /proc/sys/fs/pipe-max-size */

/* A page of a pipe: its bytes from START on, up to END, are there to be read. */
struct pipe_slot {
    paddr_t frame;
    uint16_t start, end;
    bool is_packet;     /* a read takes nothing beside it, and drops its rest */
};

struct pipe {
    struct pipe_slot *slots;    /* slot N at N modulo their number */
    unsigned int slot_count;    /* a power of two */
    uint32_t head;              /* slots ever filled */
    uint32_t tail;              /* slots ever read empty */
    unsigned int reader_count;  /* open files, not descriptors */
    unsigned int writer_count;
    uint32_t readers_ever;      /* opened since the pipe is there */
    uint32_t writers_ever;
    bool is_busy;               /* somebody is copying */
    struct waitq readable;      /* data came, or the last writer went */
    struct waitq writable;      /* room came, or the last reader went */
    struct waitq idle;          /* nobody is copying any more */
    struct waitq opened;        /* a reader or writer came */
};

/*
 * A new pipe of CRED's: *READER and *WRITER, each with a reference.  FLAGS may have
 * O_NONBLOCK, and O_DIRECT for a writer of packets.
 * Surprise: a write that fails with -EPIPE posts no signal; sys_transfer.c does.
 * Errors: -ENOMEM.
 */
int pipe_alloc(int flags, const struct cred *cred, struct file **reader,
               struct file **writer) MUST_CHECK;

/* What an open pipe can do, and the inode of one that is opened by name. */
extern const struct file_ops fifo_file_ops;

/* ---- The ring (pipe.c), for fifo.c ------------------------------------------- */

struct pipe *pipe_make(void) MUST_CHECK;
/* Gives PIPE COUNT slots, a power of two. Errors: -EBUSY more are filled;
 * -ENOMEM. */
int pipe_resize(struct pipe *pipe, unsigned int count) MUST_CHECK;
void pipe_destroy(struct pipe *pipe);
long pipe_read(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
long pipe_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
unsigned int pipe_poll(struct file *file, struct poll_table *table);
long pipe_ioctl(struct file *file, unsigned long request, unsigned long arg);
