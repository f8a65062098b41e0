/* SPDX-License-Identifier: MIT */
/*
 * uname() fills its six strings (uname(2)).
 */
#include "tap.h"

#include <sys/utsname.h>

static bool is_text(const char *field, size_t size)
{
    return memchr(field, 0, size) != NULL && field[0] != '\0';
}

int main(void)
{
    struct utsname name;

    plan(6);
    memset(&name, 0xff, sizeof name);
    is(uname(&name), 0, "uname");
    ok(is_text(name.sysname, sizeof name.sysname), "sysname");
    ok(is_text(name.nodename, sizeof name.nodename), "nodename");
    ok(is_text(name.release, sizeof name.release) &&
       name.release[0] >= '1' && name.release[0] <= '9', "release");
    ok(is_text(name.version, sizeof name.version), "version");
    ok(is_text(name.machine, sizeof name.machine), "machine");
    return done();
}
