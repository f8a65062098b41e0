/* SPDX-License-Identifier: MIT */
/*
 * The links in /proc of what had been removed led to "/ (deleted)": proc(5) says
 * the original path, with " (deleted)" behind it.
 */
#include "tap.h"

#include <sys/mman.h>

static char here[256];

/* Whether the link or line TEXT ends with this directory's NAME, removed. */
static bool tells(const char *text, const char *name)
{
    char want[300];
    size_t len, all = strlen(text);

    snprintf(want, sizeof want, "%s/%s (deleted)", here, name);
    len = strlen(want);
    return all >= len && strcmp(text + all - len, want) == 0;
}

static const char *link_text(const char *path)
{
    static char text[512];
    ssize_t len = readlink(path, text, sizeof text - 1);

    text[len < 0 ? 0 : len] = '\0';
    return text;
}

static bool maps_tell(const char *name)
{
    static char maps[8192];
    char *line, *rest = maps;

    must(file_read("/proc/self/maps", maps, sizeof maps));
    while ((line = strtok_r(NULL, "\n", &rest)) != NULL)
        if (tells(line, name))
            return true;
    return false;
}

int main(void)
{
    char path[64], gone[256];
    int fd;

    plan(6);
    must(getcwd(here, sizeof here) ? 0 : -1);
    file_write("file", "hello");
    fd = (int)must(open("file", O_RDWR));
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    ok(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0) != MAP_FAILED, "mapped");
    must(unlink("file"));
    ok(tells(link_text(path), "file"), "a descriptor's file");
    ok(maps_tell("file"), "a mapping's");
    file_write("file", "another");
    ok(tells(link_text(path), "file"), "also when there is a new one");
    must(mkdir("dir", 0755));
    must(chdir("dir"));
    must(rmdir("../dir"));
    ok(tells(link_text("/proc/self/cwd"), "dir"), "the working directory");
    ok(getcwd(gone, sizeof gone) == NULL && errno == ENOENT,
       "which getcwd() does not find");
    return done();
}
