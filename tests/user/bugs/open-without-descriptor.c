/* SPDX-License-Identifier: MIT */
/*
 * open() that finds no free descriptor has no effect: no file is created, none is
 * emptied (open(2)).
 */
#include "tap.h"

#include <sys/resource.h>

int main(void)
{
    char dir[] = "/tmp/open-without-XXXXXX";
    struct rlimit limit;
    struct stat st;

    plan(4);
    must(mkdtemp(dir) ? 0 : -1);
    must(chdir(dir));
    file_write("old", "text");
    must(getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = (rlim_t)must(dup(0));
    close((int)limit.rlim_cur);
    must(setrlimit(RLIMIT_NOFILE, &limit));
    fails(open("new", O_WRONLY | O_CREAT, 0600), EMFILE, "no descriptor: EMFILE");
    fails(unlink("new"), ENOENT, "no file was created");
    fails(open("old", O_WRONLY | O_TRUNC), EMFILE, "again");
    must(stat("old", &st));
    is(st.st_size, 4, "no file was emptied");
    unlink("old");
    must(chdir("/"));
    rmdir(dir);
    return done();
}
