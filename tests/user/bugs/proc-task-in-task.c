/* SPDX-License-Identifier: MIT */
/*
 * A thread's directory, /proc/[pid]/task/[tid], had a directory task of its own, and so
 * on: whoever walked the tree never came to an end.
 */
#include "../tap.h"

#include <dirent.h>

int main(void)
{
    char path[64];
    bool has_task = false, has_stat = false;
    struct dirent *entry;
    struct stat st;

    plan(4);
    ok(stat("/proc/self/task", &st) == 0, "a process has threads");
    snprintf(path, sizeof path, "/proc/self/task/%d", (int)getpid());
    DIR *dir = opendir(path);
    while (dir && (entry = readdir(dir)) != NULL) {
        has_task |= strcmp(entry->d_name, "task") == 0;
        has_stat |= strcmp(entry->d_name, "stat") == 0;
    }
    ok(has_stat, "a thread has files like a process");
    ok(!has_task, "and no threads");
    strcat(path, "/task");
    fails(stat(path, &st), ENOENT, "also by name");
    return done();
}
