/* SPDX-License-Identifier: MIT */
/*
 * The floating-point unit: a process that never uses it pays nothing.
 *
 * The FPU is disabled (CR0.TS) until a process's first FPU instruction traps as
 * #NM; from then on the process has a save area, and its registers are saved
 * and loaded at each of its switches.  Called by trap.c and context.c.  Owns the
 * save areas.  Invariant: the FPU is enabled exactly while a process with a save
 * area runs, and then holds that process's registers.  So the CPU itself makes
 * both layouts that a signal frame shows: the old one (FNSAVE) and, since there
 * is SSE, the new one behind it (FXSAVE).
 * Facts: Intel SDM 1, 8.1 and 10.5; 3A, chapter 13.  Read next: x86/trap.c.
 */
#include "x86/fpu.h"

#include <asm/signal.h>

#include "arch.h"
#include "mm/kmalloc.h"
#include "x86/cpu.h"

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
#define MXCSR_MASK_DEFAULT 0xFFBFu /* where the CPU stores none: 10.5.1.2 */

struct fpu_legacy { /* FNSAVE */
    uint32_t control;
    uint32_t status;
    uint32_t others[25];
};

struct fpu_fx { /* FXSAVE */
    uint32_t x87[6];
    uint32_t mxcsr;
    uint32_t mxcsr_mask;
    uint32_t registers[120];
} __attribute__((aligned(16)));

/* A process's save area; which layout depends on the CPU. */
struct fpu {
    union {
        struct fpu_fx fx;
        struct fpu_legacy legacy;
    };
};

struct fpu_frame { /* in a signal frame: struct _fpstate */
    struct fpu_legacy legacy;
    uint16_t status;
    uint16_t magic;
    struct fpu_fx fx;
};
#define FPU_MAGIC_LEGACY_ONLY 0xFFFFu
#define FPU_MAGIC_HAS_FX 0x0000u

_Static_assert(sizeof(struct fpu_frame) == 624, "struct _fpstate's size");

static KIND_DEFINE(fpu_kind, "fpu-state", struct fpu);
static bool fpu_is_there;
static struct fpu fpu_initial; /* what a process begins with */

static void fpu_enable(void)
{
    __asm__ volatile("clts");
}

static void fpu_disable(void)
{
    uint32_t cr0 = cr0_read();

    if (!(cr0 & CR0_TS)) /* writing it is slow */
        cr0_write(cr0 | CR0_TS);
}

/* FNSAVE also clears the registers. */
static void fpu_save_legacy(struct fpu_legacy *to)
{
    __asm__ volatile("fnsave %0\n\tfrstor %0" : "=m"(*to));
}

/* FRSTOR alone would raise an error that is still pending. */
static void fpu_load_legacy(const struct fpu_legacy *from)
{
    __asm__ volatile("fninit\n\tfrstor %0" : : "m"(*from));
}

static void fpu_save(struct fpu *fpu)
{
    if (cpu_has(CPU_FXSR))
        __asm__ volatile("fxsave %0" : "=m"(fpu->fx));
    else
        fpu_save_legacy(&fpu->legacy);
}

static void fpu_load(const struct fpu *fpu)
{
    if (cpu_has(CPU_FXSR))
        __asm__ volatile("fxrstor %0" : : "m"(fpu->fx));
    else
        fpu_load_legacy(&fpu->legacy);
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
    fpu_is_there = fpu_probe();
    if (!fpu_is_there)
        cr0_write(cr0_read() | CR0_EM);
    cr4_enable(CPU_FXSR, CR4_OSFXSR);
    cr4_enable(CPU_SSE, CR4_OSXMMEXCPT);
    if (fpu_is_there)
        fpu_save(&fpu_initial);
    if (!fpu_initial.fx.mxcsr_mask)
        fpu_initial.fx.mxcsr_mask = MXCSR_MASK_DEFAULT;
    fpu_disable();
}

int fpu_first_use(struct arch_proc *ap)
{
    if (!fpu_is_there)
        return -ENODEV;
    ap->fpu = kind_alloc(&fpu_kind);
    if (!ap->fpu)
        return -ENOMEM;
    *ap->fpu = fpu_initial;
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
    fpu_save(from->fpu);
    *to->fpu = *from->fpu;
    return 0;
}

void fpu_forget(struct arch_proc *ap)
{
    if (ap == arch_running)
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

int fpu_error_code(bool is_simd)
{
    uint16_t control, status;
    uint32_t mxcsr;

    if (is_simd) {
        __asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
        return fpu_exception_code(~(mxcsr >> MXCSR_MASK_SHIFT) & mxcsr & FPU_ALL);
    }
    __asm__ volatile("fnstcw %0\n\tfnstsw %1" : "=m"(control), "=m"(status));
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

    fpu_save_legacy(&frame->legacy);
    frame->status = (uint16_t)frame->legacy.status;
    frame->magic = FPU_MAGIC_LEGACY_ONLY;
    if (cpu_has(CPU_FXSR)) {
        fpu_save(ap->fpu);
        frame->fx = ap->fpu->fx;
        frame->magic = FPU_MAGIC_HAS_FX;
    }
    fpu_load(&fpu_initial); /* for the handler */
}

void fpu_load_frame(struct arch_proc *ap, const void *from)
{
    const struct fpu_frame *frame = from;

    if (!frame) {
        fpu_load(&fpu_initial);
        return;
    }
    if (cpu_has(CPU_FXSR) && frame->magic == FPU_MAGIC_HAS_FX) {
        ap->fpu->fx = frame->fx;
        ap->fpu->fx.mxcsr &= fpu_initial.fx.mxcsr_mask;
        fpu_load(ap->fpu);
    }
    fpu_load_legacy(&frame->legacy);
}
