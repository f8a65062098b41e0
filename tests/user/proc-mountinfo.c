/* SPDX-License-Identifier: MIT */
/*
 * /proc/self/mountinfo has a line for each mount: numbers, the device as stat(2)
 * has it, where it is, its type (proc(5)). df and findmnt look there.
 */
#include "tap.h"

#include <sys/sysmacros.h>

/* Finds the last line about the mount on PATH; the type there goes to TYPE, of 32
 * bytes. Returns: its device, or 0. */
static dev_t mount_find(const char *path, char *type)
{
    char line[1024], place[256], *dash;
    unsigned int id, parent, major_part, minor_part;
    dev_t found = 0;
    FILE *file = fopen("/proc/self/mountinfo", "r");

    while (file && fgets(line, sizeof line, file)) {
        dash = strstr(line, " - ");
        if (dash && sscanf(line, "%u %u %u:%u %*s %255s", &id, &parent, &major_part,
                           &minor_part, place) == 5 &&
            strcmp(place, path) == 0 && sscanf(dash, " - %31s", type) == 1)
            found = makedev(major_part, minor_part);
    }
    if (file)
        fclose(file);
    return found;
}

int main(void)
{
    char type[32] = "";
    struct stat st;

    plan(4);
    must(stat("/proc", &st));
    is((long long)mount_find("/proc", type), (long long)st.st_dev, "the device of /proc");
    is_str(type, "proc", "its type");
    is((long long)mount_find("/nowhere", type), 0, "no other place");
    is(access("/proc/self/mounts", R_OK), 0, "mounts is there as well");
    return done();
}
