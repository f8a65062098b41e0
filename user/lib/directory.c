/* SPDX-License-Identifier: MIT */
/*
 * Reading directories: readdir(3) over getdents64(2).
 *
 * The kernel fills a buffer with as many records as fit; readdir hands out
 * one after the other, so struct dirent has exactly the kernel's layout.  An
 * entry stays valid until the buffer is filled again.
 * Read next: kernel/fs/ramfs.c.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "sys.h"

#define BUFFER_SIZE 4096

struct directory {
    int fd;
    long position; /* d_off of the entry given out last */
    size_t next;
    size_t end;
    char buf[BUFFER_SIZE] __attribute__((aligned(8)));
};

DIR *fdopendir(int fd)
{
    DIR *dir = malloc(sizeof(*dir));

    if (!dir)
        return NULL;
    dir->fd = fd;
    dir->position = 0;
    dir->next = 0;
    dir->end = 0;
    return dir;
}

DIR *opendir(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir;

    if (fd < 0)
        return NULL;
    dir = fdopendir(fd);
    if (!dir)
        close(fd);
    return dir;
}

int closedir(DIR *dir)
{
    int fd = dir->fd;

    free(dir);
    return close(fd);
}

/* Returns NULL at the end, errno untouched, and on an error, errno set. */
struct dirent *readdir(DIR *dir)
{
    struct dirent *entry;

    if (dir->next == dir->end) {
        long got = syscall_result(
            sys_getdents64(dir->fd, dir->buf, sizeof(dir->buf)));

        if (got <= 0)
            return NULL;
        dir->next = 0;
        dir->end = (size_t)got;
    }
    entry = (struct dirent *)(dir->buf + dir->next);
    dir->next += entry->d_reclen;
    dir->position = (long)entry->d_off;
    return entry;
}

int dirfd(DIR *dir)
{
    return dir->fd;
}

long telldir(DIR *dir)
{
    return dir->position;
}

void seekdir(DIR *dir, long position)
{
    lseek(dir->fd, position, SEEK_SET);
    dir->position = position;
    dir->next = 0;
    dir->end = 0;
}

void rewinddir(DIR *dir)
{
    seekdir(dir, 0);
}

int alphasort(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* A copy of ENTRY appended to the array of *COUNT; returns 0 or -1. */
static int list_append(struct dirent ***list, int *count,
                       const struct dirent *entry)
{
    struct dirent **longer;
    struct dirent *copy = malloc(entry->d_reclen);

    if (!copy)
        return -1;
    longer = realloc(*list, ((size_t)*count + 1) * sizeof(*longer));
    if (!longer) {
        free(copy);
        return -1;
    }
    memcpy(copy, entry, entry->d_reclen);
    longer[(*count)++] = copy;
    *list = longer;
    return 0;
}

int scandir(const char *path, struct dirent ***list,
            int (*filter)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **))
{
    DIR *dir = opendir(path);
    struct dirent *entry;
    int count = 0;

    *list = NULL;
    if (!dir)
        return -1;
    while ((entry = readdir(dir)) != NULL) {
        if (filter && !filter(entry))
            continue;
        if (list_append(list, &count, entry) < 0)
            goto free_list;
    }
    closedir(dir);
    if (compare && count > 1)
        qsort(*list, (size_t)count, sizeof(**list),
              (int (*)(const void *, const void *))compare);
    return count;

free_list:
    while (count > 0)
        free((*list)[--count]);
    free(*list);
    closedir(dir);
    return -1;
}
