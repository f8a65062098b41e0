/* SPDX-License-Identifier: MIT */
/*
 * Open files, and the tables of descriptors that lead to them.
 *
 * struct file is one result of open(2): an offset and flags on an inode.  Every
 * descriptor that dup or fork made from the first shares it.  struct filetable
 * is one process's descriptors (shared by clone(CLONE_FILES)): a number leads to
 * a file, and has a close-on-exec bit of its own.
 * fs/file.c knows no process: a table is given to it.
 * Read next: fs/inode.h, then fs/pipe.c for a complete set of operations.
 */
#pragma once

#include <asm/fcntl.h>
#include <asm/limits.h>

#include "fs/inode.h"
#include "fs/poll.h"
#include "lib/bitmap.h"
#include "lib/types.h"

/*
 * Takes directory entries. EMIT returns false when there is no room for one
 * more: the directory then stops, and gives that entry again at the next call.
 * MODE has the entry's type; OFFSET is the place behind this entry.
 */
struct dir_emitter {
    bool (*emit)(struct dir_emitter *emitter, const char *name,
                 unsigned long ino, mode_t mode, loff_t offset);
};

/*
 * What an open file can do; NULL where it cannot.  User addresses go to
 * mm/usercopy.c only.  *OFFSET is where to read or write; the operation moves it
 * (a pipe or terminal leaves it alone).
 */
struct file_ops {
    /* The file is being opened. Errors: its own, returned by open(2). */
    int (*open)(struct inode *inode, struct file *file);
    /* Returns: bytes, or -E. NULL: -EINVAL. */
    long (*read)(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
    long (*write)(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
    /* NULL: always ready to read and write. Returns: POLL* bits. */
    unsigned int (*poll)(struct file *file, struct poll_table *table);
    /* NULL: -ENOTTY. */
    long (*ioctl)(struct file *file, unsigned long request, unsigned long arg);
    /* Sets O_ASYNC, by the descriptor FD: file_set_async, or what ends in it.
     * NULL: there is no such thing. */
    int (*async)(struct file *file, int fd, bool on);
    /* Returns: the new offset. NULL: -ESPIPE. */
    loff_t (*seek)(struct file *file, loff_t offset, int whence);
    /* The last descriptor has gone. */
    void (*release)(struct file *file);
};

/* Only with O_LARGEFILE a file may be longer: open(2). */
#define SMALL_FILE_MAX 0x7fffffff

/* Who hears by signals when a file becomes ready: fcntl(2), "Managing signals". */
struct file_owner {
    pid_t who;            /* a process, a group as its negative number, or 0 */
    tick_t start_tick;    /* that of who bore the number then: it may come again */
    bool is_process;      /* as a whole, not its thread */
    struct cred_ids user; /* of who said so: he needs the right to signal it */
    int sig;              /* F_SETSIG; 0: SIGIO without more */
    int fd;               /* the descriptor by which O_ASYNC was set */
};

struct file {
    unsigned int refs;
    int flags;                /* O_*: access mode and status flags */
    bool is_writer;           /* counted in inode->writers */
    loff_t offset;
    const struct file_ops *ops; /* NULL with O_PATH: it is named, not opened */
    struct inode *inode;      /* one reference; NULL until it is opened */
    void *private;            /* the operations' own */
    struct file_owner owner;
    struct list async_link;   /* among all with O_ASYNC that is in force */
};

/* A new file with one reference, which is not open yet.
 * Returns: NULL without memory. */
struct file *file_alloc(int flags) MUST_CHECK;
/*
 * Opens INODE, whatever its permissions, as FLAGS of open(2) say.  *OUT comes with a
 * reference, and holds one on INODE; NULL after an error.
 * Errors: -ENXIO it cannot be opened; -ETXTBSY; -ENOMEM; its own.
 */
int inode_open(struct inode *inode, int flags, struct file **out) MUST_CHECK;
/*
 * RLIMIT_FSIZE, which is a matter of the running process: cuts *LEN to what may
 * be written at OFFSET. Errors: -EFBIG nothing may, and it was signalled so.
 */
extern int (*file_limit_hook)(loff_t offset, size_t *len);

/* One more reference, which FILE is returned with; one fewer: the last put closes
 * it. NULL is allowed. */
struct file *file_get(struct file *file);
void file_put(struct file *file);

static inline bool file_is_readable(const struct file *file)
{
    return !(file->flags & O_PATH) &&
           ((file->flags & O_ACCMODE) == O_RDONLY ||
            (file->flags & O_ACCMODE) == O_RDWR);
}

static inline bool file_is_writable(const struct file *file)
{
    return !(file->flags & O_PATH) &&
           ((file->flags & O_ACCMODE) == O_WRONLY ||
            (file->flags & O_ACCMODE) == O_RDWR);
}

/*
 * read(2) and write(2) at *OFFSET, which is moved.
 * Errors: -EBADF not open for that; -EISDIR; -EINVAL; the file's own.
 */
long file_read(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
long file_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
/* Sleeps in QUEUE until FILE may go on, shown as WCHAN.
 * Errors: -EAGAIN O_NONBLOCK; -ERESTARTSYS. */
int file_wait(const struct file *file, struct waitq *queue,
              const char *wchan) MUST_CHECK;
/* What FILE is ready for now: POLL* bits. */
unsigned int file_poll(struct file *file, struct poll_table *table);
/* lseek(2). Errors: -ESPIPE, -EINVAL. */
loff_t file_seek(struct file *file, loff_t offset, int whence) MUST_CHECK;

/* Ready-made operations for ops->seek: within the inode's size; and "always 0". */
loff_t file_seek_inode(struct file *file, loff_t offset, int whence);
loff_t file_seek_zero(struct file *file, loff_t offset, int whence);
/* An open directory; what is in it the inode's own operations tell. */
extern const struct file_ops dir_file_ops;
/* Emits the entry at POSITION, if it is not behind FILE's offset, and moves that
 * past it. Returns: false when the emitter is full. */
bool dir_emit(struct file *file, struct dir_emitter *emitter, const char *name,
              unsigned long ino, mode_t mode, loff_t position);
/* The same for "." and "..", at positions 0 and 1. */
bool dir_emit_dots(struct file *file, struct dir_emitter *emitter);

/* ---- O_ASYNC (async.c) ---------------------------------------------------- */

/* Sets or clears it. Returns: 0. */
int file_set_async(struct file *file, int fd, bool on);
/* Clears it for all files whose private data is OBJECT. */
void file_clear_async(const void *object);
/* They can read now (CODE is POLL_IN) or write (POLL_OUT); of a pipe's two sides
 * only the one that it concerns. Context: any. */
void file_notify(const void *object, int code);
/* Signals FILE's owner so: a matter of processes. */
extern void (*file_signal_hook)(const struct file *file, int code);

/* ---- Descriptors --------------------------------------------------------- */

#define FILETABLE_INLINE 32u

struct filetable {
    unsigned int refs;
    unsigned int capacity;    /* descriptors that FILES has room for */
    unsigned int first_free;  /* no descriptor below it is free */
    unsigned int limit;       /* none from here on is given: RLIMIT_NOFILE */
    struct file **files;      /* INLINE, or one frame of OPEN_MAX pointers */
    struct file *inline_files[FILETABLE_INLINE];
    uint32_t close_on_exec[BITMAP_WORDS(OPEN_MAX)];
};

/* A new empty table with one reference. Returns: NULL without memory. */
struct filetable *filetable_alloc(void) MUST_CHECK;
/* fork: a table with the same descriptors. Returns: NULL without memory. */
struct filetable *filetable_copy(const struct filetable *from) MUST_CHECK;
/* The last put closes everything. */
void filetable_put(struct filetable *table);
/* exec: closes the descriptors that are marked so. */
void filetable_close_on_exec(struct filetable *table);

/* The file behind FD, or NULL. Takes no reference. */
static inline struct file *fd_lookup(const struct filetable *table, int fd)
{
    return (unsigned int)fd < table->capacity ? table->files[fd] : NULL;
}

/* Makes room for a descriptor before there is a file. Returns and errors as
 * fd_install's, which then finds it unless another has been quicker. */
int fd_prepare(struct filetable *table, int minimum) MUST_CHECK;
/*
 * Gives FILE the lowest free descriptor at MINIMUM or above it.  FLAGS: O_CLOEXEC.
 * Owns: the caller's reference, which is given back if it fails.
 * Returns: the descriptor. Errors: -EMFILE none below the table's limit is free;
 * -ENOMEM.
 */
int fd_install(struct filetable *table, struct file *file, int minimum,
               int flags) MUST_CHECK;
/* dup2, dup3: makes NEWFD lead to FILE (one more reference), after closing what
 * it was. Errors: -EBADF NEWFD out of range; -ENOMEM. */
int fd_replace(struct filetable *table, int newfd, struct file *file,
               int flags) MUST_CHECK;
/* close(2). Errors: -EBADF. */
int fd_close(struct filetable *table, int fd);

static inline bool fd_is_close_on_exec(const struct filetable *table, int fd)
{
    return bitmap_test(table->close_on_exec, (unsigned int)fd);
}
/* FD must be open. */
void fd_set_close_on_exec(struct filetable *table, int fd, bool on);
