/* SPDX-License-Identifier: MIT */
/*
 * states [-1] [-f FILE]: OSTEP's state diagram, alive.
 *
 * Each process is a token in the box of its state, as the kernel's trace tells; an
 * arrow that is taken flashes, with its cause. The moves of states itself, which looks
 * ten times a second, do not flash. q ends it. With -1 it draws one picture of what is
 * now; where it does not write to a terminal it lists the steps that the trace has. The
 * trace is /proc/trace, which only Tine has, or FILE, a copy of one.
 * Exit status: 0, 1 if there is no trace, or 2 for wrong usage.
 */
#include <err.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "states.h"

#define TRACE        "/proc/trace"
#define PICTURE_MS   100
#define STATUS_USAGE 2
#define CLEAR        "\033[H\033[2J"
#define CURSOR_HIDE  "\033[?25l"
#define CURSOR_SHOW  "\033[?25h"

static struct termios modes_before;
static volatile sig_atomic_t is_over;

static void end(int sig)
{
    (void)sig;
    is_over = 1;
}

static void step_print(const struct step *step)
{
    printf("%5d %-15s %-7s -> %-7s %s\n", step->who.pid, step->who.name,
           state_name(step->from), state_name(step->who.state), step->cause);
}

/* Takes all rows there are; TAKE gets the steps of others than EXCEPT. */
static void steps_take(int except, void (*take)(const struct step *step))
{
    struct event event;
    struct step step;

    while (stream_read(&event)) {
        if (model_take(&event, &step) && step.who.pid != except)
            take(&step);
    }
}

/* Waits for the time of a picture. Returns: whether a key has ended it. */
static bool key_is_quit(void)
{
    struct pollfd key = { STDIN_FILENO, POLLIN, 0 };
    char c = '\0';

    if (poll(&key, 1, PICTURE_MS) <= 0)
        return false;
    return read(STDIN_FILENO, &c, 1) <= 0 || c == 'q';
}

/* The diagram on the screen, until somebody ends it. */
static void live(void)
{
    struct termios modes;
    bool has_keys = tcgetattr(STDIN_FILENO, &modes_before) == 0;

    signal(SIGINT, end);
    signal(SIGTERM, end);
    if (has_keys) {
        modes = modes_before;
        modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    }
    printf(CLEAR CURSOR_HIDE);
    do {
        steps_take(getpid(), arrow_flash);
        picture_draw(true);
    } while (!is_over && !key_is_quit());
    printf(CURSOR_SHOW);
    if (has_keys)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

int main(int argc, char *argv[])
{
    const char *path = TRACE;
    bool is_once = false;
    int c;

    while ((c = getopt(argc, argv, "1f:")) == '1' || c == 'f') {
        is_once |= c == '1';
        path = c == 'f' ? optarg : path;
    }
    if (c != -1 || optind < argc) {
        fprintf(stderr, "usage: states [-1] [-f file]\n");
        return STATUS_USAGE;
    }
    if (!stream_open(path))
        err(1, "%s%s", path, strcmp(path, TRACE) ? "" : " (only Tine has a trace)");
    if (is_once) {
        steps_take(0, arrow_flash);
        picture_draw(false);
    } else if (isatty(STDOUT_FILENO)) {
        live();
    } else {
        steps_take(0, step_print);
    }
    return 0;
}
