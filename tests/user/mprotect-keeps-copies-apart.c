/* SPDX-License-Identifier: MIT */
/*
 * mprotect() that takes the right to write away and gives it back changes nobody
 * else's memory: what is private stays so, also of a file, and what is shared
 * stays shared (mmap(2), mprotect(2)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE };

static char *page_map(int flags, int fd)
{
    char *page = mmap(NULL, PAGE, RW, flags, fd, 0);

    if (page == MAP_FAILED)
        tap_bail("mmap");
    return page;
}

/* Takes the right to write PAGE, gives it back, and writes C. */
static void page_write(char *page, char c)
{
    must(mprotect(page, PAGE, PROT_READ));
    must(mprotect(page, PAGE, RW));
    *(volatile char *)page = c;
}

static int child_writes(void *page)
{
    page_write(page, 'c');
    return 0;
}

/* What a child sees in PAGE after its parent has written it. */
static char child_sees(char *page)
{
    int fds[2];
    pid_t pid;
    char c;

    must(pipe(fds));
    pid = (pid_t)must(fork());
    if (pid == 0) {
        expect(read(fds[0], &c, 1) == 1);
        _exit(*page);
    }
    page_write(page, 'p');
    must(write(fds[1], "x", 1));
    close(fds[0]);
    close(fds[1]);
    return (char)WEXITSTATUS(child_wait(pid));
}

int main(void)
{
    char *private = page_map(MAP_PRIVATE | MAP_ANONYMOUS, -1);
    char *shared = page_map(MAP_SHARED | MAP_ANONYMOUS, -1);
    char *of_file, text[8] = "";
    int fd;

    plan(5);
    *private = *shared = 'a';
    child_run(child_writes, private);
    is(*private, 'a', "private memory: the parent does not see the child's");
    is(child_sees(private), 'a', "nor the child the parent's");
    child_run(child_writes, shared);
    is(*shared, 'c', "shared memory: the parent sees the child's");
    is(child_sees(shared), 'p', "and the child the parent's");

    file_write("protected", "file");
    fd = (int)must(open("protected", O_RDWR));
    of_file = page_map(MAP_PRIVATE, fd);
    if (*(volatile char *)of_file == 'f')
        page_write(of_file, 'x');
    file_read("protected", text, sizeof text);
    is_str(text, "file", "nor does a file see what is private");
    unlink("protected");
    return done();
}
