/* SPDX-License-Identifier: MIT */
/*
 * /proc/[pid]/mem is a process's memory, to be read and written at its addresses,
 * whatever the pages' rights say: proc_pid_mem(5).
 */
#define _FILE_OFFSET_BITS 64
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096 };

static int mem;
static char buf[2 * PAGE];

static off_t at(const void *p)
{
    return (off_t)(uintptr_t)p;
}

/* What stands in memory that the program itself may not touch so. */
static void test_rights(void)
{
    char *page = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    must(munmap(page + PAGE, PAGE));
    is(pread(mem, buf, 2 * PAGE, at(page)), PAGE, "a read ends with the memory");
    is(pwrite(mem, "abc", 3, at(page)), 3, "read-only pages can be written");
    ok(memcmp(page, "abc", 3) == 0, "and are");
    must(mprotect(page, PAGE, PROT_NONE));
    is(pread(mem, buf, 3, at(page)), 3, "closed ones can be read");
    ok(memcmp(buf, "abc", 3) == 0, "as they are");
}

/* What others would see is not written against the mapping's rights. */
static void test_shared(void)
{
    int file = (int)must(open("file", O_RDWR | O_CREAT, 0600));

    must(write(file, "hello", 5));
    char *page = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, file, 0);
    fails(pwrite(mem, "J", 1, at(page)), EIO, "a shared read-only mapping");
    is(page[0], 'h', "stays as it was");
    page = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, file, 0);
    is(pwrite(mem, "J", 1, at(page)), 1, "a private one is written");
    ok(page[0] == 'J' && pread(file, buf, 1, 0) == 1 && buf[0] == 'h',
       "as a copy of its own");
}

int main(void)
{
    static char word[] = "hello";

    plan(18);
    mem = (int)must(open("/proc/self/mem", O_RDWR));
    is(pread(mem, buf, sizeof word, at(word)), sizeof word, "a read");
    is_str(buf, "hello", "gives what is there");
    is(pwrite(mem, "J", 1, at(word)), 1, "a write");
    is_str(word, "Jello", "changes it");
    is(lseek(mem, at(word) + 1, SEEK_SET), at(word) + 1, "the offset is the address");
    ok(read(mem, buf, 4) == 4 && memcmp(buf, "ello", 4) == 0, "and moves on");
    fails(pread(mem, buf, 1, 0), EIO, "where nothing is");
    fails(pread(mem, buf, 1, 0xfffff000), EIO, "or the kernel");
    fails(pread(mem, (void *)1, 1, at(word)), EFAULT, "to nowhere");
    test_rights();
    test_shared();
    return done();
}
