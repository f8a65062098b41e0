/* SPDX-License-Identifier: MIT */
/*
 * A program starts with fresh floating-point registers and control words, without
 * locked memory and with no robust list, whatever was before execve(); a child of
 * fork() has the parent's control words (execve(2), mlock(2), get_robust_list(2)).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/syscall.h>

enum { FRESH = 0x37f, CHANGED = 0xb7f, PAGE = 4096 };
enum { SET_ROBUST_LIST = 311, GET_ROBUST_LIST = 312, HEAD_BYTES = 12, MARK = 9 };

static unsigned control_word(void)
{
    unsigned short control;

    __asm__ volatile("fnstcw %0" : "=m"(control));
    return control;
}

static long locked_kib(void)
{
    char text[4096], *at;

    if (file_read("/proc/self/status", text, sizeof text) <= 0)
        return -1;
    at = strstr(text, "VmLck:");
    return at ? strtol(at + 6, NULL, 10) : -1;
}

static int second_life(void)
{
    void *head = NULL;
    size_t len;

    expect(control_word() == FRESH);
    expect(locked_kib() == 0);
    expect(syscall(GET_ROBUST_LIST, 0, &head, &len) == 0);
    expect(head == NULL);
    return MARK;
}

/* In the child, after fork: all of it is inherited or not; then exec. */
static int child_execs(void *arg)
{
    char second[] = "second", *args[] = {arg, second, NULL};
    void *head = (void *)1;
    size_t len;

    expect(control_word() == CHANGED);
    expect(locked_kib() == 0);
    expect(syscall(GET_ROBUST_LIST, 0, &head, &len) == 0);
    expect(head == NULL);
    expect(mlock(&second, 1) == 0);
    expect(locked_kib() >= PAGE / 1024);
    execv(arg, args);
    return TAP_CHILD_FAILED;
}

int main(int argc, char **argv)
{
    unsigned short changed = CHANGED;
    static long robust[3];

    if (argc > 1)
        return second_life();
    plan(1);
    must(mlock(robust, sizeof robust));
    must(syscall(SET_ROBUST_LIST, robust, HEAD_BYTES));
    robust[0] = (long)robust;
    __asm__ volatile("fldcw %0" : : "m"(changed));
    ok(exited_with(child_run(child_execs, argv[0]), MARK),
       "fork and exec keep what they shall, and no more");
    __asm__ volatile("fninit");
    return done();
}
