/* SPDX-License-Identifier: MIT */
/* Memory mappings: mmap(2). */
#ifndef LIBC_SYS_MMAN_H
#define LIBC_SYS_MMAN_H

#include <sys/types.h>
#include <asm/mman.h>

#define MAP_ANON MAP_ANONYMOUS

void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t offset);
int munmap(void *addr, size_t len);
int mprotect(void *addr, size_t len, int prot);

#endif
