/* SPDX-License-Identifier: MIT */
/*
 * /proc/sys/kernel tells the system's names and the largest pid; cpuinfo counts
 * the CPU (proc(5), uname(2)).
 */
#include "tap.h"
#include <sys/utsname.h>

static const char *first_line(const char *path)
{
    static char text[4096];

    if (file_read(path, text, sizeof text) <= 0)
        return "";
    text[strcspn(text, "\n")] = '\0';
    return text;
}

int main(void)
{
    struct utsname name;
    struct stat st;

    plan(8);
    must(uname(&name));
    is_str(first_line("/proc/sys/kernel/ostype"), name.sysname, "ostype");
    is_str(first_line("/proc/sys/kernel/osrelease"), name.release, "osrelease");
    is_str(first_line("/proc/sys/kernel/version"), name.version, "version");
    ok(atoi(first_line("/proc/sys/kernel/pid_max")) >= 32768, "pid_max");
    ok(strncmp(first_line("/proc/cpuinfo"), "processor\t: 0", 14) == 0,
       "cpuinfo");
    ok(stat("/proc/sys/kernel", &st) == 0 && S_ISDIR(st.st_mode),
       "a directory");
    is(chdir("/proc/sys/kernel/.."), 0, "with a parent");
    is(access("kernel/ostype", R_OK), 0, "from where it is found");
    return done();
}
