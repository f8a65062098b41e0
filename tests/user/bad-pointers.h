/* SPDX-License-Identifier: MIT */
/*
 * What the bad-pointers-* tests share: each has a table of calls and one of their
 * pointer arguments, which is tried with addresses of every bad kind.  Null,
 * unmapped, the kernel's, read-only where the call writes, over the edge of the
 * mapped page, and wrapping round the address space are EFAULT, not a signal and
 * never a crash (errno(3), the calls' manual pages).
 */
#pragma once

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


static char *edge;      /* the first byte after the last mapped page */
static char *read_only; /* a page that may only be read */
static char *self;
static char scratch[512];
static int file_fd, dir_fd;

static inline int child_ends(void *unused)
{
    (void)unused;
    return 0;
}

/* The bad pointer number WHICH for ROW; false: it does not apply. */
static inline bool bad_pointer(const struct row *row, int which, long *at,
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

static inline long argument(long given, long bad)
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
static inline int child_tries_row(void *arg)
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

/* The whole test: every row of TABLE, of which there are ROWS. */
static inline int try_bad_pointers(int argc, char **argv,
                                   const struct row *table, int rows)
{
    char *pages = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int before, after;

    if (argc != 1)
        return 1; /* an execve() that must not succeed did */
    plan(rows + 1);
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
    for (int i = 0; i < rows; i++)
        ok(exited_with(child_run(child_tries_row, (void *)&table[i]), 0),
           table[i].name);
    must(close(before));
    after = (int)must(dup(0));
    is(after, before, "no descriptor was left open by a failed call");
    return done();
}
