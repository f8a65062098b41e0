/* SPDX-License-Identifier: MIT */
/*
 * The console: one terminal on several devices.
 *
 * Drivers stand above and register themselves.  What the kernel logs and what
 * programs write to /dev/console goes to every device; what is typed on any of
 * them arrives as one stream.
 */
#ifndef TTY_CONSOLE_H
#define TTY_CONSOLE_H

#include "lib/printf.h"
#include "lib/types.h"

struct console_device {
    const char *name; /* as the boot option console= names it */
    void (*write)(const char *text, size_t len);
    struct klog_sink log; /* log.write: the same, by console_write_log */
    struct console_device *next;
};

/*
 * Adds DEVICE, unless the option console= (a list with commas) leaves it out,
 * and shows it what was logged before.
 * Context: boot, from the first line of code on.
 * Returns: whether it was added.
 */
bool console_add_device(struct console_device *device);

/* Passes kernel log text on to WRITE, with a carriage return before each
 * newline: the log goes around the line discipline, which would add it. */
void console_write_log(void (*write)(const char *text, size_t len),
                       const char *text, size_t len);

/* A byte was typed. Context: any, interrupts too. */
void console_input(uint8_t byte);

/* Makes /dev/console and /dev/tty. Context: boot, after devfs_init. */
void console_init(void);

#endif
