/* SPDX-License-Identifier: MIT */
/*
 * When a process ends, the words on its robust list that hold its tid are marked
 * FUTEX_OWNER_DIED and one waiter of each is woken; a list that goes in a circle or
 * to nowhere does no harm; exec counts as the end (get_robust_list(2)).
 */
#include "tap.h"

#include "futex.h"

#define DIED 0x40000000u
#define WAITERS 0x80000000u

enum { SET_ROBUST_LIST = 311, GET_ROBUST_LIST = 312, LOCKS = 4 };

struct lock {
    struct lock *next;
    volatile unsigned word;
};

struct head {
    struct lock *next;
    long offset;
    struct lock *pending;
};

/* What parent and child share. */
static struct shared {
    struct head head;
    struct lock lock[LOCKS];
    volatile unsigned is_ready;
} *shared;

static long set_list(void *head, size_t len)
{
    return syscall(SET_ROBUST_LIST, head, len);
}

static int child_dies_holding(void *arg)
{
    struct head *head = &shared->head;
    unsigned tid = (unsigned)getpid();

    shared->lock[0].word = tid;
    shared->lock[1].word = tid | WAITERS;
    shared->lock[2].word = tid + 1;
    shared->lock[3].word = tid;
    for (int i = 0; i < 3; i++)
        shared->lock[i].next = &shared->lock[(i + 1) % 3]; /* a circle */
    *head = (struct head){&shared->lock[0], offsetof(struct lock, word),
                          &shared->lock[3]};
    expect(set_list(head, sizeof *head) == 0);
    shared->is_ready = tid;
    expect(futex(&shared->is_ready, WAIT, tid, NULL, NULL, 0) == 0);
    if (arg)
        execl("/proc/self/exe", "again", (char *)NULL);
    return 0;
}

static int child_is_lost(void *unused)
{
    (void)unused;
    expect(set_list((void *)16, sizeof(struct head)) == 0);
    return 0;
}

static void check_end(void *arg)
{
    unsigned tid;
    pid_t waiter, owner;

    shared->is_ready = 0;
    owner = child_start(child_dies_holding, arg);
    if (!wait_until(shared->is_ready && proc_state(owner) == 'S'))
        tap_bail("the owner");
    tid = shared->is_ready;
    waiter = futex_waiter(&shared->lock[1].word, 0);
    futex(&shared->is_ready, WAKE, 1, NULL, NULL, 0);
    if (!exited_with(child_wait(owner), 0))
        tap_bail("the owner's end");
    ok(exited_with(child_wait(waiter), 0), "the waiter is woken");
    is(shared->lock[0].word, DIED, "a word without waiters");
    is(shared->lock[1].word, DIED | WAITERS, "a word with waiters");
    is(shared->lock[2].word, tid + 1, "another's word is left alone");
    is(shared->lock[3].word, DIED, "the pending one");
}

int main(int argc, char **argv)
{
    struct head head = {0}, *found;
    size_t len = 0;

    if (argc > 0 && strcmp(argv[0], "again") == 0) /* after exec: no list */
        return syscall(GET_ROBUST_LIST, 0, &found, &len) == -1 || found != NULL;

    plan(16);
    shared = (void *)(uintptr_t)futex_words();
    check_end(NULL);
    check_end(shared);
    ok(exited_with(child_run(child_is_lost, NULL), 0), "a list nowhere");
    fails(set_list(&head, sizeof head + 1), EINVAL, "another size: EINVAL");
    is(set_list(&head, sizeof head), 0, "the right size");
    is(syscall(GET_ROBUST_LIST, 0, &found, &len), 0, "get_robust_list");
    ok(found == &head && len == sizeof head, "tells both");
    fails(syscall(GET_ROBUST_LIST, 999999, &found, &len), ESRCH,
          "of nobody: ESRCH");
    return done();
}
