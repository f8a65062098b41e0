/* SPDX-License-Identifier: MIT */
/*
 * cp [-afipPrR] FILE... TARGET: copies files.
 *
 * If TARGET is a directory the copies go into it.  -r (or -R) copies
 * directories with all that is in them, -P (and -r) links as links, -p keeps
 * owners, modes and times, -a is all three; -f removes a target that cannot be
 * opened, -i asks before one is overwritten.
 * Exit status: 0, 1 if something could not be copied or for wrong usage.
 */
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE_BITS      07777
#define MODE_OWNER_ALL 0700

static int is_recursive;
static int is_forced;
static int keeps_attributes;
static int keeps_links;
static int asks;

static int copy_path(const char *from, const char *to);

static int fail(const char *path)
{
    warn("%s", path);
    return 1;
}

static int is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Copies the bytes; names the file that gave trouble. */
static int copy_bytes(int in, int out, const char *from, const char *to)
{
    static char buf[16384];
    ssize_t n;

    while ((n = read(in, buf, sizeof(buf))) > 0) {
        for (ssize_t done = 0; done < n;) {
            ssize_t put = write(out, buf + done, (size_t)(n - done));

            if (put < 0)
                return fail(to);
            done += put;
        }
    }
    return n < 0 ? fail(from) : 0;
}

static int copy_file(const char *from, const char *to, mode_t mode)
{
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    int in = open(from, O_RDONLY);
    int status = 1;
    int out;

    if (in < 0)
        return fail(from);
    out = open(to, flags, mode);
    if (out < 0 && is_forced && unlink(to) == 0)
        out = open(to, flags, mode);
    if (out < 0) {
        fail(to);
    } else {
        status = copy_bytes(in, out, from, to);
        close(out);
    }
    close(in);
    return status;
}

static int copy_link(const char *from, const char *to)
{
    char target[PATH_MAX];
    ssize_t len = readlink(from, target, sizeof(target) - 1);

    if (len < 0)
        return fail(from);
    target[len] = '\0';
    unlink(to); /* a file in the way; a directory stays */
    return symlink(target, to) < 0 ? fail(to) : 0;
}

/* "cp -r a a/b" would never end: is directory ST above TO? */
static int is_inside(const struct stat *st, const char *to)
{
    char path[PATH_MAX];
    struct stat above, last = {0};

    snprintf(path, sizeof(path), "%s", to);
    while (stat(path, &above) == 0) {
        if (above.st_dev == st->st_dev && above.st_ino == st->st_ino)
            return 1;
        if (above.st_dev == last.st_dev && above.st_ino == last.st_ino)
            return 0; /* the root: its parent is itself */
        last = above;
        if (strlen(path) + sizeof("/..") > sizeof(path))
            return 0;
        strcat(path, "/..");
    }
    return 0;
}

static int copy_directory(const char *from, const char *to, mode_t mode)
{
    DIR *dir = opendir(from);
    struct dirent *entry;
    int status = 0;

    if (!dir)
        return fail(from);
    if (mkdir(to, mode | MODE_OWNER_ALL) < 0 && !is_directory(to)) {
        closedir(dir);
        return fail(to);
    }
    while ((entry = readdir(dir)) != NULL) {
        const char *name = entry->d_name;
        size_t len = strlen(from) + strlen(to) + 2 * strlen(name) + 4;
        char *paths;
        char *inner_to;

        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        paths = malloc(len);
        if (!paths)
            err(1, NULL);
        inner_to = paths + sprintf(paths, "%s/%s", from, name) + 1;
        sprintf(inner_to, "%s/%s", to, name);
        status |= copy_path(paths, inner_to);
        free(paths);
    }
    closedir(dir);
    return status;
}

static void keep_attributes(const struct stat *st, const char *to)
{
    struct timespec times[2] = {st->st_atim, st->st_mtim};
    mode_t mode = st->st_mode & MODE_BITS;

    if (lchown(to, st->st_uid, st->st_gid) < 0)
        mode &= ~(mode_t)(S_ISUID | S_ISGID); /* not in another's name */
    if ((!S_ISLNK(st->st_mode) && chmod(to, mode) < 0) ||
        utimensat(AT_FDCWD, to, times, AT_SYMLINK_NOFOLLOW) < 0)
        warn("%s", to);
}

/* Asks for a yes on the standard error output. */
static int has_consent(const char *to)
{
    char answer[16];

    fprintf(stderr, "cp: overwrite %s? ", to);
    return fgets(answer, sizeof(answer), stdin) &&
           (*answer == 'y' || *answer == 'Y');
}

/* A pipe or a device, with -r: another one like it. */
static int copy_special(const struct stat *st, const char *to)
{
    if (is_forced)
        unlink(to);
    return mknod(to, st->st_mode, st->st_rdev) < 0 ? fail(to) : 0;
}

static int copy_path(const char *from, const char *to)
{
    struct stat st, other;
    int status, exists;

    if ((keeps_links ? lstat(from, &st) : stat(from, &st)) < 0)
        return fail(from);
    exists = (S_ISLNK(st.st_mode) ? lstat : stat)(to, &other) == 0;
    if (exists && st.st_dev == other.st_dev &&
        st.st_ino == other.st_ino) {
        warnx("%s and %s are the same file", from, to);
        return 1;
    }
    if (asks && exists && !S_ISDIR(st.st_mode) && !has_consent(to))
        return 0;
    if (S_ISLNK(st.st_mode)) {
        status = copy_link(from, to);
    } else if (is_recursive && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
        status = copy_special(&st, to);
    } else if (!S_ISDIR(st.st_mode)) {
        status = copy_file(from, to, st.st_mode & MODE_BITS);
    } else if (!is_recursive) {
        warnx("%s: is a directory (not copied without -r)", from);
        return 1;
    } else {
        status = copy_directory(from, to, st.st_mode & MODE_BITS);
    }
    if (keeps_attributes && status == 0)
        keep_attributes(&st, to);
    return status;
}

/* As copy_path, for what the user named: a directory may not go into itself. */
static int copy_named(const char *from, const char *to)
{
    char parent[PATH_MAX];
    struct stat st;

    snprintf(parent, sizeof(parent), "%s", to);
    if (is_recursive && lstat(from, &st) == 0 && S_ISDIR(st.st_mode) &&
        is_inside(&st, dirname(parent))) {
        warnx("%s: cannot be copied into itself", from);
        return 1;
    }
    return copy_path(from, to);
}

static int copy_into(const char *from, const char *dir)
{
    char name[PATH_MAX];
    char to[PATH_MAX];

    snprintf(name, sizeof(name), "%s", from);
    snprintf(to, sizeof(to), "%s/%s", dir, basename(name));
    return copy_named(from, to);
}

int main(int argc, char *argv[])
{
    int status = 0;
    int c;

    while ((c = getopt(argc, argv, "afipPrR")) != -1) {
        is_forced |= c == 'f';
        asks |= c == 'i';
        keeps_attributes |= c == 'p' || c == 'a';
        is_recursive |= c == 'r' || c == 'R' || c == 'a';
        keeps_links |= is_recursive || c == 'P';
        if (c == '?')
            goto usage;
    }
    argc -= optind;
    argv += optind;
    if (argc < 2)
        goto usage;
    if (!is_directory(argv[argc - 1])) {
        if (argc > 2) {
            warnx("%s: is not a directory", argv[argc - 1]);
            return 1;
        }
        return copy_named(argv[0], argv[1]);
    }
    for (int i = 0; i < argc - 1; i++)
        status |= copy_into(argv[i], argv[argc - 1]);
    return status;

usage:
    fprintf(stderr, "usage: cp [-afipPrR] file... target\n");
    return 1;
}
