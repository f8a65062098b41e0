/* SPDX-License-Identifier: MIT */
/* A newline in the name of a mapped file made a line of its own in /proc/self/maps. */
#include "../tap.h"

#include <sys/mman.h>

int main(void)
{
    static char text[16384];
    int fd = open("a\nfake", O_RDWR | O_CREAT, 0600);

    plan(2);
    must(fd);
    must((int)write(fd, "x", 1));
    ok(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0) != MAP_FAILED, "it is mapped");
    file_read("/proc/self/maps", text, sizeof text);
    ok(strstr(text, "/a\\012fake\n") != NULL, "the newline is shown as \\012");
    return done();
}
