/* SPDX-License-Identifier: MIT */
/*
 * The line discipline: editing, echo, signals and modes, byte by byte.
 *
 * Sources: kernel/tty/ldisc.c kernel/tty/output.c kernel/lib/string.c
 */
#include <asm/signal.h>

#include "lib/string.h"
#include "tap.h"
#include "tty/tty.h"

#define CTRL(c) ((c) & 0x1F)

static struct tty tty;
static char shown[20000];
static size_t shown_len;
static int signalled;

void waitq_wake(struct waitq *queue)
{
    (void)queue;
}

void file_notify(const void *object, int code)
{
    (void)object, (void)code;
}

void tty_signal(struct tty *t, int sig)
{
    (void)t;
    signalled = sig;
}

static void show(struct tty *t, const char *text, size_t len)
{
    (void)t;
    if (shown_len + len < sizeof(shown)) {
        memcpy(shown + shown_len, text, len);
        shown_len += len;
        shown[shown_len] = '\0';
    }
}

static const struct tty_ops shown_ops = { .output = show };
static uint8_t tty_bytes[TTY_LINE_BYTES];

static void fresh(void)
{
    memset(&tty, 0, sizeof(tty));
    tty.ops = &shown_ops;
    tty.bytes = tty_bytes;
    tty.termios = (struct ktermios2){
        .c_iflag = ICRNL | IXON,
        .c_oflag = OPOST | ONLCR,
        .c_lflag = ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE |
                   IEXTEN,
        .c_cc = { [VINTR] = CTRL('C'), [VQUIT] = CTRL('\\'), [VERASE] = 0x7F,
                  [VKILL] = CTRL('U'), [VEOF] = CTRL('D'), [VMIN] = 1,
                  [VSTART] = CTRL('Q'), [VSTOP] = CTRL('S'),
                  [VSUSP] = CTRL('Z'), [VREPRINT] = CTRL('R'),
                  [VWERASE] = CTRL('W'), [VLNEXT] = CTRL('V') },
    };
    shown_len = 0;
    shown[0] = '\0';
    signalled = 0;
}

static void type(const char *text)
{
    while (*text != '\0')
        tty_receive(&tty, (uint8_t)*text++);
    tty_end_burst(&tty);
}

/* What one read of LEN bytes gets; "(none)" if it would sleep. */
static const char *take(size_t len)
{
    static char text[TTY_LINE_BYTES + 1];
    bool is_line_end = false;
    size_t taken;

    if (!tty_has_input(&tty, 1))
        return "(none)";
    taken = tty_take(&tty, (uint8_t *)text, len, &is_line_end);
    text[taken] = '\0';
    return text;
}

static void test_lines(void)
{
    fresh();
    type("ab");
    tap_is_text(take(100), "(none)", "nothing can be read before the newline");
    type("c\rde\n");
    tap_is(tty_count_input(&tty), 7, "FIONREAD counts complete lines");
    tap_is_text(take(100), "abc\n", "a read gets one line");
    tap_is_text(take(1), "d", "or a part of it");
    tap_is_text(take(100), "e\n", "and then the rest");
    tap_is_text(shown, "abc\r\nde\r\n", "what is typed is echoed");
    fresh();
    type("ab\004");
    tap_is_text(take(2), "ab", "end-of-file ends a line without newline");
    tap_is_text(take(100), "(none)", "and is used up with it");
    type("\004x\n");
    tap_is(tty_count_input(&tty), 2, "an end-of-file is no byte");
    tap_is_text(take(100), "", "alone, it is a read of 0 bytes");
    tap_is_text(take(100), "x\n", "what follows comes later");
    tap_is_text(shown, "abx\r\n", "it has no echo");
    fresh();
    tty.termios.c_cc[VEOL] = ';';
    type("a;b");
    tap_is_text(take(100), "a;", "VEOL ends a line and stays in it");
}

static void test_editing(void)
{
    fresh();
    type("abc\177\177X\n");
    tap_is_text(take(100), "aX\n", "erase");
    tap_is_text(shown, "abc\b \b\b \bX\r\n", "takes it off the screen");
    fresh();
    type("\177\177a\n\177");
    tap_is_text(take(100), "a\n", "an empty line cannot be erased");
    fresh();
    type("\001b\177\177");
    tap_is_text(shown, "^Ab\b \b\b \b\b \b", "^A takes two columns");
    fresh();
    type("a\tb\177\177c\n");
    tap_is_text(shown, "a\tb\b \b\b\b\b\b\b\b\bc\r\n",
                "a tab is erased to where it began");
    fresh();
    type("one two_2 \027!\n");
    tap_is_text(take(100), "one !\n", "word erase");
    fresh();
    type("junk\025ok\n");
    tap_is_text(take(100), "ok\n", "kill");
    fresh();
    tty.termios.c_lflag &= ~(tcflag_t)ECHOKE;
    type("junk\025ok\n");
    tap_is_text(shown, "junk^U\r\nok\r\n", "kill without ECHOKE");
    fresh();
    type("a\026\003b\026\n\n");
    tap_is_text(take(100), "a\003b\n\n", "a quoted character is plain");
    tap_is(signalled, 0, "and sends nothing");
    tap_is_text(shown, "a^\b^Cb^\b^J\r\n", "but is seen");
    fresh();
    type("ab\022c\n");
    tap_is_text(shown, "ab^R\r\nabc\r\n", "reprint");
    fresh();
    tty.termios.c_iflag |= IUTF8;
    type("a\303\244\177b\n");
    tap_is_text(take(100), "ab\n", "with IUTF8 a character is erased whole");
    fresh();
    tty.termios.c_lflag &= ~(tcflag_t)ECHO;
    type("secret\n");
    tap_is_text(shown, "", "without ECHO nothing is shown");
    fresh();
    tty.termios.c_lflag = (tty.termios.c_lflag & ~(tcflag_t)ECHO) | ECHONL;
    type("secret\n");
    tap_is_text(shown, "\r\n", "but with ECHONL the newline");
}

static void test_signals(void)
{
    fresh();
    type("ab\003");
    tap_is(signalled, SIGINT, "^C sends SIGINT");
    tap_is_text(shown, "ab^C", "and is shown");
    type("c\n");
    tap_is_text(take(100), "c\n", "what was typed before is gone");
    fresh();
    tty.termios.c_lflag |= NOFLSH;
    type("ab\034c\n");
    tap_is(signalled, SIGQUIT, "^\\ sends SIGQUIT");
    tap_is_text(take(100), "abc\n", "NOFLSH keeps what was typed");
    fresh();
    type("\032");
    tap_is(signalled, SIGTSTP, "^Z sends SIGTSTP");
    fresh();
    tty.termios.c_lflag &= ~(tcflag_t)ISIG;
    type("\003\n");
    tap_is_text(take(100), "\003\n", "without ISIG it is a character");
    fresh();
    tty.termios.c_cc[VINTR] = 0;
    type("a");
    tty_receive(&tty, '\0');
    type("\n");
    tap_is(signalled, 0, "a control character of 0 is switched off");
}

static void test_modes(void)
{
    fresh();
    type("\023");
    tap_ok(tty.is_output_stopped, "^S stops the output");
    type("\021");
    tap_ok(!tty.is_output_stopped, "^Q lets it go on");
    fresh();
    tty.termios.c_iflag = IGNCR;
    type("a\rb\n");
    tap_is_text(take(100), "ab\n", "IGNCR");
    fresh();
    tty.termios.c_iflag = INLCR | ISTRIP;
    tty.termios.c_lflag = 0;
    type("a\n\341");
    tap_is_text(take(100), "a\ra", "INLCR and ISTRIP, raw");
    fresh();
    type("ab");
    tty.termios.c_lflag &= ~(tcflag_t)ICANON;
    tty_change_mode(&tty, ICANON);
    tap_is_text(take(1), "a", "half a line can be read once the mode is raw");
    tap_ok(!tty_has_input(&tty, 2), "one byte is less than two");
    type("\177\004\n");
    tap_is_text(take(100), "b\177\004\n", "raw: no byte is special");
    type("xy");
    tty.termios.c_lflag |= ICANON;
    tty_change_mode(&tty, 0);
    tap_is_text(take(100), "xy", "back: what is there counts as a line");
    tap_is_text(take(100), "(none)", "and then nothing");
    fresh();
    tty.termios.c_oflag = OPOST | OCRNL | ONOCR;
    tty_output(&tty, "\ra\rb\n", 5);
    tap_is_text(shown, "a\nb\n", "OCRNL and ONOCR");
    fresh();
    tty.termios.c_oflag = 0;
    tty_output(&tty, "a\nb", 3);
    tap_is_text(shown, "a\nb", "without OPOST the output is as it is");
}

static void test_full(void)
{
    const char *line;

    fresh();
    tty.termios.c_lflag &= ~(tcflag_t)ECHO;
    for (unsigned int i = 0; i < 2 * TTY_LINE_BYTES; i++)
        type(i % 2 ? "a" : "b");
    type("\n");
    line = take(TTY_LINE_BYTES);
    tap_is((long long)strlen(line), TTY_LINE_BYTES,
           "a line too long is cut, its newline is kept");
    tap_ok(line[TTY_LINE_BYTES - 1] == '\n', "as its last byte");
    for (int i = 0; i < 5000; i++)
        type("\n");
    for (unsigned int i = 0; i < TTY_LINE_BYTES - 1; i++)
        take(100);
    tap_ok(tty_count_input(&tty) <= 1, "too many lines: some are lost");
    tty_flush_input(&tty);
    type("ok\n");
    tap_is_text(take(100), "ok\n", "and the next one is whole");
}

int main(void)
{
    test_lines();
    test_editing();
    test_signals();
    test_modes();
    test_full();
    return tap_done();
}
