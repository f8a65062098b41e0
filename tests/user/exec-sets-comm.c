/* SPDX-License-Identifier: MIT */
/*
 * After execve() the process is named by the last part of the file's name,
 * cut to 15 bytes, also when that name holds blanks and parentheses
 * (proc(5), /proc/[pid]/comm and stat).
 */
#include "tap.h"

static void copy_file(const char *from, const char *to)
{
    char block[4096];
    int in = (int)must(open(from, O_RDONLY));
    int out = (int)must(open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755));
    ssize_t n;

    while ((n = read(in, block, sizeof block)) > 0)
        if (write(out, block, (size_t)n) != n)
            tap_bail("copy");
    close(in);
    close(out);
}

static pid_t sleeper_start(const char *path)
{
    char *args[] = {(char *)"renamed", (char *)"sleep", NULL};
    pid_t pid = fork();

    if (pid == 0) {
        execv(path, args);
        _exit(127);
    }
    return pid;
}

static void comm_check(const char *name, const char *want, const char *what)
{
    char path[64], comm[64] = "";
    pid_t pid = sleeper_start(name);

    snprintf(path, sizeof path, "/proc/%d/comm", (int)pid);
    if (!wait_until(file_read(path, comm, sizeof comm) > 0 &&
                    strcmp(comm, want) == 0))
        diag("comm is %s", comm);
    is_str(comm, want, what);
    ok(wait_until(is_asleep(pid)), "its stat still parses: it is asleep");
    child_kill(pid);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return child_pauses(NULL);
    plan(6);
    must(mkdir("d", 0755));
    copy_file(argv[0], "d/short");
    copy_file(argv[0], "a-name-of-more-than-15");
    copy_file(argv[0], "odd) R (1 2");
    comm_check("d/short", "short\n", "comm is the file's last part");
    comm_check("./a-name-of-more-than-15", "a-name-of-more-\n",
               "comm is cut to 15 bytes");
    comm_check("./odd) R (1 2", "odd) R (1 2\n",
               "comm may hold blanks and parentheses");
    return done();
}
