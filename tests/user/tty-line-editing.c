/* SPDX-License-Identifier: MIT */
/* The line discipline in canonical mode: what is typed, what of it is shown,
 * and which line a program reads. */
#include "tap.h"
#include "terminal.h"

static const struct row {
    const char *what;
    tcflag_t off, on;    /* c_lflag */
    tcflag_t i_off, i_on; /* c_iflag */
    const char *typed, *shown, *line;
} rows[] = {
    { "a line", 0, 0, 0, 0, "ab\n", "ab\r\n", "ab\n" },
    { "without echo", ECHO, 0, 0, 0, "ab\n", "", "ab\n" },
    { "ECHONL", ECHO, ECHONL, 0, 0, "ab\n", "\r\n", "ab\n" },
    { "erase", 0, 0, 0, 0, "abx\177c\n", "abx\b \bc\r\n", "abc\n" },
    { "erase at the start", 0, 0, 0, 0, "\177a\n", "a\r\n", "a\n" },
    { "erase without ECHOE", ECHOE, 0, 0, 0, "ab\177c\n", "ab^?c\r\n", "ac\n" },
    { "erase of a control character", 0, 0, 0, 0, "a\001\177b\n",
      "a^A\b \b\b \bb\r\n", "ab\n" },
    { "erase of it without ECHOCTL", ECHOCTL, 0, 0, 0, "a\001\177b\n",
      "a\001b\r\n", "ab\n" },
    { "erase of a tab", 0, 0, 0, 0, "ab\t\177c\n", "ab\t\b\b\b\b\b\bc\r\n",
      "abc\n" },
    { "kill", 0, 0, 0, 0, "ab\025c\n", "ab\b \b\b \bc\r\n", "c\n" },
    { "kill without ECHOKE", ECHOKE, 0, 0, 0, "ab\025c\n", "ab^U\r\nc\r\n",
      "c\n" },
    { "kill without ECHOK", ECHOK, 0, 0, 0, "ab\025c\n", "ab^Uc\r\n", "c\n" },
    { "word erase", 0, 0, 0, 0, "one two, \027x\n",
      "one two, \b \b\b \b\b \b\b \b\b \bx\r\n", "one x\n" },
    { "word erase without ECHOE", ECHOE, 0, 0, 0, "one tw\027x\n",
      "one tw\b \b\b \bx\r\n", "one x\n" },
    { "no word erase without IEXTEN", IEXTEN, 0, 0, 0, "a \027\n",
      "a ^W\r\n", "a \027\n" },
    { "kill of nothing", 0, 0, 0, 0, "\025c\n", "c\r\n", "c\n" },
    { "the same without ECHOKE", ECHOKE, 0, 0, 0, "\025c\n", "c\r\n", "c\n" },
    { "ECHOPRT", 0, ECHOPRT, 0, 0, "abc\177\177d\177e\n",
      "abc\\cb/d\\d/e\r\n", "ae\n" },
    { "ECHOPRT to the start", 0, ECHOPRT, 0, 0, "a\001\025b\n",
      "a^A\\^Aa/b\r\n", "b\n" },
    { "ECHOPRT of words", 0, ECHOPRT, 0, 0, "a bc\027\022d\n",
      "a bc\\cb/^R\r\na d\r\n", "a d\n" },
    { "half a letter of UTF-8 stays", 0, 0, 0, IUTF8, "\244\177b\n",
      "\244b\r\n", "\244b\n" },
    { "reprint", 0, 0, 0, 0, "ab\022c\n", "ab^R\r\nabc\r\n", "abc\n" },
    { "literal", 0, 0, 0, 0, "a\026\177b\n", "a^\b^?b\r\n", "a\177b\n" },
    { "literal newline", 0, 0, 0, 0, "a\026\nb\n", "a^\b^Jb\r\n", "a\nb\n" },
    { "literal interrupt", 0, 0, 0, 0, "\026\003\n", "^\b^C\r\n", "\003\n" },
    { "no literal without IEXTEN", IEXTEN, 0, 0, 0, "\026a\n", "^Va\r\n",
      "\026a\n" },
    { "a tab", 0, 0, 0, 0, "a\tb\n", "a\tb\r\n", "a\tb\n" },
    { "end of file within a line", 0, 0, 0, 0, "ab\004", "ab", "ab" },
    { "keys without ISIG", ISIG, 0, 0, 0, "\003\032\n", "^C^Z\r\n",
      "\003\032\n" },
    { "ICRNL", 0, 0, 0, 0, "a\r", "a\r\n", "a\n" },
    { "no ICRNL", 0, 0, ICRNL, 0, "a\rb\n", "a^Mb\r\n", "a\rb\n" },
    { "IGNCR", 0, 0, 0, IGNCR, "a\rb\n", "ab\r\n", "ab\n" },
    { "INLCR", 0, 0, ICRNL, INLCR, "a\nb\004", "a^Mb", "a\rb" },
    { "ISTRIP", 0, 0, 0, ISTRIP, "\341b\n", "ab\r\n", "ab\n" },
    { "IUCLC", 0, 0, 0, IUCLC, "AbC\n", "abc\r\n", "abc\n" },
    { "no IUCLC without IEXTEN", IEXTEN, 0, 0, IUCLC, "AbC\n", "AbC\r\n", "AbC\n" },
    { "IUTF8 erases a character", 0, 0, 0, IUTF8, "a\303\266\177b\n",
      "a\303\266\b \bb\r\n", "ab\n" },
    { "without it a byte", 0, 0, 0, 0, "a\303\266\177\177b\n",
      "a\303\266\b \b\b \bb\r\n", "ab\n" },
    { "a letter in UTF-8 is part of a word", 0, 0, 0, IUTF8, "x \303\266z\027y\n",
      "x \303\266z\b \b\b \by\r\n", "x y\n" },
    { "stop and start are eaten", 0, 0, 0, 0, "a\023\021b\n", "ab\r\n", "ab\n" },
    { "no IXON", 0, 0, IXON, 0, "\023\021\n", "^S^Q\r\n", "\023\021\n" },
    { "PARMRK doubles 255", 0, 0, 0, PARMRK, "\377\n", "\377\r\n", "\377\377\n" },
};

static void check_row(const struct row *row)
{
    struct terminal t = terminal_open();
    struct termios modes;
    char line[64], shown[256];
    ssize_t n;

    must(tcgetattr(t.slave, &modes));
    modes.c_lflag = (modes.c_lflag & ~row->off) | row->on;
    modes.c_iflag = (modes.c_iflag & ~row->i_off) | row->i_on;
    must(tcsetattr(t.slave, TCSANOW, &modes));
    terminal_type(t.master, row->typed);
    n = read(t.slave, line, sizeof line - 1);
    line[n > 0 ? n : 0] = '\0';
    is_str(line, row->line, row->what);
    snprintf(shown, sizeof shown, "%s<>", row->shown);
    if (write(t.slave, "<>", 2) != 2)
        tap_bail("mark");
    shows(t.master, shown, "  as it is shown");
    terminal_close(&t);
}

int main(void)
{
    const size_t count = sizeof rows / sizeof rows[0];

    plan(2 * (int)count);
    for (size_t i = 0; i < count; i++)
        check_row(&rows[i]);
    return done();
}
