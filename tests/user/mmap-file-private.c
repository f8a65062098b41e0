/* SPDX-License-Identifier: MIT */
/*
 * A private mapping of a file shows its bytes, zeros to the end of the last
 * page, and writes to it do not reach the file (mmap(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096 };

int main(void)
{
    char text[16] = "";
    char *memory;
    int fd;

    plan(6);
    file_write("file", "mapped text");
    fd = (int)must(open("file", O_RDWR));
    memory = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    if (!ok(memory != MAP_FAILED, "the file is mapped"))
        return 1;
    ok(memcmp(memory, "mapped text", 11) == 0, "its bytes are there");
    ok(memory[11] == 0 && memory[PAGE - 1] == 0, "then zeros");
    memory[0] = 'M';
    is(read(fd, text, sizeof text), 11, "the file");
    is_str(text, "mapped text", "is unchanged by a write to the mapping");
    must(close(fd));
    is(memory[1], 'a', "the mapping outlives the descriptor");
    return done();
}
