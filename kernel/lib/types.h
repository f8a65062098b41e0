/* SPDX-License-Identifier: MIT */
/*
 * What every function of the kernel may speak of: its own scalar types, and the
 * error numbers, which it returns negative.  Addresses of three kinds never mix:
 * a paddr_t names a place in physical memory, a vaddr_t one in the kernel's half,
 * and a uaddr_t is a number that a program gave, an integer until mm/usercopy.c
 * has looked at it.
 */
#pragma once

#include <asm/types.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <tine/errno.h>

typedef uint32_t paddr_t;
typedef uint32_t vaddr_t;
typedef uint32_t uaddr_t;

/* A count of timer ticks since boot. */
typedef uint64_t tick_t;

#define NS_PER_SECOND 1000000000u

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define ROUND_DOWN(x, unit) ((x) & ~((__typeof__(x))(unit) - 1))
#define ROUND_UP(x, unit) ROUND_DOWN((x) + (unit) - 1, unit)
#define DIV_UP(x, unit) (((x) + (unit) - 1) / (unit))

#define PAGE_SHIFT 12
#define PAGE_SIZE 4096u
#define KIB_PER_PAGE (PAGE_SIZE / 1024u)

#define MUST_CHECK __attribute__((warn_unused_result))
#define NORETURN __attribute__((noreturn))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
