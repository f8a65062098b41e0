/* SPDX-License-Identifier: MIT */
/*
 * /proc/self/maps has a line for each mapping, in order of address, with rights,
 * offset, device, inode and name; heap and stack are named, text cannot be written
 * (proc(5)).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, TEXT_MAX = 16384 };

struct line {
    unsigned long start, end, offset, inode;
    char rights[5], name[128];
};

static char text[TEXT_MAX];

static bool line_parse(const char *at, struct line *line)
{
    unsigned major, minor;

    line->name[0] = '\0';
    return sscanf(at, "%lx-%lx %4s %lx %x:%x %lu %127[^\n]", &line->start,
                  &line->end, line->rights, &line->offset, &major, &minor,
                  &line->inode, line->name) >= 7;
}

/* Finds the line that holds ADDR. */
static bool line_of(const void *addr, struct line *line)
{
    must(file_read("/proc/self/maps", text, sizeof text));
    for (char *at = text; *at; at = strchr(at, '\n') + 1) {
        if (!line_parse(at, line))
            return false;
        if (line->start <= (uintptr_t)addr && (uintptr_t)addr < line->end)
            return true;
    }
    return false;
}

static void check_rights(const void *addr, const char *rights, const char *what)
{
    struct line line;

    is_str(line_of(addr, &line) ? line.rights : "none", rights, what);
}

static void check_file(void)
{
    char path[] = "/tmp/proc-maps-XXXXXX";
    int fd = must(mkstemp(path));
    struct line line;
    struct stat st;
    char *map;

    must(ftruncate(fd, 3 * PAGE));
    must(fstat(fd, &st));
    map = mmap(NULL, PAGE, PROT_READ, MAP_SHARED, fd, 2 * PAGE);
    ok(line_of(map, &line), "a mapped file has a line");
    is_str(line.rights, "r--s", "its rights");
    is((long)line.offset, 2 * PAGE, "its offset");
    ok(line.inode == st.st_ino, "its inode");
    is_str(line.name, path, "its name");
    unlink(path);
}

int main(void)
{
    char *area = mmap(NULL, 3 * PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct line line;
    int local;

    plan(14);
    must(mprotect(area + PAGE, PAGE, PROT_NONE));
    check_rights(area, "rw-p", "memory");
    check_rights(area + PAGE, "---p", "what cannot be touched");
    check_rights(area + 2 * PAGE, "rw-p", "the memory behind it");
    must(mprotect(area + PAGE, PAGE, RW));
    ok(line_of(area, &line) && line.end >= (uintptr_t)area + 3 * PAGE,
       "alike again, they are one");
    ok(line_of((void *)(uintptr_t)main, &line) && line.rights[1] == '-' &&
           line.rights[2] == 'x',
       "the program's text can be run and not written");
    ok(strstr(line.name, "proc-maps") != NULL, "and has the program's name");
    must((long)sbrk(PAGE));
    ok(line_of((char *)sbrk(0) - 1, &line), "the heap has a line");
    is_str(line.name, "[heap]", "which says so");
    ok(line_of(&local, &line) && strcmp(line.name, "[stack]") == 0,
       "so does the stack");
    check_file();
    return done();
}
