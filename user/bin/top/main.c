/* SPDX-License-Identifier: MIT */
/*
 * top: the processes that use the CPU, refreshed every few seconds.
 *
 *     top [-d SECONDS] [-n TIMES]        top -b [-d SECONDS] [-n TIMES]
 *
 * On a terminal, keys are read one at a time: canonical mode and echo are off
 * while top runs, but ctrl-C and ctrl-Z stay signals.  A handler only takes a
 * note; the loop sees it when poll() returns, puts the terminal back as it
 * was, and then ends or stops.
 *
 * Read next: sample.c, draw.c.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <signame.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "top.h"

#define DELAY_MS 3000
#define DELAY_LEAST_MS 10
#define ANSWER_BYTES 32
#define BATCH_COLUMNS 511
#define KEY_ESC 27
#define KEY_DEL 127

static struct termios modes_before;
static volatile sig_atomic_t noted_end, noted_stop, noted_cont;
static long delay_ms = DELAY_MS;
static enum sort_key sort_key = SORT_CPU;

static void signal_note(int sig)
{
    if (sig == SIGTSTP)
        noted_stop = 1;
    else if (sig == SIGCONT)
        noted_cont = 1;
    else if (sig != SIGWINCH) /* a new size only ends poll() */
        noted_end = sig;
}

static void signals_catch(void)
{
    static const int signals[] = { SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,
                                   SIGTSTP, SIGCONT, SIGWINCH };
    struct sigaction act = { .sa_handler = signal_note };
    size_t i;

    sigemptyset(&act.sa_mask);
    for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        sigaction(signals[i], &act, NULL);
}

static void terminal_raw(void)
{
    struct termios raw = modes_before;

    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    printf("\033[H\033[J");
    fflush(stdout);
}

static void terminal_restore(void)
{
    printf("\n");
    fflush(stdout);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
}

/* Stops as ctrl-Z asks, the terminal being the shell's; then goes on. */
static void terminal_stop(void)
{
    noted_stop = 0;
    terminal_restore();
    signal(SIGTSTP, SIG_DFL);
    raise(SIGTSTP);
    signals_catch();
    noted_cont = 1;
}

/* Does what the signals ask for; false: top is to end. */
static bool signals_serve(void)
{
    if (noted_end)
        return false;
    if (noted_stop)
        terminal_stop();
    if (noted_cont) {
        noted_cont = 0;
        terminal_raw();
    }
    return true;
}

/* A key, or -1 when none came in time or a signal did. */
static int key_read(int timeout_ms)
{
    struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
    unsigned char c;
    ssize_t n;

    if (poll(&fd, 1, timeout_ms) <= 0)
        return -1;
    n = read(STDIN_FILENO, &c, 1);
    if (n == 0)
        noted_end = SIGHUP; /* the terminal is gone */
    return n == 1 ? c : -1;
}

/* Asks QUESTION below the summary; false: no answer, or Esc. */
static bool answer_read(const char *question, char *answer)
{
    size_t len = 0;
    int key;

    printf("\033[%d;1H\033[K%s ", VIEW_MESSAGE_ROW, question);
    fflush(stdout);
    while (!noted_end && !noted_stop) {
        key = key_read(-1);
        if (key == '\n' || key == '\r')
            break;
        if (key == KEY_ESC)
            return false;
        if ((key == '\b' || key == KEY_DEL) && len > 0) {
            len--;
            printf("\b \b");
        } else if (key > ' ' && key < KEY_DEL && len < ANSWER_BYTES - 1) {
            answer[len++] = (char)key;
            putchar(key);
        }
        fflush(stdout);
    }
    answer[len] = '\0';
    return len > 0;
}

/* Says something in the same place, for a moment. */
static void message_show(const char *text, const char *detail)
{
    printf("\033[%d;1H\033[K%s%s", VIEW_MESSAGE_ROW, text, detail);
    fflush(stdout);
    key_read(DELAY_MS / 2);
}

/* A number of seconds such as 0.5, in milliseconds; -1: it is none. */
static long seconds_parse(const char *text)
{
    char *end;
    long ms = strtol(text, &end, 10) * 1000, digit = 100;

    if (ms < 0 || (end == text && *end != '.'))
        return -1;
    if (*end == '.') {
        for (end++; *end >= '0' && *end <= '9'; end++, digit /= 10)
            ms += (*end - '0') * digit;
    }
    return *end ? -1 : ms < DELAY_LEAST_MS ? DELAY_LEAST_MS : ms;
}

static void kill_ask(void)
{
    char pid[ANSWER_BYTES], name[ANSWER_BYTES];
    int sig = SIGTERM;
    char *end;
    long number;

    if (!answer_read("PID to signal:", pid))
        return;
    number = strtol(pid, &end, 10);
    if (*end || number <= 0) {
        message_show("no process id: ", pid);
        return;
    }
    if (answer_read("Signal [TERM]:", name))
        sig = signame_number(name);
    if (noted_end || noted_stop)
        return;
    if (sig < 0)
        message_show("no such signal: ", name);
    else if (kill((pid_t)number, sig) < 0)
        message_show("kill failed: ", strerror(errno));
}

static void delay_ask(void)
{
    char text[ANSWER_BYTES];
    long ms;

    if (!answer_read("Seconds between samples:", text))
        return;
    ms = seconds_parse(text);
    if (ms < 0)
        message_show("no number: ", text);
    else
        delay_ms = ms;
}

/* Does what KEY asks for; false: top is to end. */
static bool key_serve(int key)
{
    switch (key) {
    case 'q':
        return false;
    case 'k':
        kill_ask();
        break;
    case 'd':
    case 's':
        delay_ask();
        break;
    case 'h':
    case '?':
        draw_help();
        key_read(-1);
        break;
    default: /* space: just the next sample */
        break;
    }
    return true;
}

static struct view screen_view(void)
{
    struct view v = { .rows = 24, .columns = 80, .screen = true };
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row &&
        size.ws_col) {
        v.rows = size.ws_row;
        v.columns = size.ws_col;
    }
    return v;
}

/* Takes the next sample into NOW; what NOW was becomes BEFORE. */
static bool sample_next(struct sample *now, struct sample *before)
{
    bool first = now->rows == NULL;

    sample_free(before);
    *before = *now;
    if (!sample_take(now, first ? NULL : before)) {
        fprintf(stderr, "top: cannot read /proc\n");
        return false;
    }
    return true;
}

/* Shows sample S and waits for a key; those that sort only show it again. */
static int sample_show(struct sample *s)
{
    struct view v;
    int key;

    for (;;) {
        v = screen_view();
        sample_sort(s, sort_key);
        draw_sample(s, &v);
        key = key_read((int)delay_ms);
        if (key != SORT_CPU && key != SORT_MEMORY && key != SORT_PID &&
            key != SORT_TIME)
            return key;
        sort_key = (enum sort_key)key;
    }
}

/* Samples on a terminal until q, a signal, or TIMES of them (0: for ever). */
static int top_screen(long times)
{
    struct sample now = { 0 }, before = { 0 };
    bool ok;

    if (tcgetattr(STDIN_FILENO, &modes_before) < 0 || !isatty(STDOUT_FILENO)) {
        fprintf(stderr, "top: no terminal; use -b\n");
        return 1;
    }
    signals_catch();
    terminal_raw();
    for (;;) {
        ok = sample_next(&now, &before);
        if (!ok || !key_serve(sample_show(&now)) || !signals_serve())
            break;
        if (times && --times == 0)
            break;
    }
    terminal_restore();
    return ok ? 0 : 1;
}

static int top_batch(long times)
{
    struct timespec delay = { .tv_sec = delay_ms / 1000,
                              .tv_nsec = delay_ms % 1000 * 1000000 };
    struct view v = { .columns = BATCH_COLUMNS };
    struct sample now = { 0 }, before = { 0 };
    long i;

    for (i = 0; times == 0 || i < times; i++) {
        if (i > 0) {
            nanosleep(&delay, NULL);
            putchar('\n');
        }
        if (!sample_next(&now, &before))
            return 1;
        sample_sort(&now, sort_key);
        draw_sample(&now, &v);
    }
    return 0;
}

static void usage(void)
{
    fprintf(stderr, "usage: top [-b] [-d SECONDS] [-n TIMES]\n");
    exit(1);
}

int main(int argc, char **argv)
{
    bool batch = false;
    long times = 0;
    char *end;
    int option;

    while ((option = getopt(argc, argv, "bd:n:")) != -1) {
        if (option == 'b') {
            batch = true;
        } else if (option == 'd') {
            delay_ms = seconds_parse(optarg);
            if (delay_ms < 0)
                usage();
        } else if (option == 'n') {
            times = strtol(optarg, &end, 10);
            if (*end || times < 1)
                usage();
        } else {
            usage();
        }
    }
    if (optind < argc)
        usage();
    return batch ? top_batch(times) : top_screen(times);
}
