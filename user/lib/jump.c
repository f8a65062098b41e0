/* SPDX-License-Identifier: MIT */
/*
 * The signal mask's part in sigsetjmp and siglongjmp, and longjmp's rule
 * that setjmp never returns 0 a second time (longjmp(3)).
 *
 * Called from setjmp.S and from programs, also out of signal handlers: that
 * is why the mask may need to be put back.
 * Read next: setjmp.S.
 */
#include <setjmp.h>
#include <signal.h>

int jump_save_mask(sigjmp_buf env, int save_mask);
void jump_to(jmp_buf env, int value) __attribute__((noreturn));

int jump_save_mask(sigjmp_buf env, int save_mask)
{
    env[0].mask_is_saved = save_mask;
    if (save_mask)
        sigprocmask(SIG_SETMASK, NULL, &env[0].mask);
    return 0;
}

void siglongjmp(sigjmp_buf env, int value)
{
    if (env[0].mask_is_saved)
        sigprocmask(SIG_SETMASK, &env[0].mask, NULL);
    jump_to(env, value ? value : 1);
}

void longjmp(jmp_buf env, int value)
{
    siglongjmp(env, value);
}

void _longjmp(jmp_buf env, int value)
{
    siglongjmp(env, value);
}
