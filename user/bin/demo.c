/* SPDX-License-Identifier: MIT */
/*
 * demo: a guided minute with processes; -q goes through it without pauses.
 *
 * Each step says in a sentence or two what to look at, does something to a
 * few child processes by the plain calls (fork, exec, kill, waitpid), and
 * lets ps show what came of it.  The children are this same program under
 * another name: "burner" uses the CPU, "sleeper" waits for ever, "parent"
 * makes an orphan.  Whatever ends demo ends its children too.
 *
 * Read next: docs/process-api.md names the calls one by one.
 */
#include <errno.h>
#include <procread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN_MAX 8
#define PAUSE_READ 3 /* seconds to read what a step says, */
#define PAUSE_LOOK 2 /* and to look at what ps shows */
#define POLL_US 10000
#define POLLS_MAX 500 /* 5 seconds for what takes no time at all */

static bool quick;
static const char *self; /* how this program was called */
static volatile pid_t children[CHILDREN_MAX];
static int step;

/* In the children: what they do under their names. */
static void role_play(const char *role) __attribute__((noreturn));

static void role_play(const char *role)
{
    volatile unsigned long work = 0;

    if (strcmp(role, "sleeper") == 0) {
        for (;;)
            pause();
    }
    for (;;)
        work++;
}

/* Ends all children; may be called from a signal handler. */
static void children_kill(void)
{
    int i;

    for (i = 0; i < CHILDREN_MAX; i++) {
        if (children[i])
            kill(children[i], SIGKILL);
    }
}

static void signal_end(int sig)
{
    children_kill();
    signal(sig, SIG_DFL);
    raise(sig);
}

static void give_up(const char *what)
{
    fprintf(stderr, "demo: %s: %s\n", what, strerror(errno));
    children_kill();
    exit(1);
}

/* Becomes this program again under the name ROLE. */
static void role_exec(const char *role)
{
    char name[16];
    char *args[] = { name, NULL };

    snprintf(name, sizeof(name), "%s", role);
    execvp(self, args);
    role_play(role); /* no such file: the name is wrong, the rest works */
}

static void child_note(pid_t pid)
{
    int i;

    for (i = 0; children[i]; i++)
        ;
    children[i] = pid;
}

static void child_forget(pid_t pid)
{
    int i;

    for (i = 0; i < CHILDREN_MAX; i++) {
        if (children[i] == pid)
            children[i] = 0;
    }
}

/* Starts a child that plays ROLE. */
static pid_t child_start(const char *role)
{
    pid_t pid = fork();

    if (pid < 0)
        give_up("fork");
    if (pid == 0)
        role_exec(role);
    child_note(pid);
    return pid;
}

static void say(const char *text)
{
    printf("\n%d. %s\n", ++step, text);
    fflush(stdout);
    if (!quick)
        sleep(PAUSE_READ);
}

/* Lets ps show demo and its children. */
static void show(void)
{
    char list[16 * (CHILDREN_MAX + 1)];
    int used = snprintf(list, sizeof(list), "%d", (int)getpid()), i;
    pid_t pid;

    for (i = 0; i < CHILDREN_MAX; i++) {
        if (children[i])
            used += snprintf(list + used, sizeof(list) - used, ",%d",
                             (int)children[i]);
    }
    fflush(stdout);
    pid = fork();
    if (pid < 0)
        give_up("fork");
    if (pid == 0) {
        execlp("ps", "ps", "-o", "pid,ppid,state,time,args", "-p", list,
               (char *)NULL);
        fprintf(stderr, "demo: ps: %s\n", strerror(errno));
        _exit(1);
    }
    waitpid(pid, NULL, 0);
    if (!quick)
        sleep(PAUSE_LOOK);
}

static void child_signal(pid_t pid, int sig)
{
    if (kill(pid, sig) < 0)
        give_up("kill");
}

/* Waits for the end of PID, and says how it was. */
static void child_reap(pid_t pid)
{
    int status;

    if (waitpid(pid, &status, 0) != pid)
        give_up("waitpid");
    child_forget(pid);
    if (WIFSIGNALED(status))
        printf("   waitpid says: %d was ended by signal %d (%s)\n", (int)pid,
               WTERMSIG(status), strsignal(WTERMSIG(status)));
    else
        printf("   waitpid says: %d has exited with status %d\n", (int)pid,
               WEXITSTATUS(status));
}

static void stop_and_continue(pid_t burner, pid_t other)
{
    int status;

    say("kill -STOP stops a process wherever it is. It keeps its memory, but"
        "\n   its TIME stands still until kill -CONT.");
    child_signal(burner, SIGSTOP);
    waitpid(burner, &status, WUNTRACED);
    show();
    say("kill -CONT, and it runs again where it was stopped; now the other"
        "\n   burner is stopped.");
    child_signal(burner, SIGCONT);
    child_signal(other, SIGSTOP);
    waitpid(other, &status, WUNTRACED);
    show();
}

/* Waits until PID has ended, but leaves it unreaped. */
static void child_wait_end(pid_t pid)
{
    struct procinfo p;
    int polls;

    for (polls = 0; polls < POLLS_MAX && proc_read(pid, &p); polls++) {
        proc_clear(&p);
        if (p.letter == 'Z')
            return;
        usleep(POLL_US);
    }
}

static void make_zombie(void)
{
    pid_t pid;

    say("A child has exited, but nobody has asked how. What is left is a"
        "\n   ZOMBIE: no memory, only an entry with its exit status.");
    pid = fork();
    if (pid < 0)
        give_up("fork");
    if (pid == 0)
        _exit(7);
    child_note(pid);
    child_wait_end(pid);
    show();
    say("waitpid takes the status, and the zombie is gone.");
    child_reap(pid);
    show();
}

static void make_orphan(void)
{
    int fds[2], polls;
    pid_t parent, orphan = 0;

    say("A parent that ends before its child: the child becomes an orphan,"
        "\n   and init (usually process 1) becomes its parent. See the PPID.");
    if (pipe(fds) < 0)
        give_up("pipe");
    parent = fork();
    if (parent < 0)
        give_up("fork");
    if (parent == 0) {
        orphan = fork();
        if (orphan == 0) {
            close(fds[0]);
            close(fds[1]);
            role_exec("sleeper");
        }
        _exit(write(fds[1], &orphan, sizeof(orphan)) < 0);
    }
    waitpid(parent, NULL, 0);
    if (read(fds[0], &orphan, sizeof(orphan)) != sizeof(orphan) || orphan < 0)
        give_up("fork");
    close(fds[0]);
    close(fds[1]);
    child_note(orphan);
    show();
    say("The orphan is killed. init reaps it, so no zombie is left.");
    child_signal(orphan, SIGTERM);
    for (polls = 0; kill(orphan, 0) == 0 && polls < POLLS_MAX; polls++)
        usleep(POLL_US);
    child_forget(orphan);
    show();
}

int main(int argc, char **argv)
{
    static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
    pid_t sleeper, first, second;
    size_t i;

    if (strcmp(argv[0], "sleeper") == 0 || strcmp(argv[0], "burner") == 0)
        role_play(argv[0]);
    self = argv[0];
    quick = argc == 2 && strcmp(argv[1], "-q") == 0;
    if (argc > 1 && !quick) {
        fprintf(stderr, "usage: demo [-q]\n");
        return 2;
    }
    for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        signal(ends[i], signal_end);

    say("This is demo, a process like any other. STATE says that it waits:"
        "\n   its child ps, which prints this, has the CPU.");
    show();
    say("fork makes three children: a sleeper, which waits for nothing in"
        "\n   particular, and two burners, which compute for ever.");
    sleeper = child_start("sleeper");
    first = child_start("burner");
    second = child_start("burner");
    show();
    say("The same a moment later: only the burners' TIME grows. With one CPU"
        "\n   both are READY here, for while ps looks, RUNNING is ps itself.");
    show();
    stop_and_continue(first, second);
    say("kill -KILL ends any process, the stopped one too. The sleeper gets"
        "\n   SIGTERM, which it could catch, but does not.");
    child_signal(second, SIGKILL);
    child_signal(first, SIGKILL);
    child_signal(sleeper, SIGTERM);
    child_reap(second);
    child_reap(first);
    child_reap(sleeper);
    show();
    make_zombie();
    make_orphan();
    printf("\nThat was all. Now you: spin & then ps -l, top, kill %%1.\n");
    return 0;
}
