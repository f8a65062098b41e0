/* SPDX-License-Identifier: MIT */
/*
 * After fork() each process has its own memory: data, heap and stack written
 * by the one are not seen by the other (fork(2)).
 */
#include "tap.h"

static volatile int in_data = 1;
static volatile int in_bss;

struct places {
    volatile int *heap;
    volatile int *stack;
    int go;
};

static int child_changes_all(void *arg)
{
    struct places *at = arg;
    char c;

    expect(in_data == 1 && in_bss == 0);
    expect(*at->heap == 3 && *at->stack == 4);
    in_data = in_bss = *at->heap = *at->stack = 99;
    expect(read(at->go, &c, 1) == 1);
    expect(in_data == 99 && in_bss == 99);
    expect(*at->heap == 99 && *at->stack == 99);
    return 0;
}

int main(void)
{
    volatile int local = 4;
    struct places at;
    int go[2];
    pid_t pid;

    plan(5);
    must(pipe(go));
    at.heap = malloc(sizeof *at.heap);
    *at.heap = 3;
    at.stack = &local;
    at.go = go[0];
    pid = child_start(child_changes_all, &at);
    in_data = 55;
    is(in_bss, 0, "the child's .bss is its own");
    is(*at.heap, 3, "the child's heap is its own");
    is(local, 4, "the child's stack is its own");
    must(write(go[1], "x", 1));
    ok(exited_with(child_wait(pid), 0), "the child saw only its own changes");
    is(in_data, 55, "the child's .data is its own");
    return done();
}
