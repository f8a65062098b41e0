/* SPDX-License-Identifier: MIT */
/*
 * The shell and its terminal: who has it, and in which modes.
 *
 * The shell leads the foreground when it talks to the user and gives it to each
 * job that it waits for.  A job that stops leaves the terminal in modes of its
 * own, which it gets back by fg; the shell's are put right at once.
 *
 * Read next: jobs.c.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sh.h"

static int jobs_tty = -1;
struct termios jobs_modes;

/* A descriptor of the shell's own for its terminal, or -1. */
static int tty_open(void)
{
    int fd, copy;

    for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (isatty(fd))
            return fcntl(fd, F_DUPFD_CLOEXEC, SHELL_FIRST_FD);
    }
    fd = open("/dev/tty", O_RDWR);
    if (fd < 0)
        return -1;
    copy = fcntl(fd, F_DUPFD_CLOEXEC, SHELL_FIRST_FD);
    close(fd);
    return copy;
}

/* Turns job control on or off; at a prompt it needs a terminal. */
void jobs_set_monitor(bool on)
{
    pid_t foreground = -1;

    if (on && jobs_tty < 0)
        jobs_tty = tty_open();
    if (on) {
        /* Started in the background: wait to be put into the foreground. */
        while ((foreground = tcgetpgrp(jobs_tty)) >= 0 &&
               foreground != getpgrp() && sh.interactive)
            kill(0, SIGTTIN);
        if (foreground < 0 && sh.interactive) {
            sh_warn("no terminal to control: no job control");
            on = false;
        }
    }
    sh.opt_monitor = on;
    trap_update();
    if (on && foreground >= 0) {
        setpgid(0, 0); /* fails for a session's leader, which has its own */
        tcsetpgrp(jobs_tty, getpgrp());
        tcgetattr(jobs_tty, &jobs_modes);
    }
}

/* Stops the shell; then it takes its place in the foreground again. */
void jobs_suspend(void)
{
    kill(getpid(), SIGSTOP);
    if (sh.opt_monitor)
        jobs_set_monitor(true);
}

/* Gives the group PGID the terminal, in MODES unless they are NULL. */
void terminal_give(pid_t pgid, const struct termios *modes)
{
    tcsetpgrp(jobs_tty, pgid);
    if (modes)
        tcsetattr(jobs_tty, TCSADRAIN, modes);
}

/* After a foreground job: the terminal is the shell's again. */
void terminal_take_back(struct job *job)
{
    int status = job->procs[job->nprocs - 1].status;

    tcsetpgrp(jobs_tty, getpgrp());
    if (job_state(job) == JOB_STOPPED)
        job->has_modes = tcgetattr(jobs_tty, &job->modes) == 0;
    if (job_state(job) == JOB_STOPPED || WIFSIGNALED(status))
        tcsetattr(jobs_tty, TCSADRAIN, &jobs_modes);
    else
        tcgetattr(jobs_tty, &jobs_modes); /* it may have meant to set them */
}
