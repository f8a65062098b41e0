/* SPDX-License-Identifier: MIT */
/*
 * The attributes of posix_spawn(): group, session, signal mask and defaults,
 * real ids; each counts if its flag is set, and reads back
 * (posix_spawnattr_init(3)).
 */
#include "spawn-again.h"

static posix_spawnattr_t attr;

static bool is_ignored(int sig)
{
    struct sigaction act;

    return sigaction(sig, NULL, &act) == 0 && act.sa_handler == SIG_IGN;
}

static bool is_blocked(int sig)
{
    sigset_t mask;

    return sigprocmask(SIG_BLOCK, NULL, &mask) == 0 &&
           sigismember(&mask, sig) == 1;
}

static int child_main(const char *mode)
{
    if (strcmp(mode, "leader") == 0)
        return getpgrp() == getpid() && getsid(0) != getpid() ? 5 : 1;
    if (strcmp(mode, "session") == 0)
        return getsid(0) == getpid() ? 5 : 1;
    if (strcmp(mode, "inherited") == 0)
        return is_ignored(SIGUSR1) && is_ignored(SIGUSR2) &&
                       is_blocked(SIGTERM) && !is_blocked(SIGINT)
                   ? 5 : 1;
    if (strcmp(mode, "default") == 0)
        return !is_ignored(SIGUSR1) && is_ignored(SIGUSR2) ? 5 : 1;
    if (strcmp(mode, "mask") == 0)
        return is_blocked(SIGINT) && !is_blocked(SIGTERM) ? 5 : 1;
    return geteuid() == getuid() && getegid() == getgid() ? 5 : 1;
}

static int run(const char *mode, short flags)
{
    posix_spawnattr_setflags(&attr, flags);
    return spawn_run(mode, NULL, &attr);
}

int main(int argc, char **argv)
{
    sigset_t set, got;
    short flags = -1;
    pid_t group;

    if (argc > 1)
        return child_main(argv[1]);
    plan(18);
    spawn_program = argv[0];
    memset(&attr, 0xa5, sizeof attr);
    is(posix_spawnattr_init(&attr), 0, "init");
    posix_spawnattr_getflags(&attr, &flags);
    is(flags, 0, "no flag is set");
    is(posix_spawnattr_setpgroup(&attr, 0), 0, "setpgroup");
    is(run("leader", POSIX_SPAWN_SETPGROUP), 5, "group 0: one of its own");
    is(run("session", POSIX_SPAWN_SETSID), 5, "a session of its own");
    handle(SIGUSR1, SIG_IGN, 0);
    handle(SIGUSR2, SIG_IGN, 0);
    mask_one(SIG_BLOCK, SIGTERM);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    is(posix_spawnattr_setsigdefault(&attr, &set), 0, "setsigdefault");
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    is(posix_spawnattr_setsigmask(&attr, &set), 0, "setsigmask");
    is(run("inherited", 0), 5, "without flags all is inherited");
    is(run("default", POSIX_SPAWN_SETSIGDEF), 5, "signals to the default");
    is(run("mask", POSIX_SPAWN_SETSIGMASK), 5, "a mask");
    is(run("ids", POSIX_SPAWN_RESETIDS), 5, "the real ids");
    posix_spawnattr_setpgroup(&attr, 99999);
    is(run("x", POSIX_SPAWN_SETPGROUP), 100 + EPERM, "a group that is none");

    is(posix_spawnattr_setflags(&attr, 0x4000), EINVAL, "an unknown flag");
    posix_spawnattr_getflags(&attr, &flags);
    is(flags, POSIX_SPAWN_SETPGROUP, "flags read back");
    posix_spawnattr_getpgroup(&attr, &group);
    is(group, 99999, "the group too");
    posix_spawnattr_getsigmask(&attr, &got);
    ok(sigismember(&got, SIGINT) == 1 && sigismember(&got, SIGTERM) == 0,
       "the mask too");
    posix_spawnattr_getsigdefault(&attr, &got);
    ok(sigismember(&got, SIGUSR1) == 1 && sigismember(&got, SIGINT) == 0,
       "the defaults too");
    is(posix_spawnattr_destroy(&attr), 0, "destroy");
    return done();
}
