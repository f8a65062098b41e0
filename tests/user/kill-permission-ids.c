/* SPDX-License-Identifier: MIT */
/*
 * The sender's real or effective user must be the receiver's real or saved one;
 * the receiver's effective one does not count (kill(2)).
 * Needs: root
 */
#include "tap.h"

enum { A = 2001, B, C };

static const struct row {
    uid_t real, effective;          /* of the sender */
    uid_t to_real, to_effective, to_saved;
    bool may;
    const char *what;
} rows[] = {
    {A, B, C, C, B, true, "effective as saved"},
    {A, B, B, C, C, true, "effective as real"},
    {A, B, C, C, A, true, "real as saved"},
    {A, B, A, C, C, true, "real as real"},
    {A, B, C, A, C, false, "real as effective: EPERM"},
    {A, B, C, B, C, false, "effective as effective: EPERM"},
};
enum { ROWS = sizeof rows / sizeof *rows };

static int ready[2];

static int receives(void *arg)
{
    const struct row *row = arg;

    expect(setresuid(row->to_real, row->to_effective, row->to_saved) == 0);
    expect(write(ready[1], "r", 1) == 1);
    return child_pauses(NULL);
}

static pid_t receiver;

static int sends(void *arg)
{
    const struct row *row = arg;
    int result;

    expect(setresuid(row->real, row->effective, row->effective) == 0);
    result = kill(receiver, 0);
    expect(result == 0 || errno == EPERM);
    return result == 0;
}

int main(void)
{
    char c;

    need_root();
    plan(ROWS);
    must(pipe(ready));
    for (int i = 0; i < ROWS; i++) {
        receiver = child_start(receives, (void *)&rows[i]);
        must(read(ready[0], &c, 1));
        ok(exited_with(child_run(sends, (void *)&rows[i]), rows[i].may),
           rows[i].what);
        child_kill(receiver);
    }
    return done();
}
