/* SPDX-License-Identifier: MIT */
/*
 * The umask takes permissions from new files and directories; it is
 * inherited, and umask() returns the former one (umask(2)).
 */
#include "tap.h"

static int child_changes(void *unused)
{
    (void)unused;
    expect(umask(0) == 027);
    return 0;
}

int main(void)
{
    struct stat attributes;

    plan(6);
    umask(022);
    is(umask(027), 022, "the former mask is returned");
    must(close((int)must(open("file", O_RDWR | O_CREAT, 0666))));
    must(stat("file", &attributes));
    is(attributes.st_mode & 07777, 0640, "open() with 0666: 0640");
    must(mkdir("dir", 0777));
    must(stat("dir", &attributes));
    is(attributes.st_mode & 07777, 0750, "mkdir() with 0777: 0750");
    ok(exited_with(child_run(child_changes, NULL), 0), "a child inherits it");
    is(umask(07777), 027, "and changes only its own");
    is(umask(0), 0777, "no more than permission bits are kept");
    return done();
}
