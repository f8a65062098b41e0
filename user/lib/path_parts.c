/* SPDX-License-Identifier: MIT */
/*
 * Paths as text: the last part, what is before it, and the true name.
 *
 * basename and dirname may change the string they are given and may return
 * a constant (POSIX.1-2017); realpath asks the file system about each part.
 */
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void strip_slashes(char *path)
{
    size_t len = strlen(path);

    while (len > 1 && path[len - 1] == '/')
        path[--len] = '\0';
}

char *basename(char *path)
{
    char *slash;

    if (!path || !*path)
        return (char *)".";
    strip_slashes(path);
    slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

char *dirname(char *path)
{
    char *slash;

    if (!path || !*path)
        return (char *)".";
    strip_slashes(path);
    slash = strrchr(path, '/');
    if (!slash)
        return (char *)".";
    slash[slash == path] = '\0';
    strip_slashes(path);
    return path;
}

/* Removes the last part of the absolute path OUT. */
static void path_up(char *out)
{
    char *slash = strrchr(out, '/');

    slash[slash == out] = '\0';
}

/* Appends the LEN bytes at PART to OUT.  Returns 0 or -1 with errno. */
static int path_append(char *out, const char *part, size_t len)
{
    size_t used = strlen(out);

    if (used + len + 2 > PATH_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    if (out[used - 1] != '/')
        out[used++] = '/';
    memcpy(out + used, part, len);
    out[used + len] = '\0';
    return 0;
}

/* If OUT names a link, its target is put before REST and OUT goes up. */
static int link_follow(char *out, char *rest)
{
    char target[PATH_MAX];
    size_t rest_len = strlen(rest);
    ssize_t len = readlink(out, target, sizeof(target));

    if (len < 0)
        return errno == EINVAL ? 0 : -1;
    if ((size_t)len + rest_len + 2 > PATH_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memmove(rest + len + 1, rest, rest_len + 1);
    memcpy(rest, target, (size_t)len);
    rest[len] = '/';
    if (*rest == '/')
        strcpy(out, "/");
    else
        path_up(out);
    return 1;
}

static int path_resolve(char *out, char *rest)
{
    int links = 0;

    for (;;) {
        size_t len;
        char part[NAME_MAX + 1];
        int followed;

        memmove(rest, rest + strspn(rest, "/"),
                strlen(rest + strspn(rest, "/")) + 1);
        len = strcspn(rest, "/");
        if (len == 0)
            return 0;
        if (len > NAME_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(part, rest, len);
        part[len] = '\0';
        memmove(rest, rest + len, strlen(rest + len) + 1);
        if (strcmp(part, ".") == 0)
            continue;
        if (strcmp(part, "..") == 0) {
            path_up(out);
            continue;
        }
        if (path_append(out, part, len) < 0)
            return -1;
        followed = link_follow(out, rest);
        if (followed < 0)
            return -1;
        links += followed;
        if (links > SYMLOOP_MAX) {
            errno = ELOOP;
            return -1;
        }
    }
}

char *realpath(const char *restrict path, char *restrict resolved)
{
    char rest[PATH_MAX];
    char *out;

    if (!path || strlen(path) >= sizeof(rest)) {
        errno = path ? ENAMETOOLONG : EINVAL;
        return NULL;
    }
    if (!*path) {
        errno = ENOENT;
        return NULL;
    }
    out = resolved ? resolved : malloc(PATH_MAX);
    if (!out)
        return NULL;
    strcpy(rest, path);
    if (*path == '/')
        strcpy(out, "/");
    else if (!getcwd(out, PATH_MAX))
        goto fail;
    if (path_resolve(out, rest) == 0)
        return out;
fail:
    if (!resolved)
        free(out);
    return NULL;
}
