/* SPDX-License-Identifier: MIT */
/*
 * chdir() and fchdir() change where relative names start, getcwd() tells
 * it, and a child has its own (chdir(2), getcwd(3)).
 */
#include "tap.h"
#include "raw.h"

static int child_goes(void *unused)
{
    (void)unused;
    return chdir("/");
}

int main(void)
{
    char start[256], here[256], want[300];
    int fd;

    plan(14);
    ok(getcwd(start, sizeof start) == start && start[0] == '/', "getcwd");
    must(mkdir("d", 0755));
    must(mkdir("d/e", 0755));
    fd = (int)must(open(".", O_RDONLY));
    is(chdir("d/e"), 0, "chdir");
    snprintf(want, sizeof want, "%s/d/e", start);
    is_str(getcwd(here, sizeof here), want, "getcwd tells the new one");
    file_write("file", "x");
    is(chdir("../.././d/e/.."), 0, "chdir by dots");
    snprintf(want, sizeof want, "%s/d", start);
    is_str(getcwd(here, sizeof here), want, "which getcwd resolves");
    is(access("e/file", F_OK), 0, "relative names start here");
    ok(exited_with(child_run(child_goes, NULL), 0), "a child goes elsewhere");
    is_str(getcwd(here, sizeof here), want, "alone");
    is(fchdir(fd), 0, "fchdir");
    is_str(getcwd(here, sizeof here), start, "leads back");
    is(raw_call(SYS_getcwd, (long)here, 2, 0),
       strlen(start) >= 2 ? -ERANGE : 2, "no room: ERANGE");
    fails(chdir("none"), ENOENT, "a missing one: ENOENT");
    fails(chdir("d/e/file"), ENOTDIR, "a file: ENOTDIR");
    must(chdir("/"));
    is_str(getcwd(here, sizeof here), "/", "the root");
    return done();
}
