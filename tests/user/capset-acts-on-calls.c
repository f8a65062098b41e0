/* SPDX-License-Identifier: MIT */
/*
 * A capability alone lets a call through, and root without it is refused
 * (capabilities(7)).
 * Needs: root
 */
#include "capset.h"

#include <grp.h>
#include <sys/resource.h>
#include <sys/sysmacros.h>

enum {
    CHOWN = 0, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, KILL = 5, SETGID, SETUID,
    IPC_LOCK = 14, SYS_CHROOT = 18, SYS_NICE = 23, SYS_RESOURCE, MKNOD = 27,
    USER = 2001
};

static pid_t other;

static long call_chown(void) { return chown("own", USER, USER); }
static long call_write(void) { return open("other", O_RDWR); }
static long call_read(void) { return open("other", O_RDONLY); }
static long call_chmod(void) { return chmod("other", 0600); }
static long call_unlink(void) { return unlink("sticky/other"); }
static long call_kill(void) { return kill(other, 0); }
static long call_setgid(void) { return setgid(USER); }
static long call_setgroups(void) { return setgroups(0, NULL); }
static long call_setuid(void) { return setuid(USER); }
static long call_seteuid(void) { return seteuid(USER); }
static long call_chroot(void) { return chroot("."); }
static long call_mknod(void) { return mknod("device", S_IFCHR, makedev(1, 3)); }
static long call_nice(void) { return nice(-1); }
static long call_setpriority(void) { return setpriority(PRIO_PROCESS, 0, -1); }

static long call_setrlimit(void)
{
    struct rlimit none = {0, 0}, more = {1, 1};

    expect(setrlimit(RLIMIT_CORE, &none) == 0);
    return setrlimit(RLIMIT_CORE, &more);
}

/* CAP, or one that does as well, makes CALL succeed; without both: ERROR. */
static const struct row {
    const char *what;
    long (*call)(void);
    int cap, also, error;
    bool is_rare; /* root in a container may lack it: only seen to be needed */
} rows[] = {
    {"chown", call_chown, CHOWN, CHOWN, EPERM, false},
    {"open to write", call_write, DAC_OVERRIDE, DAC_OVERRIDE, EACCES, false},
    {"open to read", call_read, DAC_OVERRIDE, DAC_READ_SEARCH, EACCES, false},
    {"open to read, too", call_read, DAC_READ_SEARCH, DAC_OVERRIDE, EACCES, true},
    {"chmod", call_chmod, FOWNER, FOWNER, EPERM, false},
    {"unlink", call_unlink, FOWNER, FOWNER, EPERM, false},
    {"kill", call_kill, KILL, KILL, EPERM, false},
    {"setgid", call_setgid, SETGID, SETGID, EPERM, false},
    {"setgroups", call_setgroups, SETGID, SETGID, EPERM, false},
    {"setuid", call_setuid, SETUID, SETUID, EPERM, false},
    {"seteuid", call_seteuid, SETUID, SETUID, EPERM, false},
    {"chroot", call_chroot, SYS_CHROOT, SYS_CHROOT, EPERM, false},
    {"mknod", call_mknod, MKNOD, MKNOD, EPERM, true},
    {"nice", call_nice, SYS_NICE, SYS_NICE, EPERM, true},
    {"setpriority", call_setpriority, SYS_NICE, SYS_NICE, EACCES, true},
    {"setrlimit", call_setrlimit, SYS_RESOURCE, SYS_RESOURCE, EPERM, true},
};

static int child_without(void *arg)
{
    const struct row *row = arg;
    struct caps caps = caps_get();

    caps.effective &= ~(CAP_BIT(row->cap) | CAP_BIT(row->also));
    expect(caps_set(caps) == 0);
    expect(row->call() == -1 && errno == row->error);
    return 0;
}

static int child_with(void *arg)
{
    const struct row *row = arg;
    unsigned long long cap = CAP_BIT(row->cap);

    expect(caps_set((struct caps){cap, cap, 0}) == 0);
    expect(row->call() != -1);
    return 0;
}

static int child_of_user(void *unused)
{
    (void)unused;
    expect(setuid(USER) == 0);
    return child_pauses(NULL);
}

static void files_make(void)
{
    must(mkdir("sticky", 0777));
    file_write("own", "");
    file_write("other", "");
    file_write("sticky/other", "");
    must(chmod("other", 0600));
    must(chmod("sticky", 01777));
    must(chown("other", USER, USER));
    must(chown("sticky/other", USER, USER));
    must(chown("sticky", USER, USER));
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };

    need_root();
    plan(ROWS);
    files_make();
    other = child_start(child_of_user, NULL);
    must(wait_until(is_asleep(other)) - 1);
    for (int i = 0; i < ROWS; i++) {
        void *row = (void *)(uintptr_t)&rows[i];

        ok(exited_with(child_run(child_without, row), 0) &&
               (rows[i].is_rare || exited_with(child_run(child_with, row), 0)),
           rows[i].what);
    }
    child_kill(other);
    return done();
}
