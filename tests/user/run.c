/* SPDX-License-Identifier: MIT */
/*
 * Process 1 of a test run: runs the user tests one after the other.
 *
 * tools/test-user starts it as init, on Tine by the boot option init=, on
 * Linux in a PID namespace of its own, so that the kill(-1) that clears away
 * what a test left behind reaches nobody else; it refuses to be anything but
 * process 1.  Each test gets a session, a fresh working directory, /dev/null
 * as input and, unless its line in the list says "root", an ordinary user's
 * rights.  Where /proc/objects exists, it must be as before after each test;
 * since caches and tables may grow at first use, a test after which it is
 * not runs once more, silently, and that second run counts.
 *
 * The output, one "# begin NAME" ... "# end NAME STATUS" for each test, is
 * read by tools/test-user.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    PATH_LEN = 512,
    OBJECTS_LEN = 8192,
    TEST_UID = 1000,
    DEFAULT_SECONDS = 120,
    EXIT_NO_EXEC = 127
};

static unsigned int seconds_per_test = DEFAULT_SECONDS;
static const char *test_dir = "/tests";
static const char *work_dir = "/tmp/test";
static volatile sig_atomic_t seconds_left, is_counting;

/* Counts down, and comes again in case it came just before a wait; but never
 * outside of one, where it might cut a write short. */
static void on_alarm(int sig)
{
    (void)sig;
    if (!is_counting)
        return;
    if (seconds_left > 0)
        seconds_left--;
    alarm(1);
}

/* Signals as they are at login: nohup, a shell's & and other starters leave
 * some ignored or blocked, and every test would inherit that. */
static void signals_reset(void)
{
    struct sigaction act;
    int sig;

    memset(&act, 0, sizeof act);
    act.sa_handler = SIG_DFL;
    sigemptyset(&act.sa_mask);
    for (sig = 1; sig < NSIG; sig++)
        sigaction(sig, &act, NULL); /* refused for SIGKILL and SIGSTOP */
    sigprocmask(SIG_SETMASK, &act.sa_mask, NULL);
    act.sa_handler = on_alarm; /* no SA_RESTART: it ends a wait */
    sigaction(SIGALRM, &act, NULL);
}

/* What only process 1 can try: a signal without a handler does nothing to it, be
 * it sent at once or blocked before, nor while it waits in vfork, nor when it has
 * handled a fault (kill(2), notes). On a kernel that has it wrong the run ends here. */
static void signals_survive(void)
{
    sigset_t all;
    int is_blocked, sig;
    pid_t child;

    signal(SIGTRAP, on_alarm);
    __asm__ volatile("int3");
    signal(SIGTRAP, SIG_DFL);
    sigfillset(&all);
    for (is_blocked = 0; is_blocked < 2; is_blocked++) {
        if (is_blocked)
            sigprocmask(SIG_BLOCK, &all, NULL);
        for (sig = 1; sig < NSIG; sig++)
            kill(getpid(), sig);
        sigprocmask(SIG_UNBLOCK, &all, NULL);
    }
    child = vfork();
    if (child == 0) {
        kill(getppid(), SIGKILL);
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

static void remove_tree(const char *path)
{
    char inner[PATH_LEN];
    struct dirent *entry;
    DIR *dir;

    if (unlink(path) == 0 || errno == ENOENT)
        return;
    chmod(path, 0700);
    dir = opendir(path);
    if (dir != NULL) {
        while ((entry = readdir(dir)) != NULL) {
            if (strcmp(entry->d_name, ".") == 0 ||
                strcmp(entry->d_name, "..") == 0)
                continue;
            snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
            remove_tree(inner);
        }
        closedir(dir);
    }
    rmdir(path);
}

/* Becomes an ordinary user, where there are any (a user namespace that maps
 * only its creator has none). */
static void drop_rights(void)
{
    setgroups(0, NULL);
    if (setgid(TEST_UID) == -1 || setuid(TEST_UID) == -1)
        printf("# runs with its starter's rights: no other user here\n");
    fflush(stdout);
}

static void test_exec(const char *name, int is_root, int is_quiet)
{
    static char path_var[] = "PATH=/bin:/usr/bin", home_var[] = "HOME=/";
    static char term_var[] = "TERM=vt100";
    char *envp[] = {path_var, home_var, term_var, NULL};
    char path[PATH_LEN];
    char *argv[] = {path, NULL};
    int fd = open("/dev/null", O_RDWR);

    snprintf(path, sizeof path, "%s/%s", test_dir, name);
    setsid();
    umask(022);
    dup2(fd, STDIN_FILENO);
    if (is_quiet) {
        dup2(fd, STDOUT_FILENO);
        dup2(fd, STDERR_FILENO);
    }
    if (fd > STDERR_FILENO)
        close(fd);
    if (chdir(work_dir) == -1)
        _exit(EXIT_NO_EXEC);
    if (!is_root)
        drop_rights();
    signal(SIGALRM, SIG_DFL);
    execve(path, argv, envp);
    printf("Bail out! %s: %s\n", path, strerror(errno));
    fflush(stdout);
    _exit(EXIT_NO_EXEC);
}

/* Runs NAME to its end and clears away what it left.  Returns its wait
 * status, or -1 when its time was over. */
static int test_run(const char *name, int is_root, int is_quiet)
{
    int status = -1;
    pid_t pid, got;

    remove_tree(work_dir);
    if (mkdir(work_dir, 0777) == -1 || chmod(work_dir, 0777) == -1)
        perror(work_dir);
    fflush(stdout);
    pid = fork();
    if (pid == -1) {
        perror("fork");
        return -1;
    }
    if (pid == 0)
        test_exec(name, is_root, is_quiet);
    seconds_left = (sig_atomic_t)seconds_per_test;
    is_counting = 1;
    alarm(1);
    do {
        got = waitpid(-1, &status, 0);
    } while (got != pid && seconds_left > 0);
    is_counting = 0;
    alarm(0);
    if (got != pid)
        status = -1;
    kill(-1, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
        continue;
    remove_tree(work_dir);
    return status;
}

/* Reads /proc/objects into BUF; an empty string where there is none. */
static void objects_read(char *buf)
{
    int fd = open("/proc/objects", O_RDONLY);
    size_t len = 0;
    ssize_t n;

    while (fd != -1 && (n = read(fd, buf + len, OBJECTS_LEN - 1 - len)) > 0)
        len += (size_t)n;
    buf[len] = '\0';
    if (fd != -1)
        close(fd);
}

/* Prints the lines in which AFTER is not like BEFORE. */
static void objects_report(const char *name, char *before, char *after)
{
    char *b, *a, *b_rest, *a_rest;

    printf("# objects %s differ\n", name);
    b = strtok_r(before, "\n", &b_rest);
    a = strtok_r(after, "\n", &a_rest);
    while (b != NULL || a != NULL) {
        if (b == NULL || a == NULL || strcmp(b, a) != 0)
            printf("#   before: %s   after: %s\n", b == NULL ? "" : b,
                   a == NULL ? "" : a);
        b = b == NULL ? NULL : strtok_r(NULL, "\n", &b_rest);
        a = a == NULL ? NULL : strtok_r(NULL, "\n", &a_rest);
    }
}

static void status_print(const char *name, int status)
{
    if (status == -1)
        printf("# end %s timeout\n", name);
    else if (WIFEXITED(status))
        printf("# end %s exit %d\n", name, WEXITSTATUS(status));
    else
        printf("# end %s signal %d\n", name, WTERMSIG(status));
}

/* Runs the test of one line of the list: its name, then perhaps "root". */
static void test_do(char *line)
{
    static char before[OBJECTS_LEN], after[OBJECTS_LEN];
    char *mark = strchr(line, ' ');
    int is_root = 0;
    int status;

    if (mark != NULL) {
        *mark = '\0';
        is_root = strcmp(mark + 1, "root") == 0;
    }
    objects_read(before);
    printf("# begin %s\n", line);
    status = test_run(line, is_root, 0);
    objects_read(after);
    if (strcmp(before, after) != 0) {
        printf("# again %s\n", line);
        objects_read(before);
        test_run(line, is_root, 1);
        objects_read(after);
    }
    if (strcmp(before, after) != 0)
        objects_report(line, before, after);
    else if (before[0] != '\0')
        printf("# objects %s same\n", line);
    status_print(line, status);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    const char *list = "/tests/list";
    char line[PATH_LEN];
    FILE *file;
    int c;

    while ((c = getopt(argc, argv, "d:l:t:w:")) != -1) {
        if (c == 'd')
            test_dir = optarg;
        else if (c == 'l')
            list = optarg;
        else if (c == 't')
            seconds_per_test = (unsigned int)atoi(optarg);
        else if (c == 'w')
            work_dir = optarg;
        else
            return 2;
    }
    if (getpid() != 1) {
        fprintf(stderr, "run: not process 1: use tools/test-user\n");
        return 2;
    }
    signals_reset();
    setpriority(PRIO_PROCESS, 0, 0); /* whatever "nice make test" said */
    file = fopen(list, "r");
    if (file == NULL) {
        perror(list);
        return 2;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '\0' && line[0] != '#')
            test_do(line);
    }
    fclose(file);
    signals_survive();
    printf("# all tests done\n");
    return 0;
}
