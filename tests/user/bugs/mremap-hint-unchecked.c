/* SPDX-License-Identifier: MIT */
/*
 * mremap() did not look at the new address that MREMAP_DONTUNMAP takes for a hint,
 * and answered ENOMEM where the new length exceeds all addresses (mremap(2), EINVAL).
 */
#include "tap.h"

#include <sys/mman.h>
#include <sys/syscall.h>

enum { PAGE = 4096, FREELY = MREMAP_MAYMOVE | MREMAP_DONTUNMAP };

static void *page_new(void)
{
    void *page = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    must(page == MAP_FAILED ? -1 : 0);
    return page;
}

int main(void)
{
    char *page = page_new();

    plan(6);
    fails(syscall(SYS_mremap, page, PAGE, PAGE, FREELY, -PAGE), EINVAL,
          "beyond the last address");
    fails(syscall(SYS_mremap, page, PAGE, PAGE, FREELY, page), EINVAL,
          "onto itself");
    fails(syscall(SYS_mremap, page, PAGE, PAGE, FREELY, page + 1), EINVAL,
          "within a page");
    fails(syscall(SYS_mremap, page, PAGE, -PAGE, MREMAP_MAYMOVE, 0), EINVAL,
          "longer than can be");
    ok(syscall(SYS_mremap, page, PAGE, PAGE, MREMAP_MAYMOVE, -PAGE) != -1,
       "without need for an address none is looked at");
    ok(syscall(SYS_mremap, page, PAGE, PAGE, FREELY, 0) != -1, "no hint");
    return done();
}
