/* SPDX-License-Identifier: MIT */
/*
 * The processes: each does what it is told through a pipe of its own.
 *
 * A process can only be forked by its parent and only its parent can wait for it, so
 * both are told to the process concerned. It says when it is done through one pipe
 * that all share. When forktree ends, however it does, nobody holds the other ends
 * any more, and each process reads the end of its pipe and exits.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "forktree.h"

/* What a process is told: to fork the node ARG, to wait for the process ARG, to exit. */
struct order {
    enum { FORK, WAIT, EXIT } what;
    int arg;
};

struct node nodes[NODES_MAX];
int node_count;

static int pipes[NODES_MAX][2], pipe_count;
static int answers[2];
static bool is_reparent_local;

static void answer_write(int answer)
{
    if (write(answers[1], &answer, sizeof(answer)) != sizeof(answer))
        _exit(1);
}

/* Keeps only what a process needs: the pipes through which the others are told. */
static void pipes_leave(void)
{
    for (int i = 0; i < pipe_count; i++)
        close(pipes[i][1]);
    close(answers[0]);
}

/* Says whether the orphans among NODE's descendants shall be its children. */
static void orphans_take(int node)
{
    prctl(PR_SET_CHILD_SUBREAPER, node == ROOT || is_reparent_local);
}

/* A process's life: NODE is who it is. */
static void __attribute__((noreturn)) node_live(int node)
{
    struct order order;
    pid_t pid;

    orphans_take(node);
    while (read(pipes[node][0], &order, sizeof(order)) == sizeof(order) &&
           order.what != EXIT) {
        pid = order.what == FORK ? fork() : waitpid((pid_t)order.arg, NULL, 0);
        if (pid == 0) {
            node = order.arg;
            orphans_take(node);
        } else {
            answer_write((int)pid);
        }
    }
    _exit(0);
}

static void node_tell(int node, struct order order)
{
    if (write(pipes[node][1], &order, sizeof(order)) != sizeof(order))
        err(1, "%s", nodes[node].name);
}

/* Returns: what NODE says when it has done ORDER. */
static int node_ask(int node, struct order order)
{
    int answer;

    node_tell(node, order);
    if (read(answers[0], &answer, sizeof(answer)) != sizeof(answer))
        errx(1, "%s is gone", nodes[node].name);
    return answer;
}

static void node_enter(const char *name, pid_t pid, int parent)
{
    struct node *node = &nodes[node_count];

    if (pid < 0)
        errx(1, "%s cannot be forked", name);
    strcpy(node->name, name);
    node->pid = pid;
    node->parent = parent;
    node_count++;
}

void root_start(const char *name, int count, bool is_local)
{
    pid_t pid;

    if (count >= NODES_MAX)
        errx(1, "more than %d forks", NODES_MAX - 1);
    is_reparent_local = is_local;
    for (pipe_count = 0; pipe_count <= count; pipe_count++) {
        if (pipe(pipes[pipe_count]) < 0)
            err(1, "pipe");
    }
    if (pipe(answers) < 0)
        err(1, "pipe");
    pid = fork();
    if (pid == 0) {
        pipes_leave();
        node_live(ROOT);
    }
    close(answers[1]);
    node_enter(name, pid, NOBODY);
}

int node_find(const char *name)
{
    for (int i = 0; i < node_count; i++) {
        if (nodes[i].pid && strcmp(nodes[i].name, name) == 0)
            return i;
    }
    return NOBODY;
}

void node_fork(int parent, const char *name)
{
    int pid = node_ask(parent, (struct order){ FORK, node_count });

    node_enter(name, (pid_t)pid, parent);
}

void node_exit(int node)
{
    pid_t pid = nodes[node].pid;

    node_tell(node, (struct order){ EXIT, 0 });
    if (node == ROOT)
        waitpid(pid, NULL, 0);
    else
        node_ask(nodes[node].parent, (struct order){ WAIT, pid });
    nodes[node].pid = 0;
}

void nodes_end(void)
{
    while (nodes[ROOT].pid) {
        int node = node_count - 1;

        while (nodes[node].pid == 0 || node_has_children(node))
            node--;
        node_exit(node);
    }
}
