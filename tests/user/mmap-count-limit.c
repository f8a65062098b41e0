/* SPDX-License-Identifier: MIT */
/*
 * A process has at most some 65530 mappings; one more is ENOMEM, also when a
 * mapping would have to be cut in two; afterwards all goes on (mmap(2), ERRORS).
 */
#include "tap.h"

#include <sys/mman.h>

enum { PAGE = 4096, MOST = 65530, AREA_PAGES = 2 * MOST };

int main(void)
{
    char *area = mmap(NULL, (size_t)AREA_PAGES * PAGE, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    int made = 0;

    plan(4);
    while (made < AREA_PAGES / 2 &&
           mprotect(area + 2 * made * PAGE, PAGE, PROT_READ) == 0)
        made++;
    is(errno, ENOMEM, "at some point it is ENOMEM");
    ok(made > MOST / 2 - 100 && made <= MOST / 2, "after 65530 or so");
    fails(munmap(area + (AREA_PAGES - 2) * PAGE, PAGE), ENOMEM,
          "nor can a hole be cut");
    is(munmap(area, (size_t)AREA_PAGES * PAGE), 0, "all can be unmapped");
    return done();
}
