/* SPDX-License-Identifier: MIT */
/*
 * What another user's process has open is not shown: EACCES; what it is called is
 * (proc(5)).
 *
 * Needs: root
 */
#include "tap.h"

static pid_t other;

static const char *other_path(const char *name)
{
    static char path[64];

    snprintf(path, sizeof path, "/proc/%d/%s", (int)other, name);
    return path;
}

static int child_looks(void *unused)
{
    static const char *const links[] = {"exe", "cwd", "root"};
    char text[64];

    (void)unused;
    expect(setgid(2002) == 0 && setuid(2002) == 0);
    for (int i = 0; i < 3; i++)
        expect(readlink(other_path(links[i]), text, 64) == -1 &&
               errno == EACCES);
    expect(open(other_path("fd"), O_RDONLY) == -1 && errno == EACCES);
    expect(open(other_path("fd/0"), O_RDONLY) == -1 && errno == EACCES);
    expect(open(other_path("environ"), O_RDONLY) == -1 && errno == EACCES);
    expect(open(other_path("comm"), O_WRONLY) == -1 && errno == EACCES);
    expect(file_read(other_path("comm"), text, sizeof text) > 0);
    expect(access(other_path("status"), R_OK) == 0);
    expect(readlink("/proc/self/exe", text, 64) > 0);
    return 0;
}

static int child_pauses_as_user(void *unused)
{
    (void)unused;
    expect(setgid(2001) == 0 && setuid(2001) == 0);
    return child_pauses(NULL);
}

int main(void)
{
    struct stat st;
    char text[64];

    need_root();
    plan(4);
    other = child_start(child_pauses_as_user, NULL);
    ok(wait_until(is_asleep(other)), "another user's process");
    ok(exited_with(child_run(child_looks, NULL), 0), "is private");
    ok(readlink(other_path("exe"), text, sizeof text) > 0, "but not from root");
    ok(stat(other_path("comm"), &st) == 0 && st.st_mode == (S_IFREG | 0644),
       "comm's mode");
    child_kill(other);
    return done();
}
