/* SPDX-License-Identifier: MIT */
/*
 * The handlers of the calls that are forms of others: each is the one call that its
 * row in the table ends with.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: sys/variants.h.
 */
#include <asm/futex.h>
#include <asm/mman.h>
#include <asm/prctl.h>
#include <asm/resource.h>
#include <asm/sched.h>
#include <asm/statfs.h>
#include <asm/utsname.h>

#include "mm/space.h"
#include "proc/altstack.h"
#include "proc/group.h"
#include "proc/limits.h"
#include "sched/core.h"
#include "sys/handler.h"
#include "time/clock.h"
#include "time/ptimer.h"
#include "tty/tty.h"

/* Ids when they had 16 bits: 65535 is what -1 is now, and an id that does not fit is
 * shown as 65534. */
static long id_to_16(long id)
{
    return (unsigned long)id > ID_MAX_16 ? (long)ID_OVERFLOW_16 : id;
}

static unsigned int id_from_16(uint16_t id)
{
    return id == ID_MAX_16 ? ID_UNCHANGED : id;
}

/* A form need not look at all that it is given. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

#define SYSCALL(number, name, ...) /* has a handler of its own */
#define VARIANT(name, call, ...)                                               \
    long sys_##name(__VA_ARGS__)                                               \
    {                                                                          \
        return call;                                                           \
    }
#define VARIANT0(number, name, call) VARIANT(name, call, void)
#define VARIANT1(number, name, t1, a1, call) VARIANT(name, call, t1 a1)
#define VARIANT2(number, name, t1, a1, t2, a2, call)                           \
    VARIANT(name, call, t1 a1, t2 a2)
#define VARIANT3(number, name, t1, a1, t2, a2, t3, a3, call)                   \
    VARIANT(name, call, t1 a1, t2 a2, t3 a3)
#define VARIANT4(number, name, t1, a1, t2, a2, t3, a3, t4, a4, call)           \
    VARIANT(name, call, t1 a1, t2 a2, t3 a3, t4 a4)
#define VARIANT5(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5, call)   \
    VARIANT(name, call, t1 a1, t2 a2, t3 a3, t4 a4, t5 a5)
#define VARIANT6(number, name, t1, a1, t2, a2, t3, a3, t4, a4, t5, a5, t6, a6, \
                 call)                                                         \
    VARIANT(name, call, t1 a1, t2 a2, t3 a3, t4 a4, t5 a5, t6 a6)
#include <tine/syscalls.def>
