/* SPDX-License-Identifier: MIT */
/*
 * /dev/fd, /dev/stdin, /dev/stdout and /dev/stderr lead to the files that a
 * process has open, as a shell's <(...) and names of commands rely on.
 */
#include "tap.h"

static const struct {
    const char *name, *target;
} links[] = {
    {"/dev/fd", "/proc/self/fd"},
    {"/dev/stdin", "/proc/self/fd/0"},
    {"/dev/stdout", "/proc/self/fd/1"},
    {"/dev/stderr", "/proc/self/fd/2"},
};

static int link_leads_to(const char *name, const char *target)
{
    char text[64] = "";

    return readlink(name, text, sizeof text - 1) > 0 &&
           strcmp(text, target) == 0;
}

int main(void)
{
    char name[32], got[3] = "";
    int ends[2], fd;
    size_t i;

    plan(6);
    for (i = 0; i < sizeof links / sizeof *links; i++)
        ok(link_leads_to(links[i].name, links[i].target), links[i].name);
    if (pipe(ends) == -1)
        return 1;
    snprintf(name, sizeof name, "/dev/fd/%d", ends[1]);
    fd = open(name, O_WRONLY);
    ok(fd != -1 && write(fd, "ab", 2) == 2, "/dev/fd/N is the open file N");
    dup2(ends[0], STDIN_FILENO);
    fd = open("/dev/stdin", O_RDONLY);
    ok(read(fd, got, 2) == 2 && strcmp(got, "ab") == 0,
       "/dev/stdin is the input");
    return done();
}
