/* SPDX-License-Identifier: MIT */
/*
 * The machine in the trace: calls with their arguments, and the way into the kernel,
 * from one kernel stack to another, and back to the program.
 *
 * Called by sys/dispatch.c, x86/trap.c and sched/core.c through debug/trace.h.
 * Owns nothing.
 * Read next: debug/trace_text.c.
 */
#include "debug/trace_ring.h"
#include "proc/proc.h"
#include "x86/trapframe.h"

/* In the order of syscall(2), as sys/dispatch.c has it. */
void trace_record_call(const struct trapframe *frame)
{
    struct trace_record *record = trace_put(TRACE_CALL, this_proc()->pid);

    record->words[0] = (uint32_t)frame->orig_eax;
    record->words[1] = frame->ebx;
    record->words[2] = frame->ecx;
    record->words[3] = frame->edx;
    record->words[4] = frame->esi;
    record = trace_put_more();
    record->words[0] = frame->edi;
    record->words[1] = frame->ebp;
}

void trace_record_return(uint32_t number, long result)
{
    trace_record(TRACE_RETURN, this_proc()->pid, (int)number, (int)result, NULL);
}

void trace_record_trap(const struct trapframe *frame)
{
    if (!trapframe_is_user(frame))
        return;
    struct trace_record *record = trace_put(TRACE_TRAP, this_proc()->pid);
    record->words[0] = frame->eip;
    record->words[1] = frame->trap;
    record->words[2] = (uint32_t)(uintptr_t)frame;
}

void trace_record_resume(const struct trapframe *frame)
{
    trace_record(TRACE_RESUME, this_proc()->pid, (int)frame->eip, 0,
                 "back to user mode");
}

/* Where FROM's kernel registers will be is not known yet: the row says so when they
 * have been loaded again. */
void trace_record_switch(const struct proc *from, const struct proc *to)
{
    struct trace_record *record = trace_put(TRACE_SWITCH, from->pid);

    record->words[0] = (uint32_t)from->pid;
    record->words[1] = (uint32_t)to->pid;
    record->words[2] = (uint32_t)(uintptr_t)to->context;
}
