/* SPDX-License-Identifier: MIT */
/*
 * The console: one terminal on several devices.
 *
 * Drivers stand above and register themselves.  What the kernel logs and what
 * programs write to /dev/console goes to every device; what is typed on any of
 * them arrives as one stream.
 */
#pragma once

#include "lib/printf.h"
#include "lib/types.h"

/* The names that console= knows. */
#define CONSOLE_SERIAL "serial"
#define CONSOLE_VGA "vga"

/*
 * Makes DEVICE a part of the console and of the kernel log, unless the option
 * console= (a list of names with commas) leaves out its NAME. Where it names
 * no device at all, all are used, and console_init says so.
 * Context: boot, from the first line of code on.
 * Returns: whether it was added.
 */
bool console_add_device(const char *name, struct klog_sink *device);

/* A byte was typed. Context: any after console_init, interrupts too. */
void console_input(uint8_t byte);

/* Makes /dev/console, /dev/ttyS0, /dev/tty and the pseudo-terminals. Context: boot, after devfs_init. */
void console_init(void);
