/* SPDX-License-Identifier: MIT */
/*
 * Shared memory with a name: files in /dev/shm, which is memory like all files here.
 *
 * A name is "/NAME" without a further slash.
 * Read next: memory_map.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SHM_PATH_BYTES = sizeof "/dev/shm/" + NAME_MAX };

/* Makes the path of NAME, or sets errno. */
static bool shm_path(const char *name, char *path)
{
    while (*name == '/')
        name++;
    if (*name == '\0' || strchr(name, '/')) {
        errno = EINVAL;
        return false;
    }
    if (strlen(name) > NAME_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    snprintf(path, SHM_PATH_BYTES, "/dev/shm/%s", name);
    return true;
}

int shm_open(const char *name, int flags, mode_t mode)
{
    char path[SHM_PATH_BYTES];

    return shm_path(name, path)
               ? open(path, flags | O_NOFOLLOW | O_CLOEXEC, mode)
               : -1;
}

int shm_unlink(const char *name)
{
    char path[SHM_PATH_BYTES];

    return shm_path(name, path) ? unlink(path) : -1;
}
