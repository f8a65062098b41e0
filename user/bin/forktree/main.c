/* SPDX-License-Identifier: MIT */
/*
 * forktree [-ctFLR] [-A ACTION,...] [-a COUNT] [-f SHARE] [-s SEED] [-P STYLE]
 *
 * The homework of OSTEP's chapter 5 with real processes: how does the tree look after
 * each fork and exit? The arguments are those of the book's fork.py, and with the same
 * seed so are the actions. Each letter is a process, and /proc says whose child it is.
 * The first process, a, takes in orphans like process 1 does (PR_SET_CHILD_SUBREAPER);
 * with -R each does. Without it fork.py has not only the children of who exits go to a,
 * but all descendants; no kernel does: the children of an orphan stay its children.
 * Exit status: 0, 1 if it could not be done, or 2 for wrong usage.
 */
#include <err.h>
#include <getopt.h>
#include <measure.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "forktree.h"

#define ACTIONS_DEFAULT 5
#define FORKS_DEFAULT   0.7
#define FORKS_LEAST     0.001 /* the book's */
#define STATUS_USAGE    2
#define TITLE           "                           Process Tree:\n"
#define TITLE_FINAL     "\n                        Final Process Tree"

static const struct option long_options[] = {
    { "seed", required_argument, NULL, 's' },
    { "forks", required_argument, NULL, 'f' },
    { "action_list", required_argument, NULL, 'A' },
    { "actions", required_argument, NULL, 'a' },
    { "show_tree", no_argument, NULL, 't' },
    { "print_style", required_argument, NULL, 'P' },
    { "final_only", no_argument, NULL, 'F' },
    { "leaf_only", no_argument, NULL, 'L' },
    { "local_reparent", no_argument, NULL, 'R' },
    { "compute", no_argument, NULL, 'c' },
    { "help", no_argument, NULL, 'h' },
    { NULL, 0, NULL, 0 },
};

static bool has_trees, is_solved; /* -t: trees are shown, actions are asked for */
static bool is_final_only, is_leaf_only, is_local;
static const char *style = "fancy";

static int usage(int status)
{
    fprintf(status ? stderr : stdout,
            "usage: forktree [options]\n"
            "  -A a+b,b+c,c-  the actions: a forks b, b forks c, c exits\n"
            "  -a COUNT       that many by chance (5)\n"
            "  -f SHARE       how many of them are forks (0.7)\n"
            "  -s SEED        where chance starts (each time elsewhere)\n"
            "  -t             show the trees and ask for the actions\n"
            "  -c             show the answers\n"
            "  -F             show only the last tree\n"
            "  -L             only those without children exit\n"
            "  -R             orphans go to the next ancestor, not to a\n"
            "  -P STYLE       how trees are drawn: fancy, line1, line2, basic\n");
    return status;
}

static double share_read(const char *text)
{
    char *end;
    double value = strtod(text, &end);

    if (end == text || *end || !(value >= 0 && value <= 1))
        errx(STATUS_USAGE, "%s: not a number from 0 to 1", text);
    return value;
}

static void give_up(const char *action)
{
    fflush(stdout);
    errx(1, "bad action (%s), must be X+Y or X- where X and Y are processes", action);
}

/* Does ACTION and says in TEXT what was done. */
static void action_do(const char *action, char *text, size_t size)
{
    char who[NAME_BYTES], name[NAME_BYTES];
    int node = NOBODY;

    if (action_parse(action, who, name))
        node = node_find(who);
    if (node == NOBODY || (*name && node_find(name) != NOBODY))
        give_up(action);
    if (*name) {
        node_fork(node, name);
        snprintf(text, size, "%s forks %s", who, name);
    } else if (node == ROOT) {
        errx(1, "root process: cannot exit");
    } else if (is_leaf_only && node_has_children(node)) {
        snprintf(text, size, "%s EXITS (failed: has children)", who);
    } else {
        node_exit(node);
        snprintf(text, size, "%s EXITS", who);
    }
    tree_read();
}

static void actions_run(char *list)
{
    char text[3 * NAME_BYTES + sizeof(" EXITS (failed: has children)")];
    char *action;

    while ((action = strsep(&list, ",")) != NULL) {
        action_do(action, text, sizeof(text));
        if (has_trees && !is_solved)
            printf("Action?\n");
        else
            printf("Action: %s\n", text);
        if (is_final_only)
            continue;
        if (has_trees || is_solved)
            tree_print(style);
        else
            printf("Process Tree?\n");
    }
    if (!is_final_only)
        return;
    printf(TITLE_FINAL "%s\n", has_trees || is_solved ? ":" : "?\n");
    if (has_trees || is_solved) {
        tree_print(style);
        printf("\n");
    }
}

static int forks_count(const char *list)
{
    int count = 0;

    for (; *list; list++)
        count += *list == '+';
    return count;
}

/* Takes one option without argument. Returns: false if it is none. */
static bool flag_take(int c)
{
    static const struct {
        int option;
        bool *flag;
    } flags[] = {
        { 't', &has_trees }, { 'c', &is_solved }, { 'F', &is_final_only },
        { 'L', &is_leaf_only }, { 'R', &is_local },
    };

    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
        if (flags[i].option == c)
            return *flags[i].flag = true;
    }
    return false;
}

/* Starts the tree and does what LIST says. */
static void run(char *list)
{
    root_start("a", forks_count(list), is_local);
    atexit(nodes_end);
    printf("\n" TITLE);
    tree_read();
    tree_print(style);
    printf("\n");
    if (*list)
        actions_run(list);
}

int main(int argc, char *argv[])
{
    long count = ACTIONS_DEFAULT;
    double forks = FORKS_DEFAULT;
    char *list = NULL;
    long seed = SEED_ANY;
    int c;

    while ((c = getopt_long(argc, argv, "s:f:A:a:tP:FLRch", long_options, NULL)) != -1) {
        if (c == 's')
            seed = number_read(optarg, SEED_ANY);
        else if (c == 'f')
            forks = share_read(optarg);
        else if (c == 'A')
            list = optarg;
        else if (c == 'a')
            count = number_read(optarg, 0);
        else if (c == 'P')
            style = optarg;
        else if (!flag_take(c))
            return usage(c == 'h' ? 0 : STATUS_USAGE);
    }
    if (optind < argc || !style_is_known(style))
        return usage(STATUS_USAGE);
    if (count >= NODES_MAX)
        errx(STATUS_USAGE, "more than %d actions", NODES_MAX - 1);
    if (list == NULL && forks <= FORKS_LEAST)
        errx(STATUS_USAGE, "without forks nobody is there who could exit");
    actions_seed(seed);
    run(list ? list : actions_draw((int)count, forks));
    return 0;
}
