/* SPDX-License-Identifier: MIT */
/* The PS/2 keyboard as console input. */
#pragma once

/* Takes the keyboard into use, where there is one. Context: boot, after the
 * interrupt controller. */
void keyboard_init(void);
