/* SPDX-License-Identifier: MIT */
/*
 * The VGA text screen as a console for output.
 *
 * Written to by the console from any context, also a panic.  Owns the video
 * memory and the cursor registers; what the text means is dev/screen.c's.
 * Invariant: the cursor on the screen is where the next character goes, as
 * soon as a write has ended.
 * Facts: IBM VGA technical reference, CRT controller registers 0A, 0E, 0F.
 * Read next: dev/screen.c.
 */
#include "dev/vga.h"

#include "dev/screen.h"
#include "mm/frame.h"
#include "tty/console.h"
#include "x86/io.h"

enum {
    VGA_TEXT_MEMORY = 0xB8000,
    VGA_CRTC_INDEX = 0x3D4,
    VGA_CRTC_DATA = 0x3D5,
    VGA_CURSOR_START = 0x0A,
    VGA_CURSOR_HIGH = 0x0E,
    VGA_CURSOR_LOW = 0x0F,
    VGA_CURSOR_SHAPE = 0x0E, /* from scan line 14 on */
    VGA_BYTE_BITS = 8,
};

static struct screen vga_screen;

static void vga_crtc_write(uint8_t index, uint8_t value)
{
    outb(VGA_CRTC_INDEX, index);
    outb(VGA_CRTC_DATA, value);
}

static void vga_write(const char *text, size_t len)
{
    screen_write(&vga_screen, text, len);
    int place = vga_screen.row * SCREEN_COLUMNS +
                MIN(vga_screen.column, SCREEN_COLUMNS - 1);
    vga_crtc_write(VGA_CURSOR_HIGH, (uint8_t)(place >> VGA_BYTE_BITS));
    vga_crtc_write(VGA_CURSOR_LOW, (uint8_t)place);
}

void vga_init(void)
{
    static struct klog_sink device = { .write = vga_write };

    screen_init(&vga_screen, frame_to_virt(VGA_TEXT_MEMORY));
    vga_crtc_write(VGA_CURSOR_START, VGA_CURSOR_SHAPE);
    console_add_device(CONSOLE_VGA, &device);
}
