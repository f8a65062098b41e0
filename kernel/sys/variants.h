/* SPDX-License-Identifier: MIT */
/*
 * One function for all forms of a call: what the rows with VARIANT in
 * tine/syscalls.def call besides other rows' handlers, and what the handlers of
 * old signal calls share with the present ones.  Inside sys/ only.
 *
 * Errors, where nothing is said: those of the manual page.
 */
#pragma once

#include "mm/usercopy.h"
#include "proc/proc.h"
#include "proc/sigframe.h"
#include "sys/sys_file.h"
#include "time/timespec.h"

/* The result of CALL, which is about `proc`: the process that PID names. It is not held
 * and may be gone when CALL has slept. */
#define ON_PROC(pid, call)                                                     \
    ({                                                                         \
        struct proc *proc = proc_named(pid);                                   \
        proc ? (long)(call) : -ESRCH;                                          \
    })

/* The result of CALL, which is about `arg`: the TYPE at the user address ADDR. */
#define WITH_ARG(type, addr, call)                                             \
    ({                                                                         \
        type arg;                                                              \
        user_get(arg, addr) < 0 ? -EFAULT : (long)(call);                      \
    })
/*
 * The result of CALL, which makes something what `change` says, a TYPE or NULL to leave
 * it, and tells in `before` what it was.  They come from the user address NEW and go to
 * OLD, where 0 is none.
 */
#define CHANGE_ARG(type, new, old, call)                                       \
    ({                                                                         \
        type given, before;                                                    \
        const type *change = (new) ? &given : NULL;                            \
        long outcome = (new) ? user_get(given, new) : 0;                       \
        if (outcome == 0)                                                      \
            outcome = (call);                                                  \
        outcome == 0 && (old) ? user_put(old, before) : outcome;               \
    })

/* Makes PLACE what NEW says. Its value is what it was. */
#define EXCHANGE(place, new)                                                   \
    ({                                                                         \
        __typeof__(place) was = (place);                                       \
        (place) = (new);                                                       \
        was;                                                                   \
    })

/* set_thread_area(2), get_thread_area(2), by arch_set_tls or arch_get_tls. */
typedef int (*thread_area_fn)(struct arch_proc *ap, struct user_desc *desc);
long thread_area_call(uaddr_t addr, thread_area_fn call);

/* ---- Identity -------------------------------------------------------------------- */

#define ID_UNCHANGED ((unsigned int)-1) /* as an argument: leave it */
#define ID_MAX_16 65535u                /* the same in 16 bits */
#define ID_OVERFLOW_16 65534u           /* an id that does not fit in 16 bits */

/* The running process's ids of either kind. */
static inline struct cred_ids *own_uids(void)
{
    return &this_proc()->cred.user;
}

static inline struct cred_ids *own_gids(void)
{
    return &this_proc()->cred.group;
}

/* getresuid(2); ID_BYTES is the size of an id in the caller's memory. */
long ids_put(const struct cred_ids *ids, uaddr_t real, uaddr_t effective,
             uaddr_t saved, size_t id_bytes);
/* setuid(2), setreuid(2), setresuid(2). */
long ids_set(struct cred_ids *now, unsigned int id);
long ids_set_two(struct cred_ids *now, unsigned int real,
                 unsigned int effective);
long ids_set_three(struct cred_ids *now, unsigned int real,
                   unsigned int effective, unsigned int saved);
/* setfsuid(2). Returns: the old one, whatever it does. */
long ids_set_file(struct cred_ids *now, unsigned int id);
/* getgroups(2), setgroups(2). */
long groups_put(unsigned int size, uaddr_t list, size_t id_bytes);
long groups_set(unsigned int size, uaddr_t list, size_t id_bytes);

/* sethostname(2), setdomainname(2): the name at OFFSET of struct utsname. */
long system_name_set(size_t offset, uaddr_t name, int len);

/* ---- Files --------------------------------------------------------------------- */

/*
 * The result of CALL, which is about `inode`: the one that PATH names, found as
 * sys_resolve says, and held as long as it lasts.
 */
#define ON_PATH(dirfd, path, flags, call)                                      \
    ON_INODE(sys_resolve(dirfd, path, flags, &inode), call)
/* The same; FOUND is what finds it. */
#define ON_INODE(found, call)                                                  \
    ({                                                                         \
        struct inode *inode = NULL;                                            \
        long outcome = (found);                                                \
        if (outcome == 0)                                                      \
            outcome = (call);                                                  \
        inode_put(inode);                                                      \
        outcome;                                                               \
    })
/*
 * The result of CALL, which is about the path argument AT, copied in as sys_path_get
 * says and kept as long as it lasts.
 */
#define WITH_PATH(at, dirfd, path, flags, call)                                \
    ({                                                                         \
        struct sys_path at;                                                    \
        long at##_outcome = sys_path_get(&at, dirfd, path, flags);             \
        if (at##_outcome == 0)                                                 \
            at##_outcome = (call);                                             \
        sys_path_put(&at);                                                     \
        at##_outcome;                                                          \
    })
/* Both: CALL is about the path argument AT, and the `inode` that it names. */
#define ON_PATH_AT(at, dirfd, path, flags, call)                               \
    WITH_PATH(at, dirfd, path, flags,                                          \
              ON_INODE(sys_path_find(&at, flags, &inode), call))
/*
 * The result of CALL, which is about `file`: the open file behind the descriptor FD,
 * held as long as it lasts. One that was opened with O_PATH is -EBADF, but for
 * ON_ANY_FD.
 */
#define ON_FD(fd, call) ON_FD_AS(file, fd, call)
#define ON_ANY_FD(fd, call)                                                    \
    ON_FILE_AS(file, fd_lookup(this_proc()->files, fd), call)
/* The same; the file is called NAME, and FOUND in the second. */
#define ON_FD_AS(name, fd, call) ON_FILE_AS(name, sys_file_find(fd), call)
#define ON_FILE_AS(name, found, call)                                          \
    ({                                                                         \
        struct file *name = file_get(found);                                   \
        long name##_outcome = -EBADF;                                          \
        if (name)                                                              \
            name##_outcome = (call);                                           \
        file_put(name);                                                        \
        name##_outcome;                                                        \
    })

/* chdir(2), chroot(2): makes INODE the working directory or the root. */
long workdir_change(struct inode **place, struct inode *inode);
/* stat(2), statfs(2). */
long stat_put(struct inode *inode, uaddr_t buf);
long stat_put_old(struct inode *inode, uaddr_t buf);
/* fstatat(2), statx(2): what PUT makes of it. With AT_EMPTY_PATH no PATH is needed. */
typedef long (*stat_fn)(struct inode *inode, uaddr_t buf);
long stat_at(int dirfd, uaddr_t path, int flags, uaddr_t buf, stat_fn put);
long statfs_put(struct inode *inode, uaddr_t buf);
long statfs_put_old(struct inode *inode, uaddr_t buf);
/* chmod(2). */
long mode_change(struct inode *inode, mode_t mode);

/* What lseek and _llseek make of the new offset, or of an error. */
long seek_narrow(loff_t offset);
long seek_put(uaddr_t to, loff_t offset);
/* ioctl(2), flock(2). */
long file_control(struct file *file, int fd, unsigned long request,
                  unsigned long arg);
long lock_flock(int fd, int operation);
/* getdents(2), in either form. */
long dents_read(struct file *file, uaddr_t buf, size_t len, bool is_old);
/*
 * read(2), write(2), readv(2), writev(2), as TRANSFER moves bytes: to or from the LEN
 * bytes at BUF, or so many vectors.  At the open file's own offset if POSITION is NULL;
 * else pread(2) and its kin, with LOFF_AT.
 */
typedef long (*transfer_fn)(struct file *file, uaddr_t buf, size_t len,
                            loff_t *offset);
long transfer_call(int fd, uaddr_t buf, size_t len, transfer_fn transfer,
                   loff_t *position);
/* Ways to move them, besides file_read.  write(2), EPIPE: whoever writes into a pipe
 * that nobody reads gets a signal, also when the last reader went after a part was
 * written, which is then the result. */
long transfer_write(struct file *file, uaddr_t buf, size_t len, loff_t *offset);
long vectors_read(struct file *file, uaddr_t iov, size_t count, loff_t *offset);
long vectors_write(struct file *file, uaddr_t iov, size_t count, loff_t *offset);
#define LOFF_AT(low, high) (&(loff_t){ loff_of(low, high) })
/* sendfile(2), with the offset at the user address OFFSET, or 0, in SIZE bytes. */
long sendfile_call(int out_fd, int in_fd, uaddr_t offset, size_t size,
                   size_t len);
/* truncate(2), ftruncate(2). */
long truncate_path(uaddr_t path, loff_t size);
long truncate_fd(int fd, loff_t size);
/* fallocate(2), posix_fadvise(2). */
long allocate_file(struct file *file, int mode, loff_t offset, loff_t len);
long advise_file(const struct file *file, loff_t len, int advice);
/* readlinkat(2), which sets AT_EMPTY_PATH in FLAGS. */
long readlink_flags(int dirfd, uaddr_t path, int flags, uaddr_t buf,
                    size_t size);
/* utimensat(2). */
long set_times(int dirfd, uaddr_t path, uaddr_t times, int flags,
               enum time_form form);

/* getxattr(2) and its kin: there is no attribute of that name. */
long xattr_none(uaddr_t name);

/* Whether the running process may lock BYTES more: RLIMIT_MEMLOCK.
 * Errors: -EPERM it may lock nothing; ERROR that would be too much. */
int lock_permit(size_t bytes, int error) MUST_CHECK;
/* mlock2(2), munlock(2): the pages of LEN bytes at ADDR. */
long lock_range(uaddr_t addr, size_t len, bool is_locked, bool on_fault);

/* ---- Limits ---------------------------------------------------------------------- */

/* What getrlimit, which is older than unsigned limits, calls infinity. */
#define RLIM_INFINITY_OLD 0x7fffffffUL

/* prlimit(2): NEW is NULL to leave it. */
struct rlimit64;
long limit_change(pid_t pid, int resource, const struct rlimit64 *new,
                  struct rlimit64 *old);
/* getrlimit(2), where INFINITY is the highest number. */
long limit_put(int resource, uaddr_t to, unsigned long infinity);

/* ---- Signals --------------------------------------------------------------------- */

/* rt_sigqueueinfo(2) and rt_tgsigqueueinfo(2): INFO to the process PID,
 * or to its thread, which must be of the group TGID. */
long siginfo_send(pid_t tgid, pid_t pid, enum target to, int sig, siginfo_t *info);
/* Sets the action of SIG (ACT NULL: leaves it) and tells the old one.
 * Errors: -EINVAL no such signal, or one that cannot be caught. */
int sigaction_change(int sig, const struct ksigaction *act,
                     struct ksigaction *old) MUST_CHECK;
/* Sleeps until a signal is due, the second with the mask MASK.
 * Returns: -ERESTARTNOHAND. */
long signal_pause(const char *wchan);
long sigsuspend_with(sigset_t mask);
/* sigprocmask(2), of which SIZE bytes are meant: the low word, or all. */
long sigmask_call(int how, uaddr_t set, uaddr_t old, size_t size);

/* ---- Times, each in the form FORM --------------------------------------------------- */

/* The result of CALL, which is about `clock`: the one with number ID. */
#define ON_CLOCK(id, call)                                                     \
    ({                                                                         \
        struct clock clock;                                                    \
        int outcome = clock_find(id, &clock);                                  \
        outcome < 0 ? outcome : (long)(call);                                  \
    })
/* clock_settime(2), clock_nanosleep(2). */
long clock_set(int id, uaddr_t time, enum time_form form);
long clock_sleep_call(int id, int flags, uaddr_t request, uaddr_t remain,
                      enum time_form form);
/* The result of CALL, which is about `timer`: the POSIX timer ID. */
#define ON_TIMER(id, call)                                                     \
    ({                                                                         \
        struct ptimer *timer = ptimer_find(id);                                \
        timer ? (long)(call) : -EINVAL;                                        \
    })
/* getitimer(2), timer_gettime(2): of IT, or of none (NULL), which is -EINVAL. */
struct itimer *alarm_find(int which);
long itimer_show(const struct itimer *it, uaddr_t now, enum time_form form);
/* timer_settime(2). */
long timer_set(int id, int flags, uaddr_t new, uaddr_t old, enum time_form form);
/* sched_setscheduler(2); POLICY -1 leaves the process the one that it has. */
long sched_set(pid_t pid, int policy, uaddr_t param);
/* sched_getscheduler(2), sched_rr_get_interval(2). */
long sched_policy_of(const struct proc *p);
uint64_t sched_slice_ns(const struct proc *p);
/* ppoll(2); select(2), and pselect(2) with a MASK as it takes it. */
long poll_masked(uaddr_t fds, unsigned int count, uaddr_t timeout,
                 enum time_form form, uaddr_t mask, size_t mask_size);
long select_call(int count, uaddr_t read, uaddr_t write, uaddr_t except,
                 uaddr_t timeout, enum time_form form, uaddr_t mask);
/* sigtimedwait(2). */
long sigtimedwait(uaddr_t set, uaddr_t info, uaddr_t timeout,
                  enum time_form form, size_t setsize);
/* futex(2), where TIME is an address or a number. */
long futex_call(uaddr_t addr, int operation, uint32_t value, uint32_t time,
                uaddr_t addr2, uint32_t value3, enum time_form form);
