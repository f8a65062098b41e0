/* SPDX-License-Identifier: MIT */
/* The serial ports: COM1 as a console, any for output. */
#pragma once

#include "lib/types.h"

enum serial_port { SERIAL_COM1 = 0x3F8, SERIAL_COM2 = 0x2F8 };

/* Looks for PORT and makes it ready to send. Context: boot. */
bool serial_setup(enum serial_port port);
/* Sends as much as PORT takes without waiting. Returns: how much. Context: any. */
size_t serial_send(enum serial_port port, const char *bytes, size_t len);

/* Looks for COM1 and makes it a console for output. Context: boot, first. */
void serial_init(void);

/* From now on what comes in on COM1 is console input. Context: boot, after the
 * interrupt controller. */
void serial_enable_input(void);
