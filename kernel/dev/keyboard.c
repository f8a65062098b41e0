/* SPDX-License-Identifier: MIT */
/*
 * The PS/2 keyboard: from scan codes (set 1, as the 8042 translates them) to
 * the bytes that a terminal would send.
 *
 * The interrupt handler does it all; the bytes go to the console.  Owns the
 * 8042's ports and the state of the shift keys.  Keys have the US layout;
 * arrows and their neighbours send the escape sequences of ECMA-48 and xterm,
 * alt puts an ESC before the key.  Invariant: every byte the controller holds
 * is taken, or no further interrupt would come.
 * Facts: IBM Personal System/2 Technical Reference, keyboard and 8042 sections.
 * Read next: tty/console.c.
 */
#include "dev/keyboard.h"

#include "arch.h"
#include "tty/console.h"
#include "x86/io.h"

enum {
    KEYBOARD_IRQ = 1,
    KEYBOARD_DATA = 0x60,
    KEYBOARD_STATUS = 0x64,
    STATUS_HAS_BYTE = 0x01,
    STATUS_IS_MOUSE = 0x20,
    STATUS_ABSENT = 0xFF,
    KEYBOARD_DRAIN_MAX = 32,
};

enum {
    SCAN_EXTENDED = 0xE0,
    SCAN_RELEASE = 0x80,    /* this bit: the key goes up */
    SCAN_CTRL = 0x1D,
    SCAN_SHIFT_LEFT = 0x2A,
    SCAN_SHIFT_RIGHT = 0x36,
    SCAN_ALT = 0x38,
    SCAN_CAPS = 0x3A,
    SCAN_SLASH = 0x35,      /* extended: that of the key pad */
    SCAN_ENTER = 0x1C,
    SCAN_PAD_FIRST = 0x47,
    SCAN_PAD_LAST = 0x53,
};

enum { KEY_ESC = 0x1B, KEY_DEL = 0x7F, KEY_CTRL_MASK = 0x1F };

static bool keyboard_shift, keyboard_ctrl, keyboard_alt, keyboard_caps;
static bool keyboard_is_extended;

/* By scan code, from 0; \0 is no character. */
static const char keyboard_plain[] =
    "\0\033" "1234567890-=\177\tqwertyuiop[]\r\0asdfghjkl;'`"
    "\0\\zxcvbnm,./\0*\0 ";
static const char keyboard_shifted[] =
    "\0\033" "!@#$%^&*()_+\177\tQWERTYUIOP{}\r\0ASDFGHJKL:\"~"
    "\0|ZXCVBNM<>?\0*\0 ";

/* The key pad and the keys between it and the letters, from SCAN_PAD_FIRST. */
static const char *const keyboard_pad[] = {
    "\033[H", "\033[A", "\033[5~", "-",  "\033[D", "",      "\033[C",
    "+",      "\033[F", "\033[B",  "\033[6~", "\033[2~", "\033[3~",
};
_Static_assert(ARRAY_LEN(keyboard_pad) == SCAN_PAD_LAST - SCAN_PAD_FIRST + 1,
               "one row per key");

static char keyboard_character(unsigned int scan)
{
    if (scan >= sizeof(keyboard_plain))
        return '\0';
    char c = keyboard_plain[scan];
    bool is_letter = c >= 'a' && c <= 'z';
    if (keyboard_shift != (keyboard_caps && is_letter))
        c = keyboard_shifted[scan];
    if (keyboard_ctrl && c == ' ')
        return '\0'; /* as NUL it could not be told from no character */
    /* Ctrl takes @ to _ and a to z to the control characters. */
    if (keyboard_ctrl && c >= '@' && c < KEY_DEL)
        c &= KEY_CTRL_MASK;
    return c;
}

static void keyboard_press(unsigned int scan)
{
    if (scan >= SCAN_PAD_FIRST && scan <= SCAN_PAD_LAST) {
        for (const char *p = keyboard_pad[scan - SCAN_PAD_FIRST]; *p; p++)
            console_input((uint8_t)*p);
        return;
    }
    if (keyboard_is_extended && scan != SCAN_SLASH && scan != SCAN_ENTER)
        return;
    char c = keyboard_character(scan);
    if (c == '\0')
        return;
    if (keyboard_alt)
        console_input(KEY_ESC);
    console_input((uint8_t)c);
}

/* The pause key needs nothing: its bytes say that ctrl goes down and up. */
static void keyboard_scan(uint8_t byte)
{
    unsigned int scan = byte & ~(unsigned int)SCAN_RELEASE;
    bool is_down = !(byte & SCAN_RELEASE);

    if (byte == SCAN_EXTENDED) {
        keyboard_is_extended = true;
        return;
    }
    switch (scan) {
    case SCAN_SHIFT_LEFT:
    case SCAN_SHIFT_RIGHT:
        if (!keyboard_is_extended) /* extended: made up by the keyboard */
            keyboard_shift = is_down;
        break;
    case SCAN_CTRL:
        keyboard_ctrl = is_down;
        break;
    case SCAN_ALT:
        keyboard_alt = is_down;
        break;
    case SCAN_CAPS:
        keyboard_caps ^= is_down;
        break;
    default:
        if (is_down)
            keyboard_press(scan);
        break;
    }
    keyboard_is_extended = false;
}

static void keyboard_interrupt(const struct trapframe *frame)
{
    (void)frame;
    for (int i = 0; i < KEYBOARD_DRAIN_MAX; i++) {
        uint8_t status = inb(KEYBOARD_STATUS);

        if (!(status & STATUS_HAS_BYTE))
            return;
        uint8_t byte = inb(KEYBOARD_DATA);
        if (!(status & STATUS_IS_MOUSE))
            keyboard_scan(byte);
    }
}

void keyboard_init(void)
{
    if (inb(KEYBOARD_STATUS) == STATUS_ABSENT)
        return;
    irq_register(KEYBOARD_IRQ, keyboard_interrupt);
    keyboard_interrupt(NULL); /* what came before would block what follows */
}
