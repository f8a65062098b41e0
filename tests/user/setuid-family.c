/* SPDX-License-Identifier: MIT */
/*
 * setuid, setreuid, setresuid and setfsuid, and their group forms: who may
 * set what, and what the ids are afterwards (credentials(7), setuid(2),
 * setreuid(2), setresuid(2), setfsuid(2)).
 * Needs: root
 */
#include "tap.h"

#include <sys/fsuid.h>

enum { A = 2001, B, C, D, KEEP = -1 };
enum call { SET, SET_TWO, SET_THREE, SET_FILE };

struct ids {
    int real, effective, saved;
};

static const struct row {
    const char *what;
    struct ids before;
    enum call call;
    struct ids args;
    int error;
    struct ids after;
    int file; /* the id for files afterwards */
} rows[] = {
    {"root: set", {0, 0, 0}, SET, {A, 0, 0}, 0, {A, A, A}, A},
    {"effective root: set", {A, 0, C}, SET, {B, 0, 0}, 0, {B, B, B}, B},
    {"set to the real", {A, B, C}, SET, {A, 0, 0}, 0, {A, A, C}, A},
    {"set to the saved", {A, B, C}, SET, {C, 0, 0}, 0, {A, C, C}, C},
    {"not to the effective", {A, B, C}, SET, {B, 0, 0}, EPERM, {A, B, C}, B},
    {"not to others", {A, B, C}, SET, {0, 0, 0}, EPERM, {A, B, C}, B},
    {"not to -1", {0, 0, 0}, SET, {KEEP, 0, 0}, EINVAL, {0, 0, 0}, 0},

    {"two: root", {0, 0, 0}, SET_TWO, {A, B, 0}, 0, {A, B, B}, B},
    {"two: swap", {A, B, C}, SET_TWO, {B, A, 0}, 0, {B, A, A}, A},
    {"two: effective from real", {A, B, C}, SET_TWO, {KEEP, A, 0}, 0,
     {A, A, C}, A},
    {"two: effective from saved", {A, B, C}, SET_TWO, {KEEP, C, 0}, 0,
     {A, C, C}, C},
    {"two: real from effective", {A, B, C}, SET_TWO, {B, KEEP, 0}, 0,
     {B, B, B}, B},
    {"two: real not from saved", {A, B, C}, SET_TWO, {C, KEEP, 0}, EPERM,
     {A, B, C}, B},
    {"two: others", {A, B, C}, SET_TWO, {KEEP, D, 0}, EPERM, {A, B, C}, B},
    {"two: nothing", {A, B, C}, SET_TWO, {KEEP, KEEP, 0}, 0, {A, B, C}, B},

    {"three: root", {0, 0, 0}, SET_THREE, {A, B, C}, 0, {A, B, C}, B},
    {"three: round", {A, B, C}, SET_THREE, {B, C, A}, 0, {B, C, A}, C},
    {"three: one", {A, B, C}, SET_THREE, {KEEP, KEEP, A}, 0, {A, B, A}, B},
    {"three: others", {A, B, C}, SET_THREE, {KEEP, KEEP, D}, EPERM,
     {A, B, C}, B},
    {"three: nothing", {A, B, C}, SET_THREE, {KEEP, KEEP, KEEP}, 0,
     {A, B, C}, B},

    {"file: from real", {A, B, C}, SET_FILE, {A, 0, 0}, 0, {A, B, C}, A},
    {"file: from saved", {A, B, C}, SET_FILE, {C, 0, 0}, 0, {A, B, C}, C},
    {"file: others", {A, B, C}, SET_FILE, {D, 0, 0}, 0, {A, B, C}, B},
    {"file: root", {0, 0, 0}, SET_FILE, {D, 0, 0}, 0, {0, 0, 0}, D},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* The calls of one kind of ids. */
static const struct kind {
    const char *name;
    int (*set)(unsigned int id);
    int (*set_two)(unsigned int real, unsigned int effective);
    int (*set_three)(unsigned int real, unsigned int effective,
                     unsigned int saved);
    int (*set_file)(unsigned int id);
    int (*get_three)(unsigned int *real, unsigned int *effective,
                     unsigned int *saved);
} kinds[] = {
    {"users", setuid, setreuid, setresuid, setfsuid, getresuid},
    {"groups", setgid, setregid, setresgid, setfsgid, getresgid},
};

struct job {
    const struct row *row;
    const struct kind *kind;
};

static int make_call(const struct kind *kind, const struct row *row)
{
    unsigned int real = (unsigned int)row->args.real;
    unsigned int effective = (unsigned int)row->args.effective;

    switch (row->call) {
    case SET:
        return kind->set(real);
    case SET_TWO:
        return kind->set_two(real, effective);
    case SET_THREE:
        return kind->set_three(real, effective,
                               (unsigned int)row->args.saved);
    case SET_FILE:
        return kind->set_file(real) == row->before.effective ? 0 : -1;
    }
    return -1;
}

static int child_changes(void *arg)
{
    const struct row *row = ((struct job *)arg)->row;
    const struct kind *kind = ((struct job *)arg)->kind;
    unsigned int real, effective, saved;
    int result, error;

    expect(kind->set_three((unsigned int)row->before.real,
                           (unsigned int)row->before.effective,
                           (unsigned int)row->before.saved) == 0);
    if (kind->set == setgid && row->before.effective != 0)
        expect(setresuid(A, A, A) == 0);
    result = make_call(kind, row);
    error = errno;
    expect(result == (row->error ? -1 : 0));
    expect(!row->error || error == row->error);
    expect(kind->get_three(&real, &effective, &saved) == 0);
    expect((int)real == row->after.real);
    expect((int)effective == row->after.effective);
    expect((int)saved == row->after.saved);
    expect(kind->set_file((unsigned int)-1) == row->file);
    return 0;
}

int main(void)
{
    char what[80];

    need_root();
    plan(2 * ROWS);
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < ROWS; i++) {
            struct job job = {&rows[i], &kinds[k]};

            snprintf(what, sizeof what, "%s, %s", kinds[k].name, rows[i].what);
            ok(exited_with(child_run(child_changes, &job), 0), what);
        }
    }
    return done();
}
