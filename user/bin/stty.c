/* SPDX-License-Identifier: MIT */
/*
 * stty [-a | -g | size | setting...]: shows and changes the modes of the
 * terminal on standard input (POSIX.1-2017, stty; termios(3)).
 *
 * Every mode is one bit of one flag word, and every key one byte of c_cc: two
 * tables have their names.  Read next: kernel/tty/settings.c.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(a)     (sizeof(a) / sizeof((a)[0]))
#define KEY_UNDEF    0
#define KEY_DEL      0177
#define CONTROL_MASK 037
#define SAVE_FIELDS  4 /* the flag words, in front of the keys */

enum word { I, O, C, L, WORDS };

static const struct mode {
    const char *name;
    enum word word;
    tcflag_t bit;
    int sane; /* 1: set by sane, -1: cleared, 0: left */
} modes[] = {
    { "parenb", C, PARENB, 0 },   { "cstopb", C, CSTOPB, 0 },
    { "cread", C, CREAD, 1 },     { "hupcl", C, HUPCL, 0 },
    { "clocal", C, CLOCAL, 0 },   { "ignbrk", I, IGNBRK, -1 },
    { "brkint", I, BRKINT, 1 },   { "parmrk", I, PARMRK, 0 },
    { "inpck", I, INPCK, 0 },     { "istrip", I, ISTRIP, 0 },
    { "inlcr", I, INLCR, -1 },    { "igncr", I, IGNCR, -1 },
    { "icrnl", I, ICRNL, 1 },     { "iuclc", I, IUCLC, -1 },
    { "ixon", I, IXON, 1 },       { "ixany", I, IXANY, -1 },
    { "ixoff", I, IXOFF, -1 },    { "imaxbel", I, IMAXBEL, 1 },
    { "iutf8", I, IUTF8, -1 },    { "opost", O, OPOST, 1 },
    { "olcuc", O, OLCUC, -1 },    { "onlcr", O, ONLCR, 1 },
    { "ocrnl", O, OCRNL, -1 },    { "onocr", O, ONOCR, -1 },
    { "onlret", O, ONLRET, -1 },  { "tab3", O, TAB3, -1 },
    { "isig", L, ISIG, 1 },       { "icanon", L, ICANON, 1 },
    { "iexten", L, IEXTEN, 1 },   { "echo", L, ECHO, 1 },
    { "echoe", L, ECHOE, 1 },     { "echok", L, ECHOK, 1 },
    { "echonl", L, ECHONL, -1 },  { "noflsh", L, NOFLSH, -1 },
    { "tostop", L, TOSTOP, -1 },  { "echoctl", L, ECHOCTL, 1 },
    { "echoke", L, ECHOKE, 1 },
};

static const struct key {
    const char *name;
    int index;
    cc_t sane;
} keys[] = {
    { "intr", VINTR, 'C' & CONTROL_MASK },
    { "quit", VQUIT, '\\' & CONTROL_MASK },
    { "erase", VERASE, KEY_DEL },
    { "kill", VKILL, 'U' & CONTROL_MASK },
    { "eof", VEOF, 'D' & CONTROL_MASK },
    { "eol", VEOL, KEY_UNDEF },
    { "eol2", VEOL2, KEY_UNDEF },
    { "start", VSTART, 'Q' & CONTROL_MASK },
    { "stop", VSTOP, 'S' & CONTROL_MASK },
    { "susp", VSUSP, 'Z' & CONTROL_MASK },
    { "rprnt", VREPRINT, 'R' & CONTROL_MASK },
    { "werase", VWERASE, 'W' & CONTROL_MASK },
    { "lnext", VLNEXT, 'V' & CONTROL_MASK },
    { "min", VMIN, 1 },
    { "time", VTIME, 0 },
};

static struct termios now;

static tcflag_t *word_of(enum word word)
{
    tcflag_t *words[WORDS] = { &now.c_iflag, &now.c_oflag, &now.c_cflag,
                               &now.c_lflag };

    return words[word];
}

/* ---- Showing ---------------------------------------------------------------- */

static void key_show(const struct key *key)
{
    int c = now.c_cc[key->index];

    printf("%s = ", key->name);
    if (key->index == VMIN || key->index == VTIME)
        printf("%d; ", c);
    else if (c == KEY_UNDEF)
        printf("<undef>; ");
    else if (c < ' ' || c == KEY_DEL)
        printf("^%c; ", c ^ '@');
    else
        printf("%c; ", c);
}

static void show_all(void)
{
    struct winsize size = { 0 };

    ioctl(STDIN_FILENO, TIOCGWINSZ, &size);
    printf("rows %d; columns %d; line = %d;\n", size.ws_row, size.ws_col,
           now.c_line);
    for (size_t i = 0; i < COUNT(keys); i++)
        key_show(&keys[i]);
    for (size_t i = 0; i < COUNT(modes); i++)
        printf("%s%s%s", i % 10 == 0 ? "\n" : " ",
               *word_of(modes[i].word) & modes[i].bit ? "" : "-",
               modes[i].name);
    putchar('\n');
}

/* What -g prints, and stty takes again. */
static void show_saved(void)
{
    for (int word = I; word < WORDS; word++)
        printf("%x:", *word_of(word));
    for (int i = 0; i < NCCS; i++)
        printf("%x%c", now.c_cc[i], i + 1 < NCCS ? ':' : '\n');
}

static void show_size(void)
{
    struct winsize size;

    if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) < 0)
        err(1, "standard input");
    printf("%d %d\n", size.ws_row, size.ws_col);
}

/* ---- Changing --------------------------------------------------------------- */

static void set_size(const char *what, const char *number)
{
    struct winsize size;

    ioctl(STDIN_FILENO, TIOCGWINSZ, &size);
    *(*what == 'r' ? &size.ws_row : &size.ws_col) =
        (unsigned short)atoi(number);
    if (ioctl(STDIN_FILENO, TIOCSWINSZ, &size) < 0)
        err(1, "standard input");
}

static void set_sane(void)
{
    for (size_t i = 0; i < COUNT(modes); i++) {
        if (modes[i].sane > 0)
            *word_of(modes[i].word) |= modes[i].bit;
        else if (modes[i].sane < 0)
            *word_of(modes[i].word) &= ~modes[i].bit;
    }
    for (size_t i = 0; i < COUNT(keys); i++)
        now.c_cc[keys[i].index] = keys[i].sane;
}

/* Takes what -g printed; 0: it is not that. */
static int set_saved(const char *text)
{
    unsigned long values[SAVE_FIELDS + NCCS];
    char *end = NULL;

    for (size_t i = 0; i < COUNT(values); i++, text = end + 1) {
        values[i] = strtoul(text, &end, 16);
        if (end == text || *end != (i + 1 < COUNT(values) ? ':' : '\0'))
            return 0;
    }
    for (int word = I; word < WORDS; word++)
        *word_of(word) = (tcflag_t)values[word];
    for (int i = 0; i < NCCS; i++)
        now.c_cc[i] = (cc_t)values[SAVE_FIELDS + i];
    return 1;
}

static int set_mode(const char *name)
{
    int off = *name == '-';

    for (size_t i = 0; i < COUNT(modes); i++) {
        if (strcmp(modes[i].name, name + off) != 0)
            continue;
        if (off)
            *word_of(modes[i].word) &= ~modes[i].bit;
        else
            *word_of(modes[i].word) |= modes[i].bit;
        return 1;
    }
    return 0;
}

static int set_key(const char *name, const char *value)
{
    for (size_t i = 0; value && i < COUNT(keys); i++) {
        cc_t *c = &now.c_cc[keys[i].index];

        if (strcmp(keys[i].name, name) != 0)
            continue;
        if (keys[i].index == VMIN || keys[i].index == VTIME)
            *c = (cc_t)atoi(value);
        else if (strcmp(value, "undef") == 0 || strcmp(value, "^-") == 0)
            *c = KEY_UNDEF;
        else if (value[0] == '^' && value[1])
            *c = value[1] == '?' ? KEY_DEL : value[1] & CONTROL_MASK;
        else
            *c = (cc_t)value[0];
        return 1;
    }
    return 0;
}

/* Does what the arguments from ARG on ask for; how many it took. */
static int set_one(char **arg)
{
    if (strcmp(arg[0], "sane") == 0) {
        set_sane();
    } else if (strcmp(arg[0], "raw") == 0) {
        cfmakeraw(&now);
    } else if (strcmp(arg[0], "-raw") == 0 || strcmp(arg[0], "cooked") == 0) {
        now.c_iflag |= BRKINT | ICRNL | IXON;
        now.c_oflag |= OPOST;
        now.c_lflag |= ISIG | ICANON;
    } else if (arg[1] && (strcmp(arg[0], "rows") == 0 ||
                          strcmp(arg[0], "cols") == 0)) {
        set_size(arg[0], arg[1]);
        return 2;
    } else if (set_key(arg[0], arg[1])) {
        return 2;
    } else if (!set_mode(arg[0]) && !set_saved(arg[0])) {
        errx(1, "%s: no such setting", arg[0]);
    }
    return 1;
}

int main(int argc, char **argv)
{
    int i = 1;

    if (tcgetattr(STDIN_FILENO, &now) < 0)
        err(1, "standard input");
    if (argc == 1 || strcmp(argv[1], "-a") == 0) {
        show_all();
    } else if (strcmp(argv[1], "-g") == 0) {
        show_saved();
    } else if (strcmp(argv[1], "size") == 0) {
        show_size();
    } else {
        while (i < argc)
            i += set_one(argv + i);
        if (tcsetattr(STDIN_FILENO, TCSADRAIN, &now) < 0)
            err(1, "standard input");
    }
    return 0;
}
