/* SPDX-License-Identifier: MIT */
/*
 * Conversion between FXSAVE's layout and FNSAVE's, for signal frames, which have
 * always shown the latter and show both since there is SSE.
 *
 * Called by fpu.c; pure, no registers here.  They differ in one thing that
 * needs thought: FNSAVE has a tag of two bits per register that tells valid,
 * zero, special and empty apart, FXSAVE only empty or not.
 */
#include "x86/fpuframe.h"

#include "lib/string.h"

_Static_assert(sizeof(struct fpu_legacy) == 108, "FNSAVE's size");
_Static_assert(sizeof(struct fpu_fx) == 512, "FXSAVE's size");
_Static_assert(sizeof(struct fpu_frame) == 624, "struct _fpstate's size");

enum fpu_tag { TAG_VALID, TAG_ZERO, TAG_SPECIAL, TAG_EMPTY };

#define TAG_BITS 2u
#define TAG_MASK 3u
#define STATUS_TOP_SHIFT 11u
#define EXPONENT_MASK 0x7FFFu
#define MANTISSA_BYTES 8u
#define MANTISSA_INTEGER_BIT 0x80 /* of its highest byte */
#define OPCODE_SHIFT 16u
#define OPCODE_MASK 0x7FFu
#define MXCSR_MASK_DEFAULT 0xFFBFu /* where the CPU stores none: 10.5.1.2 */

/* What FNSAVE would call the 80-bit number at ST. */
static enum fpu_tag fpu_tag_of(const uint8_t *st)
{
    unsigned int exponent =
        (st[MANTISSA_BYTES] | st[MANTISSA_BYTES + 1] << 8) & EXPONENT_MASK;
    bool is_zero = true;

    for (unsigned int i = 0; i < MANTISSA_BYTES; i++)
        is_zero = is_zero && st[i] == 0;
    if (exponent == 0 && is_zero)
        return TAG_ZERO;
    if (exponent == 0 || exponent == EXPONENT_MASK ||
        !(st[MANTISSA_BYTES - 1] & MANTISSA_INTEGER_BIT))
        return TAG_SPECIAL;
    return TAG_VALID;
}

static uint32_t fpu_tags_expand(const struct fpu_fx *fx)
{
    unsigned int top = fx->status >> STATUS_TOP_SHIFT & (FPU_REGISTERS - 1);
    uint32_t tags = FPU_UPPER_ONES;

    /* Tags go by register, ST(n) counts from the top of the stack. */
    for (unsigned int i = 0; i < FPU_REGISTERS; i++) {
        uint32_t tag = TAG_EMPTY;

        if (fx->used & 1u << i)
            tag = fpu_tag_of(fx->st[(i - top) % FPU_REGISTERS]);
        tags |= tag << i * TAG_BITS;
    }
    return tags;
}

static uint8_t fpu_tags_reduce(uint32_t tags)
{
    unsigned int used = 0;

    for (unsigned int i = 0; i < FPU_REGISTERS; i++) {
        if ((tags >> i * TAG_BITS & TAG_MASK) != TAG_EMPTY)
            used |= 1u << i;
    }
    return (uint8_t)used;
}

void fpu_frame_from_fx(struct fpu_frame *frame, const struct fpu_fx *fx)
{
    frame->legacy = (struct fpu_legacy){
        .control = fx->control | FPU_UPPER_ONES,
        .status = fx->status | FPU_UPPER_ONES,
        .tags = fpu_tags_expand(fx),
        .ip = fx->ip,
        .cs_opcode = fx->cs | (uint32_t)fx->opcode << OPCODE_SHIFT,
        .data = fx->data,
        .ds = fx->ds | FPU_UPPER_ONES,
    };
    for (unsigned int i = 0; i < FPU_REGISTERS; i++)
        memcpy(frame->legacy.st[i], fx->st[i], FPU_REGISTER_BYTES);
    frame->status = fx->status;
    frame->magic = FPU_MAGIC_HAS_FX;
    memcpy(frame->fx, fx, sizeof(*fx));
}

void fpu_frame_to_fx(const struct fpu_frame *frame, struct fpu_fx *fx)
{
    uint32_t mask = fx->mxcsr_mask ? fx->mxcsr_mask : MXCSR_MASK_DEFAULT;

    if (frame->magic == FPU_MAGIC_HAS_FX) {
        memcpy(fx, frame->fx, sizeof(*fx));
        fx->mxcsr &= mask;
        fx->mxcsr_mask = mask; /* not the program's word on it */
    }
    fx->control = (uint16_t)frame->legacy.control;
    fx->status = (uint16_t)frame->legacy.status;
    fx->used = fpu_tags_reduce(frame->legacy.tags);
    fx->opcode = frame->legacy.cs_opcode >> OPCODE_SHIFT & OPCODE_MASK;
    fx->ip = frame->legacy.ip;
    fx->cs = (uint16_t)frame->legacy.cs_opcode;
    fx->data = frame->legacy.data;
    fx->ds = (uint16_t)frame->legacy.ds;
    for (unsigned int i = 0; i < FPU_REGISTERS; i++)
        memcpy(fx->st[i], frame->legacy.st[i], FPU_REGISTER_BYTES);
}
