/* SPDX-License-Identifier: MIT */
/* The serial ports: COM1 is a console, COM2 is free for trace or debugger. */
#ifndef DEV_SERIAL_H
#define DEV_SERIAL_H

#include "lib/types.h"

/* Looks for COM1 and makes it a console for output. Context: boot, first. */
void serial_init(void);

/* From now on what comes in on COM1 is console input. Context: boot, after the
 * interrupt controller. */
void serial_enable_input(void);

/* Looks for COM2. Returns: whether it is there. Context: boot. */
bool serial_com2_init(void);
/* Writes to COM2, with no change to the bytes. Context: any. */
void serial_com2_write(const char *bytes, size_t len);
/* Takes a byte that has come in on COM2. Returns: false where there is none. */
bool serial_com2_read(uint8_t *byte);

#endif
