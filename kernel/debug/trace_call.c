/* SPDX-License-Identifier: MIT */
/*
 * The names of the system calls, and how many arguments each has, for the trace.
 *
 * Called by debug/trace_text.c.  Owns nothing: all is in include/tine/syscalls.def.
 */
#include "debug/trace_text.h"
#include "lib/printf.h"

/* The digit says how many arguments follow. */
static const char *call_digit_and_name(uint32_t number)
{
    switch (number) {
#define SYSCALL0(number, name) case number: return "0" #name;
#define SYSCALL1(number, name, ...) case number: return "1" #name;
#define SYSCALL2(number, name, ...) case number: return "2" #name;
#define SYSCALL3(number, name, ...) case number: return "3" #name;
#define SYSCALL4(number, name, ...) case number: return "4" #name;
#define SYSCALL5(number, name, ...) case number: return "5" #name;
#define SYSCALL6(number, name, ...) case number: return "6" #name;
#include <tine/syscalls.def>
    }
    return NULL;
}

void trace_call_name(uint32_t number, char *text, size_t size)
{
    const char *name = call_digit_and_name(number);

    if (name)
        snprintf(text, size, "%s", name + 1);
    else
        snprintf(text, size, "%u", number);
}

unsigned int trace_call_arguments(uint32_t number)
{
    const char *name = call_digit_and_name(number);

    return name ? (unsigned int)(*name - '0') : 0;
}
