/* SPDX-License-Identifier: MIT */
/*
 * The floating-point unit: a process that never uses it pays nothing.
 *
 * The FPU is disabled (CR0.TS) until a process's first FPU instruction traps as
 * #NM; from then on the process has a save area, and its registers are saved
 * and loaded at each of its switches.  Called by trap.c and context.c.  Owns the
 * save areas.  Invariant: the FPU is enabled exactly while a process with a save
 * area runs, and then holds that process's registers.
 * Facts: Intel SDM 1, 8.1 and 10.5; 3A, chapter 13.  Read next: x86/fpuframe.c.
 */
#include "x86/fpu.h"

#include <asm/signal.h>
#include <tine/errno.h>

#include "arch.h"
#include "lib/string.h"
#include "mm/kmalloc.h"
#include "x86/cpu.h"
#include "x86/fpuframe.h"

#define FPU_PROBE 0x5A5Au

/* Status bits of x87 and SSE alike: which exception it was. */
enum fpu_exceptions {
    FPU_INVALID = 1u << 0,
    FPU_DENORMAL = 1u << 1,
    FPU_DIVIDE = 1u << 2,
    FPU_OVERFLOW = 1u << 3,
    FPU_UNDERFLOW = 1u << 4,
    FPU_PRECISION = 1u << 5,
    FPU_ALL = 0x3F,
};
#define MXCSR_MASK_SHIFT 7

static KIND_DEFINE(fpu_kind, "fpu-state", struct fpu);
static bool fpu_is_there;
static bool fpu_is_enabled;

static void fpu_enable(void)
{
    if (!fpu_is_enabled)
        __asm__ volatile("clts");
    fpu_is_enabled = true;
}

static void fpu_disable(void)
{
    if (fpu_is_enabled)
        cr0_write(cr0_read() | CR0_TS);
    fpu_is_enabled = false;
}

/* After FNINIT the status word of an FPU is zero (Intel SDM 2A, FINIT). */
static bool fpu_probe(void)
{
    uint16_t status = FPU_PROBE;

    __asm__ volatile("fninit\n\tfnstsw %0" : "+m"(status));
    return status == 0;
}

void fpu_init(void)
{
    cr0_write((cr0_read() | CR0_MP | CR0_NE) & ~(uint32_t)(CR0_EM | CR0_TS));
    fpu_is_enabled = true;
    fpu_is_there = fpu_probe();
    if (!fpu_is_there)
        cr0_write(cr0_read() | CR0_EM);
    if (cpu_has(CPU_FXSR))
        cr4_write(cr4_read() | CR4_OSFXSR);
    if (cpu_has(CPU_SSE))
        cr4_write(cr4_read() | CR4_OSXMMEXCPT);
    fpu_disable();
}

static void fpu_save(struct fpu *fpu)
{
    if (cpu_has(CPU_FXSR))
        __asm__ volatile("fxsave %0" : "=m"(fpu->fx));
    else /* FNSAVE also clears the registers */
        __asm__ volatile("fnsave %0\n\tfrstor %0" : "+m"(fpu->legacy));
}

static void fpu_load(const struct fpu *fpu)
{
    if (cpu_has(CPU_FXSR))
        __asm__ volatile("fxrstor %0" : : "m"(fpu->fx));
    else /* FRSTOR would raise an error that is still pending */
        __asm__ volatile("fninit\n\tfrstor %0" : : "m"(fpu->legacy));
}

/* The state that FNINIT makes, and MXCSR's at reset. */
static void fpu_set_default(struct fpu *fpu)
{
    if (cpu_has(CPU_FXSR)) {
        fpu->fx.control = FPU_CONTROL_DEFAULT;
        fpu->fx.mxcsr = FPU_MXCSR_DEFAULT;
    } else {
        fpu->legacy.control = FPU_CONTROL_DEFAULT | FPU_UPPER_ONES;
        fpu->legacy.status = FPU_UPPER_ONES;
        fpu->legacy.tags = FPU_UPPER_ONES | FPU_TAGS_EMPTY;
    }
}

int fpu_first_use(struct arch_proc *ap)
{
    if (!fpu_is_there)
        return -ENODEV;
    ap->fpu = kind_alloc(&fpu_kind);
    if (!ap->fpu)
        return -ENOMEM;
    fpu_set_default(ap->fpu);
    fpu_enable();
    fpu_load(ap->fpu);
    return 0;
}

void fpu_switch(struct arch_proc *from, struct arch_proc *to)
{
    if (from->fpu)
        fpu_save(from->fpu);
    if (to->fpu) {
        fpu_enable();
        fpu_load(to->fpu);
    } else {
        fpu_disable();
    }
}

int fpu_copy(struct arch_proc *to, struct arch_proc *from)
{
    if (!from->fpu)
        return 0;
    to->fpu = kind_alloc(&fpu_kind);
    if (!to->fpu)
        return -ENOMEM;
    if (from == arch_running())
        fpu_save(from->fpu);
    *to->fpu = *from->fpu;
    return 0;
}

void fpu_forget(struct arch_proc *ap)
{
    if (ap == arch_running())
        fpu_disable();
    kind_free(ap->fpu);
    ap->fpu = NULL;
}

/* Which unmasked exception is reported first: Linux's order. */
static int fpu_exception_code(unsigned int raised)
{
    if (raised & FPU_INVALID)
        return FPE_FLTINV;
    if (raised & FPU_DIVIDE)
        return FPE_FLTDIV;
    if (raised & FPU_OVERFLOW)
        return FPE_FLTOVF;
    if (raised & (FPU_UNDERFLOW | FPU_DENORMAL))
        return FPE_FLTUND;
    if (raised & FPU_PRECISION)
        return FPE_FLTRES;
    return 0;
}

int fpu_error_code(struct arch_proc *ap, bool is_simd)
{
    uint16_t control, status;
    uint32_t mxcsr;

    if (!ap->fpu)
        return 0;
    fpu_save(ap->fpu);
    if (is_simd) {
        mxcsr = ap->fpu->fx.mxcsr;
        return fpu_exception_code(~(mxcsr >> MXCSR_MASK_SHIFT) & mxcsr & FPU_ALL);
    }
    control = cpu_has(CPU_FXSR) ? ap->fpu->fx.control
                                : (uint16_t)ap->fpu->legacy.control;
    status = cpu_has(CPU_FXSR) ? ap->fpu->fx.status
                               : (uint16_t)ap->fpu->legacy.status;
    return fpu_exception_code(~(unsigned int)control & status & FPU_ALL);
}

size_t fpu_frame_size(struct arch_proc *ap)
{
    if (!ap->fpu)
        return 0;
    return cpu_has(CPU_FXSR) ? sizeof(struct fpu_frame)
                             : offsetof(struct fpu_frame, fx);
}

void fpu_save_frame(struct arch_proc *ap, void *to)
{
    struct fpu_frame *frame = to;

    fpu_save(ap->fpu);
    if (cpu_has(CPU_FXSR)) {
        fpu_frame_from_fx(frame, &ap->fpu->fx);
        return;
    }
    frame->legacy = ap->fpu->legacy;
    frame->status = (uint16_t)ap->fpu->legacy.status;
    frame->magic = FPU_MAGIC_LEGACY_ONLY;
}

int fpu_load_frame(struct arch_proc *ap, const void *from)
{
    const struct fpu_frame *frame = from;

    if (!ap->fpu)
        return 0;
    if (cpu_has(CPU_FXSR))
        fpu_frame_to_fx(frame, &ap->fpu->fx);
    else
        ap->fpu->legacy = frame->legacy;
    fpu_load(ap->fpu);
    return 0;
}
