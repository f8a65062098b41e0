/* SPDX-License-Identifier: MIT */
/* The PS/2 keyboard as console input. */
#ifndef DEV_KEYBOARD_H
#define DEV_KEYBOARD_H

/* Takes the keyboard into use, where there is one. Context: boot, after the
 * interrupt controller. */
void keyboard_init(void);

#endif
