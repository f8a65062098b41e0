/* SPDX-License-Identifier: MIT */
/*
 * Self-tests: tests that run inside the kernel, with test=all at boot.
 *
 *     SELFTEST(frames_come_back)
 *     {
 *         paddr_t frame = frame_alloc();
 *         SELFTEST_CHECK(frame != 0);
 *         ...
 *     }
 *
 * Each stands in tests/kernel/ and is found through the linker section
 * .selftests, so there is no list to forget it in.  Names start with the room.
 */
#pragma once

#include "lib/types.h"

struct selftest {
    const char *name;
    void (*run)(void);
};

#define SELFTEST(test)                                                         \
    static void selftest_of_##test(void);                                      \
    static const struct selftest selftest_row_##test                           \
        __attribute__((section(".selftests"), used)) = { #test,                \
                                                         selftest_of_##test }; \
    static void selftest_of_##test(void)

/* Notes a failure, with the place, if CONDITION is false; the test goes on. */
#define SELFTEST_CHECK(condition)                                              \
    selftest_check((condition), __FILE__, __LINE__, #condition)

void selftest_check(bool is_true, const char *file, int line,
                    const char *condition);

/*
 * Runs the tests whose name contains PATTERN ("all": every one) and prints
 * their results as TAP to the kernel log; then the machine is switched off.
 * With PATTERN NULL it does nothing.  Context: boot.
 */
void selftest_run(const char *pattern);
