/* SPDX-License-Identifier: MIT */
/*
 * A process may stand in a directory that was removed: getcwd() is ENOENT,
 * nothing can be made there, and it can leave (getcwd(3), rmdir(2)).
 */
#include "tap.h"

int main(void)
{
    char here[256];

    plan(5);
    must(mkdir("d", 0755));
    must(chdir("d"));
    is(rmdir("../d"), 0, "the working directory is removed");
    ok(getcwd(here, sizeof here) == NULL && errno == ENOENT,
       "getcwd: ENOENT");
    fails(open("file", O_RDWR | O_CREAT, 0644), ENOENT, "no new file in it");
    fails(mkdir("e", 0755), ENOENT, "nor directory");
    is(chdir("/"), 0, "but a way out");
    return done();
}
