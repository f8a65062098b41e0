/* SPDX-License-Identifier: MIT */
/* A program that plays the user of a shell on a pseudo-terminal: job control by
 * keys and built-ins. */
#include "tap.h"
#include "terminal.h"

enum { SCREEN = 16384 };

static int master;
static pid_t shell;
static char screen[SCREEN]; /* what was shown since the last line typed */
static size_t screen_len;

static void type(const char *text)
{
    screen_len = 0;
    terminal_type(master, text);
}

/* Whether WANT comes to be shown. */
static bool appears(const char *want)
{
    ssize_t n;

    screen[screen_len] = '\0';
    while (strstr(screen, want) == NULL) {
        if (!terminal_has_more(master) || screen_len > SCREEN / 2)
            return false;
        n = read(master, screen + screen_len, SCREEN / 4);
        if (n <= 0)
            return false;
        screen_len += (size_t)n;
        screen[screen_len] = '\0';
    }
    return true;
}

/* Whether the foreground is a program NAME that sleeps. */
static bool is_foreground(const char *name)
{
    char path[64], text[512], want[64];
    pid_t pid = tcgetpgrp(master);

    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    snprintf(want, sizeof want, "(%s) S", name);
    return pid > 0 && file_read(path, text, sizeof text) > 0 &&
           strstr(text, want) != NULL;
}

/* The shell is at its prompt: what it shows is not what was typed. */
static bool is_at_prompt(void)
{
    if (!wait_until(tcgetpgrp(master) == shell))
        return false;
    type("echo at'-'prompt\n");
    return appears("at-prompt");
}

static void check_stop_and_kill(void)
{
    type("sleep 1000\n");
    ok(wait_until(is_foreground("sleep")), "a command has the foreground");
    pid_t job = tcgetpgrp(master);
    type("\032");
    ok(appears("Stopped"), "ctrl-Z stops it");
    ok(is_at_prompt(), "and the shell has the terminal again");
    type("kill -9 %1\n");
    ok(wait_until(proc_state(job) == 'Z' || proc_state(job) == -1),
       "kill knows its number");
    terminal_type(master, "\n");
    ok(appears("Killed"), "and the next prompt tells of it");
}

static void check_background(void)
{
    type("sleep 1000\n");
    ok(wait_until(is_foreground("sleep")), "one more");
    type("\032");
    ok(appears("Stopped"), "is stopped");
    ok(is_at_prompt(), "and left");
    type("bg; jobs\n");
    ok(appears("Running"), "bg lets it run");
    type("fg\n");
    ok(wait_until(is_foreground("sleep")), "fg gives it the terminal");
    type("\003");
    ok(wait_until(tcgetpgrp(master) == shell), "ctrl-C ends it");
    type("echo s$?\n");
    ok(appears("s130"), "by SIGINT");
    type("cat & echo it' 'is $! now\n");
    ok(appears("it is ") && appears(" now\r\n"), "a reader in the background");
    pid_t reader = atoi(strstr(screen, "it is ") + strlen("it is "));
    ok(wait_until(proc_state(reader) == 'T'), "is stopped by its read");
    type("kill -9 %cat; wait; echo t$?\n");
    ok(appears("t0"), "and found by its name");
}

static void check_end(void)
{
    int status;

    type("sleep 1000\n");
    ok(wait_until(is_foreground("sleep")), "a last one");
    pid_t job = tcgetpgrp(master);
    type("\032");
    ok(is_at_prompt(), "is stopped");
    type("exit\n");
    ok(appears("ou have stopped jobs"), "exit tells of it");
    type("exit\n");
    is(waitpid(shell, &status, 0), shell, "and exits at the second time");
    ok(wait_until(kill(-job, 0) == -1 && errno == ESRCH),
       "what was stopped has been hung up");
    close(master);
}

int main(void)
{
    plan(21);
    shell = forkpty(&master, NULL, NULL, NULL);
    if (shell == 0) {
        execl("/bin/sh", "sh", "-i", (char *)NULL);
        _exit(1);
    }
    ok(is_at_prompt(), "the shell prompts");
    check_stop_and_kill();
    check_background();
    check_end();
    return done();
}
