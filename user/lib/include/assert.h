/* SPDX-License-Identifier: MIT */
/* Assertions: assert(3).  No guard: NDEBUG counts anew at each inclusion. */
#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition)  \
    ((condition) ? (void)0 \
                 : assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif

#ifndef LIBC_ASSERT_FAIL
#define LIBC_ASSERT_FAIL
void assert_fail(const char *condition, const char *file, int line,
                 const char *function) __attribute__((noreturn));
#define static_assert _Static_assert
#endif
