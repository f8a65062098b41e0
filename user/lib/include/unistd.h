/* SPDX-License-Identifier: MIT */
/* The process and file calls: unistd.h(0p). */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <asm/fcntl.h>
#include <getopt.h>

#define STDIN_FILENO       0
#define STDOUT_FILENO      1
#define STDERR_FILENO      2

#define _POSIX_VERSION     200809L
#define _POSIX_JOB_CONTROL 1
#define _POSIX_SAVED_IDS   1
#define _POSIX_VDISABLE    0

extern char **environ;

/* Processes. */
pid_t fork(void);
pid_t vfork(void) __attribute__((returns_twice));
void _exit(int status) __attribute__((noreturn));
int execl(const char *path, const char *arg0, ...);
int execle(const char *path, const char *arg0, ...);
int execlp(const char *file, const char *arg0, ...);
int execv(const char *path, char *const argv[]);
int execve(const char *path, char *const argv[], char *const envp[]);
int execveat(int fd, const char *path, char *const argv[], char *const envp[],
             int flags);
int fexecve(int fd, char *const argv[], char *const envp[]);
int execvp(const char *file, char *const argv[]);
int execvpe(const char *file, char *const argv[], char *const envp[]);
pid_t getpid(void);
pid_t getppid(void);
pid_t gettid(void);
int nice(int increment);
int pause(void);
unsigned int alarm(unsigned int seconds);
unsigned int sleep(unsigned int seconds);
int usleep(useconds_t microseconds);
useconds_t ualarm(useconds_t microseconds, useconds_t interval);
long syscall(long number, ...);

/* Locks: lockf(3). */
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
int lockf(int fd, int command, off_t len);

/* Process groups, sessions and their terminal. */
int setpgid(pid_t pid, pid_t pgid);
pid_t getpgid(pid_t pid);
pid_t getpgrp(void);
int setpgrp(void);
pid_t setsid(void);
int vhangup(void);
pid_t getsid(pid_t pid);
pid_t tcgetpgrp(int fd);
int tcsetpgrp(int fd, pid_t pgid);
int isatty(int fd);
char *ttyname(int fd);
int ttyname_r(int fd, char *buf, size_t size);
char *ctermid(char *name);

/* Users. */
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int setuid(uid_t uid);
int setgid(gid_t gid);
int seteuid(uid_t uid);
int setegid(gid_t gid);
int setreuid(uid_t real, uid_t effective);
int setregid(gid_t real, gid_t effective);
int setresuid(uid_t real, uid_t effective, uid_t saved);
int setresgid(gid_t real, gid_t effective, gid_t saved);
int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
int getgroups(int size, gid_t list[]);
char *getlogin(void);

/* Files. */
ssize_t read(int fd, void *buf, size_t len);
ssize_t write(int fd, const void *buf, size_t len);
int close(int fd);
ssize_t pread(int fd, void *buf, size_t len, off_t offset);
ssize_t pwrite(int fd, const void *buf, size_t len, off_t offset);
int fsync(int fd);
int fdatasync(int fd);
off_t lseek(int fd, off_t offset, int whence);
int dup(int fd);
int dup2(int fd, int newfd);
int dup3(int fd, int newfd, int flags);
int pipe(int fds[2]);
int pipe2(int fds[2], int flags);
int access(const char *path, int mode);
int link(const char *from, const char *to);
int symlink(const char *target, const char *path);
ssize_t readlink(const char *restrict path, char *restrict buf, size_t size);
int unlink(const char *path);
int rmdir(const char *path);
int chdir(const char *path);
int fchdir(int fd);
char *getcwd(char *buf, size_t size);
int chown(const char *path, uid_t uid, gid_t gid);
int chroot(const char *path);
int faccessat(int dirfd, const char *path, int mode, int flags);
int eaccess(const char *path, int mode);
int euidaccess(const char *path, int mode);
int lchown(const char *path, uid_t uid, gid_t gid);
int fchown(int fd, uid_t uid, gid_t gid);
int fchownat(int dirfd, const char *path, uid_t uid, gid_t gid, int flags);
int linkat(int from_dirfd, const char *from, int to_dirfd, const char *to,
           int flags);
int symlinkat(const char *target, int dirfd, const char *path);
ssize_t readlinkat(int dirfd, const char *restrict path, char *restrict buf,
                   size_t size);
int unlinkat(int dirfd, const char *path, int flags);
int truncate(const char *path, off_t length);
int ftruncate(int fd, off_t length);
void sync(void);

/* Memory. */
int brk(void *end);
void *sbrk(intptr_t increment);

/* The system. */
int sethostname(const char *name, size_t size);
int setdomainname(const char *name, size_t size);
int gethostname(char *name, size_t size);
int getpagesize(void);
long sysconf(int name);

enum sysconf_name {
    _SC_ARG_MAX,
    _SC_CHILD_MAX,
    _SC_CLK_TCK,
    _SC_NGROUPS_MAX,
    _SC_OPEN_MAX,
    _SC_JOB_CONTROL,
    _SC_SAVED_IDS,
    _SC_VERSION,
    _SC_PAGESIZE,
    _SC_IOV_MAX,
    _SC_HOST_NAME_MAX,
    _SC_SYMLOOP_MAX,
    _SC_LINE_MAX,
    _SC_NPROCESSORS_CONF,
    _SC_NPROCESSORS_ONLN,
    _SC_PHYS_PAGES,
    _SC_AVPHYS_PAGES,
};
#define _SC_PAGE_SIZE _SC_PAGESIZE
