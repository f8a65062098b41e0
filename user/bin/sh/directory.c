/* SPDX-License-Identifier: MIT */
/*
 * The working directory: the built-ins cd and pwd, and the variables PWD and
 * OLDPWD.
 *
 * The shell keeps the way it came, symbolic links and all, so that cd .. goes
 * back through a link (POSIX.1-2017, cd and pwd, option -L, the default).  -P
 * asks the kernel.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "builtin.h"
#include "sh.h"

static char here[PATH_MAX]; /* the way to the working directory */

static bool is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void variable_export(const char *name, const char *value)
{
    if (var_set(name, value))
        var_declare(name)->exported = true;
}

/* Whether PATH is one of the working directory, without . and .. in it. */
static bool is_working_directory(const char *path)
{
    struct stat there, now;

    return path && path[0] == '/' && strlen(path) < sizeof(here) &&
           !strstr(path, "/./") && !strstr(path, "/../") &&
           stat(path, &there) == 0 && stat(".", &now) == 0 &&
           there.st_dev == now.st_dev && there.st_ino == now.st_ino;
}

/* When the shell begins: PWD from outside, where it is right. */
void directory_init(void)
{
    const char *from_outside = var_get("PWD");

    if (is_working_directory(from_outside))
        strcpy(here, from_outside);
    else if (getcwd(here, sizeof(here)) == NULL)
        return;
    variable_export("PWD", here);
}

/* Takes . and .. out of PATH, which is absolute.
 * Returns: false where what is before a .. is no directory. */
static bool path_clean(char *path)
{
    const char *from = path;
    char *to = path;

    while (*from) {
        size_t len;

        from += strspn(from, "/");
        len = strcspn(from, "/");
        if (len == 2 && strncmp(from, "..", len) == 0) {
            *to = '\0';
            if (to > path && !is_directory(path))
                return false;
            while (to > path && *--to != '/')
                continue;
        } else if (len > 0 && !(len == 1 && *from == '.')) {
            *to++ = '/';
            memmove(to, from, len);
            to += len;
        }
        from += len;
    }
    if (to == path)
        *to++ = '/';
    *to = '\0';
    return true;
}

/* Goes to DIR. Returns: false and errno. */
static bool directory_change(const char *dir, bool physical)
{
    char *path = mem_alloc(strlen(here) + strlen(dir) + 2);
    bool done = true;

    if (!physical) {
        sprintf(path, "%s/%s", *dir == '/' ? "" : here, dir);
        done = path_clean(path);
        if (!done)
            errno = ENOENT;
    }
    done = done && chdir(physical ? dir : path) == 0;
    if (done) {
        variable_export("OLDPWD", here);
        if (physical || strlen(path) >= sizeof(here))
            done = getcwd(here, sizeof(here)) != NULL;
        else
            strcpy(here, path);
        variable_export("PWD", here);
    }
    free(path);
    return done;
}

/* DIR where CDPATH has it, malloc'd; NULL: nowhere. */
static char *cdpath_find(const char *dir)
{
    const char *first = strchr(dir, '/');
    size_t len = first ? (size_t)(first - dir) : strlen(dir);

    if (len == 0 || strncmp(dir, "..", len) == 0)
        return NULL; /* it begins with /, . or .. */
    return path_find(var_get("CDPATH"), dir, is_directory);
}

/* Reads -L and -P, the last of which counts. Returns: the next argument. */
static int options_read(char **argv, bool *physical)
{
    int i = 1;

    for (; argv[i] && argv[i][0] == '-' && argv[i][1]; i++) {
        if (strcmp(argv[i], "--") == 0)
            return i + 1;
        if (strspn(argv[i] + 1, "LP") != strlen(argv[i] + 1))
            break;
        *physical = argv[i][strlen(argv[i]) - 1] == 'P';
    }
    return i;
}

/* cd [-L|-P] [dir | -]. */
int builtin_cd(int argc, char **argv)
{
    bool physical = false;
    int i = options_read(argv, &physical), status = 0;
    bool back = i < argc && strcmp(argv[i], "-") == 0;
    const char *dir = i >= argc ? var_get("HOME")
                      : back    ? var_get("OLDPWD")
                                : argv[i];
    char *found, *copy;

    if (dir == NULL || *dir == '\0') {
        sh_warn("cd: %s", back ? "OLDPWD is not set" : "no directory is named");
        return 1;
    }
    copy = mem_copy(dir); /* OLDPWD changes */
    found = cdpath_find(dir);
    if (!directory_change(found ? found : copy, physical)) {
        sh_warn("cd: %s: %s", copy, strerror(errno));
        status = 1;
    } else if (back || (found && strcmp(found, copy) != 0)) {
        printf("%s\n", here);
    }
    free(found);
    free(copy);
    return status;
}

/* pwd [-L|-P]. */
int builtin_pwd(int argc, char **argv)
{
    char now[PATH_MAX];
    bool physical = false;

    (void)argc;
    options_read(argv, &physical);
    if (!physical && is_working_directory(here))
        strcpy(now, here);
    else if (getcwd(now, sizeof(now)) == NULL) {
        sh_warn("pwd: %s", strerror(errno));
        return 1;
    }
    printf("%s\n", now);
    return 0;
}
