/* SPDX-License-Identifier: MIT */
/*
 * /proc lists each process by its pid while it is there, /proc/self is the
 * reader, and a directory of one that has gone answers ENOENT or ESRCH
 * (proc(5)).
 */
#include "tap.h"

#include <dirent.h>

enum { CHILDREN = 30 };

static bool is_listed(pid_t pid)
{
    DIR *dir = opendir("/proc");
    struct dirent *entry;
    bool is_found = false;

    while (dir != NULL && (entry = readdir(dir)) != NULL)
        if (atoi(entry->d_name) == (int)pid)
            is_found = true;
    closedir(dir);
    return is_found;
}

int main(void)
{
    char text[256], path[64];
    pid_t pid[CHILDREN];
    int found = 0, fd;
    ssize_t n;

    plan(9);
    for (int i = 0; i < CHILDREN; i++)
        pid[i] = child_start(child_pauses, NULL);
    for (int i = 0; i < CHILDREN; i++)
        found += is_listed(pid[i]);
    is(found, CHILDREN, "30 children are listed");
    ok(is_listed(getpid()) && is_listed(1), "oneself and process 1");
    n = readlink("/proc/self", text, sizeof text - 1);
    text[n > 0 ? n : 0] = '\0';
    is(atoi(text), getpid(), "/proc/self leads to one's own");
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid[0]);
    fd = (int)must(open(path, O_RDONLY));
    for (int i = 0; i < CHILDREN; i++)
        child_kill(pid[i]);
    found = 0;
    for (int i = 0; i < CHILDREN; i++)
        found += is_listed(pid[i]);
    is(found, 0, "after their end they are not");
    fails(open(path, O_RDONLY), ENOENT, "its files are gone");
    fails(read(fd, text, sizeof text), ESRCH, "one held open: ESRCH");
    fails(open("/proc/none", O_RDONLY), ENOENT, "no such file: ENOENT");
    fails(open("/proc/new", O_RDWR | O_CREAT, 0644), ENOENT,
          "none can be made: ENOENT");
    fails(mkdir("/proc/dir", 0755), ENOENT, "nor a directory: ENOENT");
    return done();
}
