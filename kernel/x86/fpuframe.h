/* SPDX-License-Identifier: MIT */
/*
 * The two layouts of the FPU's registers in memory: FNSAVE's of 108 bytes and
 * FXSAVE's of 512, and the signal frame's, which holds both.
 * Facts: Intel SDM 1, 8.1.10 and 10.5.1; struct _fpstate of sigcontext.
 */
#ifndef X86_FPUFRAME_H
#define X86_FPUFRAME_H

#include "lib/types.h"

#define FPU_REGISTERS 8u
#define FPU_REGISTER_BYTES 10u
#define FPU_CONTROL_DEFAULT 0x037F
#define FPU_MXCSR_DEFAULT 0x1F80
#define FPU_UPPER_ONES 0xFFFF0000u /* the unused halves of FNSAVE's words */
#define FPU_TAGS_EMPTY 0xFFFFu
#define FPU_MAGIC_LEGACY_ONLY 0xFFFFu
#define FPU_MAGIC_HAS_FX 0x0000u

struct fpu_legacy { /* FNSAVE, 32-bit protected mode */
    uint32_t control;
    uint32_t status;
    uint32_t tags;
    uint32_t ip;
    uint32_t cs_opcode;
    uint32_t data;
    uint32_t ds;
    uint8_t st[FPU_REGISTERS][FPU_REGISTER_BYTES];
};

struct fpu_fx { /* FXSAVE */
    uint16_t control;
    uint16_t status;
    uint8_t used; /* one bit per register; 0: empty */
    uint8_t reserved1;
    uint16_t opcode;
    uint32_t ip;
    uint16_t cs;
    uint16_t reserved2;
    uint32_t data;
    uint16_t ds;
    uint16_t reserved3;
    uint32_t mxcsr;
    uint32_t mxcsr_mask;
    uint8_t st[FPU_REGISTERS][16];
    uint8_t xmm[FPU_REGISTERS][16];
    uint8_t reserved4[224];
} __attribute__((aligned(16)));

/* A process's save area; which layout depends on the CPU. */
struct fpu {
    union {
        struct fpu_fx fx;
        struct fpu_legacy legacy;
    };
};

struct fpu_frame { /* in a signal frame */
    struct fpu_legacy legacy;
    uint16_t status;
    uint16_t magic;
    uint8_t fx[sizeof(struct fpu_fx)];
};

/* Fills both halves of FRAME from FX. */
void fpu_frame_from_fx(struct fpu_frame *frame, const struct fpu_fx *fx);

/*
 * The way back, from memory that the program may have forged: the x87 part is
 * taken from the first half, the rest from the second, and bits of MXCSR that
 * the CPU does not know are cleared, as loading them would fault.
 */
void fpu_frame_to_fx(const struct fpu_frame *frame, struct fpu_fx *fx);

#endif
