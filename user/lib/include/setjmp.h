/* SPDX-License-Identifier: MIT */
/* Jumps out of functions: setjmp(3). */
#pragma once

#include <asm/signal.h>

/* setjmp.S knows these offsets. */
typedef struct {
    unsigned long ebx, esi, edi, ebp, esp, eip;
    int mask_is_saved;
    sigset_t mask;
} jmp_buf[1], sigjmp_buf[1];

int setjmp(jmp_buf env) __attribute__((returns_twice));
int _setjmp(jmp_buf env) __attribute__((returns_twice));
int sigsetjmp(sigjmp_buf env, int save_mask) __attribute__((returns_twice));
void longjmp(jmp_buf env, int value) __attribute__((noreturn));
void _longjmp(jmp_buf env, int value) __attribute__((noreturn));
void siglongjmp(sigjmp_buf env, int value) __attribute__((noreturn));
