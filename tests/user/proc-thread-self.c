/* SPDX-License-Identifier: MIT */
/* /proc/thread-self leads to the directory of the thread that asks: proc(5). */
#include "tap.h"

int main(void)
{
    char text[64] = "", want[64], comm[32];

    plan(3);
    snprintf(want, sizeof want, "%d/task/%d", (int)getpid(), (int)getpid());
    ok(readlink("/proc/thread-self", text, sizeof text - 1) > 0, "it is a link");
    is_str(text, want, "to the process's only thread");
    file_read("/proc/thread-self/comm", comm, sizeof comm);
    ok(strncmp(comm, "proc-thread-sel", 15) == 0, "which is this one");
    return done();
}
