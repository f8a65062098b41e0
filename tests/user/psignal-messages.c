/* SPDX-License-Identifier: MIT */
/*
 * strsignal(), psignal() and psiginfo() say in words which signal it is
 * (psignal(3), strsignal(3)).
 */
#include "tap.h"

static int old_stderr, captured[2];

static void capture_begin(void)
{
    fflush(stderr);
    must(pipe(captured));
    old_stderr = (int)must(dup(STDERR_FILENO));
    must(dup2(captured[1], STDERR_FILENO));
}

static const char *capture_end(void)
{
    static char text[256];
    ssize_t len;

    fflush(stderr);
    must(dup2(old_stderr, STDERR_FILENO));
    must(close(old_stderr));
    must(close(captured[1]));
    len = must(read(captured[0], text, sizeof text - 1));
    text[len] = '\0';
    must(close(captured[0]));
    return text;
}

int main(void)
{
    siginfo_t info;
    const char *said;

    plan(6);
    is_str(strsignal(SIGKILL), "Killed", "strsignal has the words");
    ok(strlen(strsignal(SIGRTMIN + 1)) > 0, "for real-time signals too");
    capture_begin();
    psignal(SIGTERM, "prefix");
    is_str(capture_end(), "prefix: Terminated\n", "psignal with a prefix");
    capture_begin();
    psignal(SIGTERM, NULL);
    is_str(capture_end(), "Terminated\n", "and without");
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR1;
    info.si_code = SI_USER;
    capture_begin();
    psiginfo(&info, "prefix");
    said = capture_end();
    ok(strncmp(said, "prefix: User defined signal 1", 29) == 0,
       "psiginfo begins with the same");
    ok(said[strlen(said) - 1] == '\n', "and ends the line");
    return done();
}
