/* SPDX-License-Identifier: MIT */
/* A read of a terminal into a buffer whose end cannot be reached gave EFAULT, and
 * what it had read before was lost.  It tells how much it has read. */
#include <sys/mman.h>

#include "tap.h"
#include "terminal.h"

enum { PAGE = 4096, GOOD = 2 };

int main(void)
{
    struct terminal t = terminal_open();
    char *page = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *end = page + PAGE;

    plan(5);
    must(mprotect(end, PAGE, PROT_NONE));
    is(write(t.slave, "hello", 5), 5, "a slave writes");
    terminal_has_more(t.master);
    is(read(t.master, end - GOOD, 5), GOOD, "the master reads what fits");
    ok(memcmp(end - GOOD, "he", GOOD) == 0, "the beginning");
    terminal_type(t.master, "line\n");
    terminal_has_more(t.slave);
    is(read(t.slave, end - GOOD, 5), GOOD, "so does the slave");
    ok(memcmp(end - GOOD, "li", GOOD) == 0, "of its line");
    terminal_close(&t);
    return done();
}
