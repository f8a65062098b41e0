/* SPDX-License-Identifier: MIT */
/*
 * The limits of another process are for who has CAP_SYS_RESOURCE, or whose real
 * user and group are all six of the other's (prlimit(2)).
 * Needs: root
 */
#include "capset.h"

#include <sys/resource.h>

enum { A = 2001, B, SYS_RESOURCE = 24 };

static const struct row {
    uid_t caller;               /* all its users and groups */
    bool is_weak;               /* a root without CAP_SYS_RESOURCE */
    uid_t real, effective, saved;
    gid_t group, saved_group;   /* of the other */
    bool may;
    const char *what;
} rows[] = {
    {A, false, A, A, A, A, A, true, "all ids are the caller's"},
    {A, false, A, A, B, A, A, false, "but for the saved user: EPERM"},
    {A, false, A, B, A, A, A, false, "but for the effective user: EPERM"},
    {A, false, B, A, A, A, A, false, "but for the real user: EPERM"},
    {A, false, A, A, A, A, B, false, "but for the saved group: EPERM"},
    {0, false, A, A, A, A, A, true, "root may, if he has that capability"},
    {0, true, A, A, A, A, A, false, "not without CAP_SYS_RESOURCE: EPERM"},
};
enum { ROWS = sizeof rows / sizeof *rows };

static int ready[2];
static pid_t other;

static int is_asked(void *arg)
{
    const struct row *row = arg;

    expect(setresgid(row->group, row->group, row->saved_group) == 0);
    expect(setresuid(row->real, row->effective, row->saved) == 0);
    expect(write(ready[1], "r", 1) == 1);
    return child_pauses(NULL);
}

static int asks(void *arg)
{
    const struct row *row = arg;
    struct rlimit limit;
    int result;
    bool may;

    expect(setresgid(row->caller, row->caller, row->caller) == 0);
    expect(setresuid(row->caller, row->caller, row->caller) == 0);
    if (row->is_weak) {
        struct caps caps = caps_get();
        caps.effective &= ~CAP_BIT(SYS_RESOURCE);
        expect(caps_set(caps) == 0);
    }
    may = row->may && (row->caller || caps_get().effective & CAP_BIT(SYS_RESOURCE));
    result = prlimit(other, RLIMIT_CORE, NULL, &limit);
    expect(result == 0 || errno == EPERM);
    return (result == 0) == may;
}

int main(void)
{
    char c;

    need_root();
    plan(ROWS);
    must(pipe(ready));
    for (int i = 0; i < ROWS; i++) {
        other = child_start(is_asked, (void *)&rows[i]);
        must(read(ready[0], &c, 1));
        ok(exited_with(child_run(asks, (void *)&rows[i]), 1),
           rows[i].what);
        child_kill(other);
    }
    return done();
}
