/* SPDX-License-Identifier: MIT */
/*
 * init: process 1, the ancestor of all.
 *
 * The kernel starts it; it starts a shell on the console, and when that ends,
 * another one.  Every orphan becomes its child, so it waits for whoever ends,
 * or the zombies would stay.  The shell leads a session of its own with the
 * console as controlling terminal: that is what ctrl-C and job control need.
 * It never exits, for the kernel cannot go on without process 1.  But as
 * `init -c COMMAND` (boot options `-- -c COMMAND`) it has a shell run that alone,
 * and exits as it did: then the machine is switched off.
 * Read next: sh/main.c, kernel/proc/exit.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define CONSOLE             "/dev/console"
#define SHELL               "/bin/sh"
#define STATUS_NOT_EXECUTED 127
#define STATUS_SIGNALLED    128 /* and the signal's number */
#define PAUSE_SECONDS       1

/* open gives the lowest free number, so three of them fill 0, 1 and 2. */
static void open_standard_files(void)
{
    int fd;

    do
        fd = open(CONSOLE, O_RDWR | O_NOCTTY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd > STDERR_FILENO)
        close(fd);
}

/* What a shell left behind may be raw and silent: back to line mode. */
static void reset_terminal(void)
{
    struct termios modes;

    if (tcgetattr(STDIN_FILENO, &modes) < 0)
        return;
    modes.c_iflag |= ICRNL | IXON;
    modes.c_oflag |= OPOST | ONLCR;
    modes.c_lflag |= ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | IEXTEN;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

/* The child's part: a session, its terminal, then the shell; with COMMAND, as
 * sh -c COMMAND. */
static void become_shell(const char *command)
{
    int fd;

    setsid();
    fd = open(CONSOLE, O_RDWR);
    if (fd >= 0) {
        ioctl(fd, TIOCSCTTY, 0);
        dup2(fd, STDIN_FILENO);
        dup2(fd, STDOUT_FILENO);
        dup2(fd, STDERR_FILENO);
        if (fd > STDERR_FILENO)
            close(fd);
    }
    tcsetpgrp(STDIN_FILENO, getpid());
    execl(SHELL, "sh", command ? "-c" : NULL, command, (char *)NULL);
    perror("init: " SHELL);
    _exit(STATUS_NOT_EXECUTED);
}

static pid_t start_shell(const char *command)
{
    pid_t pid;

    reset_terminal();
    dprintf(STDOUT_FILENO, "init: starting sh\n");
    pid = fork();
    if (pid == 0)
        become_shell(command);
    if (pid < 0)
        perror("init: fork");
    return pid;
}

/* Reaps children, most of them adopted, until the shell is among them.
 * Returns the shell's exit status as another shell would see it. */
static int wait_for_shell(pid_t shell)
{
    pid_t pid;
    int status = 0;

    do
        pid = wait(&status);
    while (pid != shell && (pid > 0 || errno == EINTR));
    return WIFEXITED(status) ? WEXITSTATUS(status)
                             : STATUS_SIGNALLED + WTERMSIG(status);
}

int main(int argc, char **argv)
{
    const char *command = argc == 3 && strcmp(argv[1], "-c") == 0 ? argv[2] : NULL;

    if (getpid() != 1) {
        fprintf(stderr, "init: must be process 1\n");
        return 1;
    }
    open_standard_files();
    setenv("PATH", "/bin", 0);
    setenv("HOME", "/", 0);
    setenv("TERM", "vt100", 0);
    chdir("/");
    for (;;) {
        pid_t shell = start_shell(command);
        int status = shell > 0 ? wait_for_shell(shell) : STATUS_NOT_EXECUTED;

        if (command)
            return status;
        if (status == STATUS_NOT_EXECUTED)
            sleep(PAUSE_SECONDS); /* no shell: do not try in a tight loop */
    }
}
