/* SPDX-License-Identifier: MIT */
/*
 * link() told of a directory that may not be written (EACCES) before it told that a
 * file may not be linked (EPERM): Linux looks at a stranger's file first, and at
 * one's own being a directory last.
 *
 * Needs: root
 */
#include "tap.h"

enum { USER = 2001 };

static const struct link_case {
    const char *from, *to, *what;
    int error;
} cases[] = {
    {"strange", "shut/new", "a stranger's file", EPERM},
    {"strange", "shut/there", "to a name that there is", EEXIST},
    {"strange", "hidden/new", "to where one cannot look", EACCES},
    {".", "shut/new", "a stranger's directory", EPERM},
    {"own", "shut/new", "one's own file", EACCES},
    {"own directory", "shut/new", "one's own directory", EACCES},
    {"own directory", "new", "where it could be", EPERM},
};

static int child_links(void *arg)
{
    const struct link_case *c = arg;

    expect(setuid(USER) == 0);
    expect(link(c->from, c->to) == -1 && errno == c->error);
    return 0;
}

int main(void)
{
    int count = (int)(sizeof cases / sizeof cases[0]);

    need_root();
    plan(count);
    must(chmod(".", 0777));
    must(mkdir("shut", 0755));
    must(mkdir("hidden", 0700));
    must(mkdir("own directory", 0755));
    must(chown("own directory", USER, USER));
    file_write("strange", "");
    file_write("shut/there", "");
    file_write("own", "");
    must(chown("own", USER, USER));
    for (int i = 0; i < count; i++)
        is(child_run(child_links, (void *)&cases[i]), 0, cases[i].what);
    return done();
}
