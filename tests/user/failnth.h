/* SPDX-License-Identifier: MIT */
/*
 * What the tests share that let the kernel run out of memory: /proc/self/fail-nth
 * makes the Nth allocation of the next calls fail, if the kernel has that file.
 *
 * A case is one call.  It is made with the first, the second ... allocation
 * failing, until it succeeds with no failure reached.  Each time before, it must
 * give one of the errors for want of memory and have had no effect, or succeed
 * all the same.  Where the file is absent the call is only made once.
 */
#pragma once

enum { FAIL_MOST = 400 };

struct fail_case {
    const char *what;
    long (*call)(void);      /* -1 with errno, or what undo gets */
    void (*undo)(long result); /* NULL: nothing is left to undo */
};

static int fail_fd = -1;

/* Without the file this does nothing. */
static inline void fail_setup(void)
{
    fail_fd = open("/proc/self/fail-nth", O_RDWR | O_CLOEXEC);
    if (fail_fd == -1)
        diag("no /proc/self/fail-nth: each call is made once");
}

static inline void fail_arm(int nth)
{
    char text[16];
    int len = snprintf(text, sizeof text, "%d", nth);

    if (fail_fd != -1 && write(fail_fd, text, (size_t)len) != len)
        tap_bail("fail-nth");
}

/* Whether the failure was reached. */
static inline bool fail_was_reached(void)
{
    char text[16];

    if (fail_fd == -1)
        return false;
    must(lseek(fail_fd, 0, SEEK_SET));
    return must(read(fail_fd, text, sizeof text)) == 2 && text[0] == '0';
}

static inline bool fail_is_memory_error(int error)
{
    return error == ENOMEM || error == EAGAIN || error == ENOSPC ||
           error == ENFILE || error == ENOBUFS;
}

/* One check for one case. */
static inline void fail_check(const struct fail_case *c)
{
    for (int nth = 1; nth < FAIL_MOST; nth++) {
        long result;
        int error;
        bool was_reached;

        fail_arm(nth);
        result = c->call();
        error = errno;
        was_reached = fail_was_reached();
        fail_arm(0);
        if (result != -1 && c->undo)
            c->undo(result);
        if (result == -1 && (!was_reached || !fail_is_memory_error(error))) {
            ok(false, c->what);
            diag("allocation %d %s; errno %d", nth,
                 was_reached ? "failed" : "was not reached", error);
            return;
        }
        if (!was_reached) {
            ok(result != -1, c->what);
            return;
        }
    }
    ok(false, c->what);
    diag("still failing at allocation %d", FAIL_MOST);
}

static inline void fail_check_all(const struct fail_case *cases, int count)
{
    fail_setup();
    for (int i = 0; i < count; i++)
        fail_check(&cases[i]);
}
