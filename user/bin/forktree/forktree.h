/* SPDX-License-Identifier: MIT */
/* What the files of forktree offer each other. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#define NODES_MAX  400 /* each has a pipe, and a process 1024 descriptors */
#define NAME_BYTES 16
#define NOBODY     (-1)
#define ROOT       0
#define SEED_ANY   (-1)

/* A process. Its number is its place in this table. */
struct node {
    char name[NAME_BYTES];
    pid_t pid;  /* 0: it is gone */
    int parent; /* as /proc said when the tree was read, or NOBODY */
};

extern struct node nodes[NODES_MAX];
extern int node_count;

/* ---- actions.c: what is to happen, as text: a+b,b+c,c- ---- */

/* Where chance starts; SEED_ANY: each time elsewhere. */
void actions_seed(long seed);
/* COUNT of them by chance; FORKS: how probable a fork is. The caller frees it. */
char *actions_draw(int count, double forks);
/* Takes one apart. Returns: false if it is none; NAME is empty if it is an exit. */
bool action_parse(const char *action, char who[NAME_BYTES], char name[NAME_BYTES]);

/* ---- node.c: the processes ---- */

/* Starts the first one, who may fork COUNT others in all; IS_LOCAL: orphans go to
   the next ancestor that is there, not to the first process. */
void root_start(const char *name, int count, bool is_local);
int node_find(const char *name);
void node_fork(int parent, const char *name);
/* It exits, and its parent waits for it. */
void node_exit(int node);
/* All of them exit, the children first. */
void nodes_end(void);

/* ---- tree.c: how they hang together ---- */

/* Asks /proc for each one's parent. */
void tree_read(void);
bool node_has_children(int node);
void tree_print(const char *style);
bool style_is_known(const char *style);
