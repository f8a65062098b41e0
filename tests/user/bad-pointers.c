/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of every call: null, unmapped, the kernel's,
 * read-only where the call writes, over the edge of the mapped page, and
 * wrapping round the address space are EFAULT, not a signal and never a
 * crash (errno(3), the calls' manual pages).
 */
#include "tap.h"
#include "raw.h"

#include <sys/mman.h>

enum { PAGE = 4096, ARGS = 6, BADS = 9, SOME_LENGTH = 64 };

/* Arguments that are filled in when the call is made. */
enum {
    BAD = 0x7e000001, /* the pointer under test */
    GOOD,             /* a writable buffer */
    NAME,             /* "file", which is there */
    LINK,             /* "soft", a symbolic link */
    SELF,             /* this program's own file */
    FILE_FD,          /* "file", open for reading and writing */
    DIR_FD,           /* ".", open */
    ZOMBIE,           /* a child that has just ended */
    BAD_ARRAY         /* a good array of pointers, the first one bad */
};

/* What a call does with the memory under test.  (set_thread_area writes, too,
 * but finds zeros in a read-only page wrong before it comes to that.) */
enum kind { TEXT, IN, OUT };

struct row {
    const char *name;
    long number;
    enum kind kind;
    int size;        /* of the object there, 0: it may be cut short */
    bool null_is_ok; /* NULL has a meaning, and is not tried */
    long args[ARGS];
};

static const struct row table[] = {
    {"read buffer", SYS_read, OUT, 0, false, {FILE_FD, BAD, 8}},
    {"write buffer", SYS_write, IN, 0, false, {FILE_FD, BAD, 8}},
    {"readv array", SYS_readv, IN, 8, false, {FILE_FD, BAD, 1}},
    {"writev array", SYS_writev, IN, 8, false, {FILE_FD, BAD, 1}},
    {"open path", SYS_open, TEXT, 1, false, {BAD, O_RDONLY}},
    {"openat path", SYS_openat, TEXT, 1, false, {-100, BAD, O_RDONLY}},
    {"creat path", SYS_creat, TEXT, 1, false, {BAD, 0644}},
    {"access path", SYS_access, TEXT, 1, false, {BAD, 0}},
    {"chdir path", SYS_chdir, TEXT, 1, false, {BAD}},
    {"getcwd buffer", SYS_getcwd, OUT, 8, false, {BAD, SOME_LENGTH}},
    {"mkdir path", SYS_mkdir, TEXT, 1, false, {BAD, 0755}},
    {"rmdir path", SYS_rmdir, TEXT, 1, false, {BAD}},
    {"unlink path", SYS_unlink, TEXT, 1, false, {BAD}},
    {"rename from", SYS_rename, TEXT, 1, false, {BAD, NAME}},
    {"rename to", SYS_rename, TEXT, 1, false, {NAME, BAD}},
    {"link from", SYS_link, TEXT, 1, false, {BAD, NAME}},
    {"link to", SYS_link, TEXT, 1, false, {NAME, BAD}},
    {"symlink target", SYS_symlink, TEXT, 1, false, {BAD, NAME}},
    {"symlink path", SYS_symlink, TEXT, 1, false, {NAME, BAD}},
    {"readlink path", SYS_readlink, TEXT, 1, false, {BAD, GOOD, 8}},
    {"readlink buffer", SYS_readlink, OUT, 4, false, {LINK, BAD, 8}},
    {"chmod path", SYS_chmod, TEXT, 1, false, {BAD, 0644}},
    {"chown32 path", SYS_chown32, TEXT, 1, false, {BAD, -1, -1}},
    {"truncate64 path", SYS_truncate64, TEXT, 1, false, {BAD, 0, 0}},
    {"utimensat path", SYS_utimensat, TEXT, 1, true, {-100, BAD, 0, 0}},
    {"utimensat times", SYS_utimensat, IN, 16, true, {-100, NAME, BAD, 0}},
    {"stat64 path", SYS_stat64, TEXT, 1, false, {BAD, GOOD}},
    {"stat64 buffer", SYS_stat64, OUT, 96, false, {NAME, BAD}},
    {"lstat64 path", SYS_lstat64, TEXT, 1, false, {BAD, GOOD}},
    {"lstat64 buffer", SYS_lstat64, OUT, 96, false, {LINK, BAD}},
    {"fstat64 buffer", SYS_fstat64, OUT, 96, false, {FILE_FD, BAD}},
    {"fstatat64 path", SYS_fstatat64, TEXT, 1, false, {-100, BAD, GOOD, 0}},
    {"fstatat64 buffer", SYS_fstatat64, OUT, 96, false, {-100, NAME, BAD, 0}},
    {"stat path", SYS_stat, TEXT, 1, false, {BAD, GOOD}},
    {"stat buffer", SYS_stat, OUT, 64, false, {NAME, BAD}},
    {"lstat buffer", SYS_lstat, OUT, 64, false, {LINK, BAD}},
    {"fstat buffer", SYS_fstat, OUT, 64, false, {FILE_FD, BAD}},
    {"getdents64 buffer", SYS_getdents64, OUT, 8, false,
     {DIR_FD, BAD, SOME_LENGTH}},
    {"getdents buffer", SYS_getdents, OUT, 8, false,
     {DIR_FD, BAD, SOME_LENGTH}},
    {"_llseek result", SYS__llseek, OUT, 8, false, {FILE_FD, 0, 0, BAD, 0}},
    {"pipe result", SYS_pipe, OUT, 8, false, {BAD}},
    {"pipe2 result", SYS_pipe2, OUT, 8, false, {BAD, O_CLOEXEC}},
    {"poll array", SYS_poll, OUT, 8, false, {BAD, 1, 0}},
    {"waitpid status", SYS_waitpid, OUT, 4, true, {ZOMBIE, BAD, 0}},
    {"wait4 status", SYS_wait4, OUT, 4, true, {ZOMBIE, BAD, 0, 0}},
    {"wait4 usage", SYS_wait4, OUT, 72, true, {ZOMBIE, 0, 0, BAD}},
    {"execve path", SYS_execve, TEXT, 1, false, {BAD, 0, 0}},
    {"execve argv", SYS_execve, IN, 4, true, {SELF, BAD, 0}},
    {"execve argument", SYS_execve, TEXT, 1, true, {SELF, BAD_ARRAY, 0}},
    {"execve envp", SYS_execve, IN, 4, true, {SELF, 0, BAD}},
    {"rt_sigaction action", SYS_rt_sigaction, IN, 20, true,
     {SIGUSR1, BAD, 0, 8}},
    {"rt_sigaction old", SYS_rt_sigaction, OUT, 20, true,
     {SIGUSR1, 0, BAD, 8}},
    {"rt_sigprocmask set", SYS_rt_sigprocmask, IN, 8, true, {0, BAD, 0, 8}},
    {"rt_sigprocmask old", SYS_rt_sigprocmask, OUT, 8, true, {0, 0, BAD, 8}},
    {"rt_sigpending set", SYS_rt_sigpending, OUT, 8, false, {BAD, 8}},
    {"rt_sigsuspend mask", SYS_rt_sigsuspend, IN, 8, false, {BAD, 8}},
    {"sigaction action", SYS_sigaction, IN, 16, true, {SIGUSR1, BAD, 0}},
    {"sigaction old", SYS_sigaction, OUT, 16, true, {SIGUSR1, 0, BAD}},
    {"sigprocmask set", SYS_sigprocmask, IN, 4, true, {0, BAD, 0}},
    {"sigprocmask old", SYS_sigprocmask, OUT, 4, true, {0, 0, BAD}},
    {"sigpending set", SYS_sigpending, OUT, 4, false, {BAD}},
    {"nanosleep request", SYS_nanosleep, IN, 8, false, {BAD, 0}},
    {"clock_gettime time", SYS_clock_gettime, OUT, 8, false, {1, BAD}},
    {"clock_getres time", SYS_clock_getres, OUT, 8, true, {1, BAD}},
    {"clock_gettime64 time", SYS_clock_gettime64, OUT, 16, false, {1, BAD}},
    {"gettimeofday time", SYS_gettimeofday, OUT, 8, true, {BAD, 0}},
    {"time result", SYS_time, OUT, 4, true, {BAD}},
    {"times buffer", SYS_times, OUT, 16, true, {BAD}},
    {"getrusage usage", SYS_getrusage, OUT, 72, false, {0, BAD}},
    {"uname buffer", SYS_uname, OUT, 390, false, {BAD}},
    {"sysinfo buffer", SYS_sysinfo, OUT, 64, false, {BAD}},
    {"set_thread_area", SYS_set_thread_area, IN, 16, false, {BAD}},
    {"prctl set name", SYS_prctl, IN, 16, false, {15, BAD}},
    {"prctl get name", SYS_prctl, OUT, 16, false, {16, BAD}},
};
enum { ROWS = sizeof table / sizeof *table };

static char *edge;      /* the first byte after the last mapped page */
static char *read_only; /* a page that may only be read */
static char *self;
static char scratch[512];
static int file_fd, dir_fd;

static int child_ends(void *unused)
{
    (void)unused;
    return 0;
}

/* The bad pointer number WHICH for ROW; false: it does not apply. */
static bool bad_pointer(const struct row *row, int which, long *at,
                        const char **name)
{
    static const char *const names[BADS] = {
        "null", "in page 0", "kernel text", "kernel data", "unmapped",
        "top of memory", "wrapping", "read-only", "over the edge"};

    *name = names[which];
    switch (which) {
    case 0:
        *at = 0;
        return !row->null_is_ok;
    case 1:
        *at = 0x10;
        return true;
    case 2:
        *at = (long)0xc0100000;
        return true;
    case 3:
        *at = (long)0xc0400000;
        return true;
    case 4:
        *at = (long)(edge + 8);
        return true;
    case 5:
        *at = (long)0xfffff000;
        return true;
    case 6:
        *at = -2;
        return true;
    case 7:
        *at = (long)read_only;
        return row->kind == OUT;
    default:
        *at = (long)(edge - (row->kind == TEXT ? 1 : row->size / 2));
        return true;
    }
}

static long argument(long given, long bad)
{
    static long array[2];
    pid_t pid;

    switch (given) {
    case BAD:
        return bad;
    case GOOD:
        return (long)scratch;
    case NAME:
        return (long)"file";
    case LINK:
        return (long)"soft";
    case SELF:
        return (long)self;
    case FILE_FD:
        return file_fd;
    case DIR_FD:
        return dir_fd;
    case ZOMBIE:
        pid = child_start(child_ends, NULL);
        expect(wait_until(proc_state(pid) == 'Z'));
        return pid;
    case BAD_ARRAY:
        array[0] = bad;
        return (long)array;
    default:
        return given;
    }
}

/* Makes the call of one row with each bad pointer. */
static int child_tries_row(void *arg)
{
    const struct row *row = arg;
    const char *name;
    long bad, result, args[ARGS];
    int wrong = 0;

    for (int which = 0; which < BADS; which++) {
        if (!bad_pointer(row, which, &bad, &name))
            continue;
        memset(edge - PAGE, 'a', PAGE);
        for (int i = 0; i < ARGS; i++)
            args[i] = argument(row->args[i], bad);
        result = syscall(row->number, args[0], args[1], args[2], args[3],
                         args[4], args[5]);
        if (result == -1 && errno == EFAULT)
            continue;
        wrong++;
        diag("%s, %s: returned %ld, errno %d", row->name, name, result, errno);
    }
    return wrong;
}

int main(int argc, char **argv)
{
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int before, after;

    if (argc != 1)
        return 1; /* an execve() that must not succeed did */
    plan(ROWS + 1);
    self = argv[0];
    read_only = pages;
    must(mprotect(read_only, PAGE, PROT_READ));
    edge = pages + 2 * PAGE;
    must(munmap(edge, PAGE));
    file_write("file", "some bytes to be read, and some more of them");
    must(symlink("file", "soft"));
    file_fd = (int)must(open("file", O_RDWR));
    dir_fd = (int)must(open(".", O_RDONLY));
    before = (int)must(dup(0));
    for (int i = 0; i < ROWS; i++)
        ok(exited_with(child_run(child_tries_row, (void *)&table[i]), 0),
           table[i].name);
    must(close(before));
    after = (int)must(dup(0));
    is(after, before, "no descriptor was left open by a failed call");
    return done();
}
