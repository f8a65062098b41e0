/* SPDX-License-Identifier: MIT */
/*
 * Patterns to file names (POSIX.1-2017, Shell, 2.13.3).
 *
 * A pattern is taken one path component at a time: without * ? [ it is simply
 * appended to the path so far, else its directory is read and every name that
 * matches is followed further.  A pattern that matches nothing stays as it is
 * written.
 */
#include <dirent.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "sh.h"

/* Is there an unquoted * or ? in PATTERN, or a [ with its ]? */
bool glob_has_magic(const char *pattern)
{
    bool bracket = false;

    for (; *pattern; pattern++) {
        if (*pattern == '\\' && pattern[1])
            pattern++;
        else if (*pattern == '*' || *pattern == '?' ||
                 (*pattern == ']' && bracket))
            return true;
        else if (*pattern == '[')
            bracket = true;
    }
    return false;
}

static void glob_walk(struct fields *out, struct buffer *path,
                      const char *pattern);

static void path_cut(struct buffer *path, size_t len)
{
    path->len = len;
    path->text[len] = '\0';
}

/* Follows every name in the directory PATH that COMPONENT matches. */
static void glob_directory(struct fields *out, struct buffer *path,
                           const char *component, const char *rest)
{
    size_t len = path->len;
    DIR *dir = opendir(len ? path->text : ".");
    struct dirent *entry;

    if (dir == NULL)
        return;
    while ((entry = readdir(dir)) != NULL) {
        if (fnmatch(component, entry->d_name, FNM_PERIOD) != 0)
            continue;
        buffer_append(path, entry->d_name, strlen(entry->d_name));
        glob_walk(out, path, rest);
        path_cut(path, len);
    }
    closedir(dir);
}

/* Adds the names that begin with PATH and go on as PATTERN says. */
static void glob_walk(struct fields *out, struct buffer *path,
                      const char *pattern)
{
    size_t old_len = path->len, len = strcspn(pattern, "/");
    struct stat st;
    char *component;
    size_t i;

    if (*pattern == '\0') {
        if (lstat(path->text, &st) == 0)
            fields_add(out, mem_copy(path->text));
        return;
    }
    if (*pattern == '/') {
        buffer_add(path, '/');
        glob_walk(out, path, pattern + 1);
        path_cut(path, old_len);
        return;
    }
    component = mem_alloc(len + 1);
    memcpy(component, pattern, len);
    if (glob_has_magic(component)) {
        glob_directory(out, path, component, pattern + len);
    } else {
        for (i = 0; i < len; i++) {
            if (component[i] != '\\' || ++i < len)
                buffer_add(path, component[i]);
        }
        glob_walk(out, path, pattern + len);
        path_cut(path, old_len);
    }
    free(component);
}

static int glob_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the names that match PATTERN in order, or PLAIN if there are none. */
void glob_expand(struct fields *out, const char *pattern, const char *plain)
{
    struct buffer path = { 0 };
    int before = out->count;

    buffer_append(&path, "", 0);
    glob_walk(out, &path, pattern);
    if (out->count == before)
        fields_add(out, mem_copy(plain));
    else
        qsort(out->list + before, out->count - before, sizeof(*out->list),
              glob_compare);
    buffer_free(&path);
}
