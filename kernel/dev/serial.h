/* SPDX-License-Identifier: MIT */
/* The serial port COM1 as a console. */
#pragma once

/* Looks for COM1 and makes it a console for output. Context: boot, first. */
void serial_init(void);

/* From now on what comes in on COM1 is console input. Context: boot, after the
 * interrupt controller. */
void serial_enable_input(void);
