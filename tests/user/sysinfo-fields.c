/* SPDX-License-Identifier: MIT */
/*
 * sysinfo() tells uptime, memory and the number of processes (sysinfo(2)).
 */
#include "tap.h"

#include <sys/sysinfo.h>

int main(void)
{
    struct sysinfo info;

    plan(5);
    memset(&info, 0xff, sizeof info);
    is(sysinfo(&info), 0, "sysinfo");
    ok(wait_until(sysinfo(&info) == 0 && info.uptime > 0), "the uptime");
    ok(info.mem_unit >= 1 && info.totalram > 0, "there is memory");
    ok(info.freeram > 0 && info.freeram < info.totalram, "some of it free");
    ok(info.procs >= 2, "there are processes");
    return done();
}
