/* SPDX-License-Identifier: MIT */
/*
 * The console: one terminal, /dev/console, on all devices that registered.
 *
 * Output runs in any context, also a panic; input comes within interrupts.
 * Owns the terminal; its devices are those of the kernel log.  Invariant: a
 * device that the boot option console= leaves out is neither written to nor, by
 * its driver, read.
 * /dev/ttyS0 is a second name for it, and /dev/tty one for those processes that
 * it controls.
 * Read next: tty/tty.c; dev/serial.c for a device.
 */
#include "tty/console.h"

#include "fs/devfs.h"
#include "lib/option.h"
#include "lib/string.h"
#include "tty/pty.h"

enum {
    CONSOLE_MAJOR = 5, /* device numbers of Linux, Documentation/devices */
    CONSOLE_MINOR = 1,
    OWN_TTY_MINOR = 0,
    SERIAL_MAJOR = 4,
    SERIAL_MINOR = 64,
    CONSOLE_MODE = 0620, /* owner reads and writes, others only write */
    OWN_TTY_MODE = 0666,
};

static struct tty console_tty;
static uint8_t console_bytes[TTY_LINE_BYTES];

/* Whether LIST, names with commas between them, has NAME. */
static bool console_list_has(const char *list, const char *name)
{
    size_t len = strlen(name);

    for (const char *p = list; p != NULL; p = strchr(p, ',')) {
        p += *p == ',';
        if (strncmp(p, name, len) == 0 && (p[len] == '\0' || p[len] == ','))
            return true;
    }
    return false;
}

/* What console= says; NULL where it names no device and so means all. */
static const char *console_option(void)
{
    const char *list = option_get("console");

    return list && (console_list_has(list, CONSOLE_SERIAL) ||
                    console_list_has(list, CONSOLE_VGA)) ? list : NULL;
}

bool console_add_device(const char *name, struct klog_sink *device)
{
    const char *list = console_option();

    if (list && !console_list_has(list, name))
        return false;
    klog_add_sink(device);
    return true;
}

static void console_output(struct tty *tty, const char *text, size_t len)
{
    (void)tty;
    for (struct klog_sink *d = klog_sinks; d != NULL; d = d->next)
        d->write(text, len);
}

void console_input(uint8_t byte)
{
    tty_receive(&console_tty, byte);
    tty_end_burst(&console_tty);
}

static const struct tty_ops console_tty_ops = { .output = console_output };

void console_init(void)
{
    if (option_get("console") && !console_option())
        klog("console=%s: names neither " CONSOLE_SERIAL " nor " CONSOLE_VGA
             ": both are used\n", option_get("console"));
    tty_setup(&console_tty, device_number(CONSOLE_MAJOR, CONSOLE_MINOR),
              &console_tty_ops, console_bytes);
    /* A terminal at the other end of a serial line does not tell its size: 24
     * rows fit everywhere. */
    console_tty.winsize = (struct winsize){ .ws_row = 24, .ws_col = 80 };
    console_tty.termios.c_cflag |= HUPCL;
    tty_jobctl_init();
    devfs_register("console", CONSOLE_MODE, console_tty.device, &tty_file_ops,
                   &console_tty);
    devfs_register("tty", OWN_TTY_MODE,
                   device_number(CONSOLE_MAJOR, OWN_TTY_MINOR), &tty_file_ops,
                   NULL);
    devfs_register("ttyS0", CONSOLE_MODE,
                   device_number(SERIAL_MAJOR, SERIAL_MINOR), &tty_file_ops,
                   &console_tty);
    pty_init();
}
