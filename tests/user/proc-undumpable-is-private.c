/* SPDX-License-Identifier: MIT */
/*
 * What a process that has given up an identity holds is not shown to others of its
 * new user: what is in /proc/[pid] belongs to root and cannot be opened, but the
 * process itself may look (proc(5), prctl(2) PR_SET_DUMPABLE).
 *
 * Needs: root
 */
#include "tap.h"

#include <dirent.h>
#include <sys/prctl.h>

enum { USER = 2001 };

/* What is shown of it: LINK to be read, OPEN to be opened. Of whom one may look
 * into it, and of whom one may not. */
static const struct row {
    const char *name;
    bool is_link, is_open_to_all, is_always_users;
    mode_t mode;
} rows[] = {
    {".", false, true, true, S_IFDIR | 0555},
    {"exe", true, false, false, S_IFLNK | 0777},
    {"cwd", true, false, false, S_IFLNK | 0777},
    {"root", true, false, false, S_IFLNK | 0777},
    {"fd", false, false, false, S_IFDIR | 0500},
    {"fdinfo", false, false, true, S_IFDIR | 0555},
    {"task", false, true, true, S_IFDIR | 0555},
    {"maps", false, false, false, S_IFREG | 0444},
    {"environ", false, false, false, S_IFREG | 0400},
    {"status", false, true, false, S_IFREG | 0444},
    {"stat", false, true, false, S_IFREG | 0444},
    {"comm", false, true, false, S_IFREG | 0644},
    {"limits", false, true, false, S_IFREG | 0444},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Whether it is as ROW says to somebody who MAY_LOOK or may not. */
static bool row_holds(pid_t pid, const struct row *row, bool is_dumpable,
                      bool may_look)
{
    uid_t owner = is_dumpable || row->is_always_users ? USER : 0;
    bool is_open = may_look || row->is_open_to_all;
    char path[64], text[256];
    struct stat st;
    int fd;

    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, row->name);
    expect(lstat(path, &st) == 0);
    if (st.st_mode != row->mode || st.st_uid != owner || st.st_gid != owner)
        return false;
    if (row->is_link)
        return (readlink(path, text, sizeof text) > 0) == is_open;
    fd = open(path, O_RDONLY);
    if (fd == -1)
        return !is_open && errno == EACCES;
    close(fd);
    return is_open;
}

static void rows_hold(pid_t pid, bool is_dumpable, bool may_look)
{
    for (int i = 0; i < ROWS; i++)
        if (!row_holds(pid, &rows[i], is_dumpable, may_look)) {
            diag("/proc/%d/%s", (int)pid, rows[i].name);
            _exit(TAP_CHILD_FAILED);
        }
}

static int child_of_user(void *is_dumpable)
{
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(prctl(PR_SET_DUMPABLE, is_dumpable != NULL) == 0);
    return child_pauses(NULL);
}

static int child_looks(void *is_dumpable)
{
    pid_t other = child_start(child_of_user, is_dumpable);
    char path[64];

    expect(wait_until(is_asleep(other)));
    rows_hold(other, is_dumpable != NULL, true); /* root may */
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    rows_hold(other, is_dumpable != NULL, is_dumpable != NULL);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "/proc/%d/%s/0", (int)other,
                 i ? "fd" : "fdinfo");
        expect((access(path, F_OK) == 0) == (is_dumpable != NULL));
    }
    kill(other, SIGKILL);
    return 0;
}

/* A process sees all of its own but what its mode keeps from it. */
static int child_looks_at_self(void *unused)
{
    (void)unused;
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    for (int i = 0; i < ROWS; i++)
        expect(row_holds(getpid(), &rows[i], false,
                         strcmp(rows[i].name, "environ") != 0));
    expect(open("/proc/self/fd/0", O_RDONLY) >= 0);
    expect(access("/proc/self/fdinfo/0", F_OK) == 0);
    return 0;
}

static int child_looks_at_init(void *unused)
{
    (void)unused;
    expect(setgid(USER) == 0 && setuid(USER) == 0);
    expect(open("/proc/1/maps", O_RDONLY) == -1 && errno == EACCES);
    expect(open("/proc/1/fdinfo", O_RDONLY) == -1 && errno == EACCES);
    expect(open("/proc/1/stat", O_RDONLY) >= 0);
    return 0;
}

int main(void)
{
    static int yes;

    need_root();
    plan(4);
    ok(exited_with(child_run(child_looks, &yes), 0), "one that is dumpable");
    ok(exited_with(child_run(child_looks, NULL), 0), "one that is not");
    ok(exited_with(child_run(child_looks_at_self, NULL), 0), "and itself");
    ok(exited_with(child_run(child_looks_at_init, NULL), 0), "root's");
    return done();
}
