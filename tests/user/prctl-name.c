/* SPDX-License-Identifier: MIT */
/*
 * prctl() sets and gets the process's name, of at most 15 bytes, which /proc
 * shows and a child inherits (prctl(2)).
 */
#include "tap.h"

#include <sys/prctl.h>

static int child_looks(void *unused)
{
    char name[16] = "";

    (void)unused;
    expect(prctl(PR_GET_NAME, name) == 0);
    return strcmp(name, "another name") == 0 ? 0 : 1;
}

int main(void)
{
    char name[16] = "", text[32] = "";

    plan(8);
    is(prctl(PR_GET_NAME, name), 0, "PR_GET_NAME");
    is_str(name, "prctl-name", "the program's");
    is(prctl(PR_SET_NAME, "another name"), 0, "PR_SET_NAME");
    file_read("/proc/self/comm", text, sizeof text);
    is_str(text, "another name\n", "/proc shows the new one");
    ok(exited_with(child_run(child_looks, NULL), 0), "a child has it");
    is(prctl(PR_SET_NAME, "a name that is much too long"), 0, "a long one");
    must(prctl(PR_GET_NAME, name));
    is_str(name, "a name that is ", "is cut");
    fails(prctl(99999), EINVAL, "an unknown option: EINVAL");
    return done();
}
