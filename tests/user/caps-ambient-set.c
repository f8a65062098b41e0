/* SPDX-License-Identifier: MIT */
/*
 * The ambient set: capabilities that a program without rights of its own has
 * after exec (prctl(2), PR_CAP_AMBIENT; capabilities(7)).
 * Needs: root
 */
#include "capset.h"

#include <sys/prctl.h>

enum { AMBIENT = 47, IS_SET = 1, RAISE, LOWER, CLEAR_ALL, NO_RAISE_BIT = 0x40 };
enum { CHOWN = 0, KILL = 5, SETPCAP = 8, TOO_HIGH = 63, USER = 2001 };
enum { HAS_KILL = 10, HAS_NONE, HAS_OTHERS };

static int ambient(unsigned long what, unsigned long cap)
{
    return prctl(AMBIENT, what, cap, 0UL, 0UL);
}

static int run(const char *path)
{
    execl(path, "look", "look", (char *)NULL);
    return 1;
}

/* KILL is inheritable then, and ambient. */
static void raise_kill(void)
{
    struct caps caps = caps_get();

    caps.inheritable = CAP_BIT(KILL);
    expect(caps_set(caps) == 0 && ambient(RAISE, KILL) == 0);
    expect(ambient(IS_SET, KILL) == 1);
}

static int child_raises(void *unused)
{
    struct caps caps = caps_get();

    (void)unused;
    expect(ambient(IS_SET, KILL) == 0);
    expect(ambient(RAISE, KILL) == -1 && errno == EPERM);
    raise_kill();
    expect(ambient(RAISE, CHOWN) == -1 && errno == EPERM);
    expect(ambient(LOWER, KILL) == 0 && ambient(IS_SET, KILL) == 0);
    expect(ambient(RAISE, KILL) == 0 && ambient(CLEAR_ALL, 0) == 0);
    expect(ambient(IS_SET, KILL) == 0 && ambient(RAISE, KILL) == 0);
    expect(caps_set(caps) == 0 && ambient(IS_SET, KILL) == 0);
    raise_kill();
    expect(prctl(PR_SET_SECUREBITS, (unsigned long)NO_RAISE_BIT) == 0);
    expect(ambient(RAISE, KILL) == -1 && errno == EPERM);
    expect(ambient(IS_SET, KILL) == 1);
    return 0;
}

static int child_errs(void *unused)
{
    static const unsigned long bad[][4] = {
        {IS_SET, TOO_HIGH, 0, 0}, {IS_SET, KILL, 1, 0}, {RAISE, KILL, 0, 1},
        {CLEAR_ALL, KILL, 0, 0},  {CLEAR_ALL, 0, 1, 0}, {0, KILL, 0, 0},
        {5, KILL, 0, 0},          {5, TOO_HIGH, 0, 0},
    };

    (void)unused;
    for (unsigned int i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        errno = 0;
        expect(prctl(AMBIENT, bad[i][0], bad[i][1], bad[i][2], bad[i][3]) == -1);
        expect(errno == EINVAL);
    }
    return 0;
}

static int child_keeps(void *path)
{
    raise_kill();
    expect(prctl(PR_SET_SECUREBITS, 4UL) == 0); /* the ids take nothing away */
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    return run(path);
}

static int child_changes_user(void *unused)
{
    (void)unused;
    raise_kill();
    expect(prctl(PR_SET_KEEPCAPS, 1UL) == 0);
    expect(setuid(USER) == 0 && ambient(IS_SET, KILL) == 0);
    expect(caps_get().permitted & CAP_BIT(KILL));
    return run("/proc/self/exe");
}

/* What run() has become. */
static int look(void)
{
    struct caps caps = caps_get();

    if (caps.effective != caps.permitted)
        return 1;
    if (caps.effective == CAP_BIT(KILL) && ambient(IS_SET, KILL) == 1)
        return HAS_KILL;
    return caps.effective || ambient(IS_SET, KILL) ? HAS_OTHERS : HAS_NONE;
}

/* A copy of the program that lends its group's identity. */
static void copy_make(const char *name)
{
    static char buf[4096];
    int in = (int)must(open("/proc/self/exe", O_RDONLY));
    int out = (int)must(open(name, O_WRONLY | O_CREAT, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n));
    must(close(in));
    must(close(out));
    must(chown(name, 0, USER + 1));
    must(chmod(name, 02755));
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1)
        return look();
    need_root();
    plan(5);
    ok(exited_with(child_run(child_raises, NULL), 0), "raised and lowered");
    ok(exited_with(child_run(child_errs, NULL), 0), "bad arguments");
    ok(exited_with(child_run(child_keeps, (void *)(uintptr_t)"/proc/self/exe"),
                   HAS_KILL), "a program has what is ambient");
    copy_make("set-group-id");
    ok(exited_with(child_run(child_keeps, (void *)(uintptr_t)"set-group-id"),
                   HAS_NONE), "but none that changes its identity");
    ok(exited_with(child_run(child_changes_user, NULL), HAS_NONE),
       "and none once root has become another");
    return done();
}
