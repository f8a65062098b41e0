/* SPDX-License-Identifier: MIT */
/*
 * /proc/[pid]/environ is the environment at the start, comm can be written by
 * the process itself, task has its one thread (proc(5)).
 */
#include "tap.h"
#include <dirent.h>

static int child_has_environment(void *program)
{
    char *const args[] = {program, (char *)"x", NULL};
    char *const env[] = {(char *)"A=one", (char *)"B=two words", NULL};

    execve(program, args, env);
    return 1;
}

static int check_environment(void)
{
    char text[256];
    int len = file_read("/proc/self/environ", text, sizeof text);

    return len == 18 && memcmp(text, "A=one\0B=two words", 18) == 0 ? 42 : 1;
}

int main(int argc, char **argv)
{
    char text[64], path[64];
    struct dirent *entry;
    struct stat a, b;
    int fd, found = 0;
    DIR *dir;

    if (argc == 2)
        return check_environment();
    plan(11);
    ok(exited_with(child_run(child_has_environment, argv[0]), 42), "environ");
    fd = (int)must(open("/proc/self/comm", O_RDWR));
    is(write(fd, "a longer name than fits", 23), 23, "comm can be written");
    must(close(fd));
    must(file_read("/proc/self/comm", text, sizeof text));
    is_str(text, "a longer name t\n", "and is cut");
    snprintf(path, sizeof path, "/proc/%d/comm", (int)getppid());
    fd = open(path, O_WRONLY);
    ok(fd == -1 || (write(fd, "x", 1) == -1 && errno == EINVAL),
       "nobody else's");
    dir = opendir("/proc/self/task");
    ok(dir != NULL, "task");
    while (dir && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] != '.' && atoi(entry->d_name) == getpid())
            found++;
    }
    is(found, 1, "has the one thread");
    snprintf(path, sizeof path, "/proc/self/task/%d/status", (int)getpid());
    is(access(path, R_OK), 0, "with the files of the process");
    ok(stat("/proc/self/task", &a) == 0 && S_ISDIR(a.st_mode), "a directory");
    ok(stat("/proc/self/task/..", &b) == 0 && stat("/proc/self/", &a) == 0 &&
           a.st_ino == b.st_ino, "its parent");
    fails(open("/proc/self/task/1000000", O_RDONLY), ENOENT, "no other");
    snprintf(path, sizeof path, "/proc/self/task/%d/exe", (int)getpid());
    ok(readlink(path, text, sizeof text) > 0, "its links lead on");
    return done();
}
