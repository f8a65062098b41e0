/* SPDX-License-Identifier: MIT */
/*
 * After fork() every page of a large memory is private to each process, in
 * whichever order they write (fork(2)).
 */
#include "tap.h"

enum { PAGE = 4096, PAGES = 700, STEP = 7 };

static char memory[PAGES][PAGE];

static int child_writes_some(void *arg)
{
    int *go = arg;
    char c;

    for (int i = 0; i < PAGES; i += STEP)
        memory[i][i] = 'c';
    expect(read(go[0], &c, 1) == 1);
    for (int i = 0; i < PAGES; i++)
        expect(memory[i][i] == (i % STEP == 0 ? 'c' : 'm'));
    return 0;
}

int main(void)
{
    bool is_same = true;
    int go[2];
    pid_t pid;

    plan(2);
    must(pipe(go));
    for (int i = 0; i < PAGES; i++)
        memory[i][i] = 'm';
    pid = child_start(child_writes_some, go);
    for (int i = 0; i < PAGES; i++) {
        is_same = is_same && memory[i][i] == 'm';
        memory[i][i] = 'p';
    }
    must(write(go[1], "x", 1));
    ok(exited_with(child_wait(pid), 0), "the child sees none of the parent's");
    for (int i = 0; i < PAGES; i++)
        is_same = is_same && memory[i][i] == 'p';
    ok(is_same, "the parent sees none of the child's");
    return done();
}
