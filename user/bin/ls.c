/* SPDX-License-Identifier: MIT */
/*
 * ls [-1aAdFilnrRSt] [FILE...]: lists files and what is in directories.
 *
 * -a also names that begin with a dot, -A those but . and ..; -d directories
 * themselves; -l with type, mode, links, owner, size and time; -n owners as
 * numbers; -i inode numbers; -F a mark for the type; -R all directories below;
 * -t newest first, -S largest first, -r the other way round; -1 one a line.
 * On a terminal names stand in columns.
 * Exit status: 0, 1 if something in a directory could not be read, 2 if that
 * was named, or for wrong usage.
 */
#include <dirent.h>
#include <err.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#define HALF_YEAR_SECONDS (365 * 86400 / 2)
#define COLUMN_GAP        2
#define DEFAULT_WIDTH     80
#define OPTIONS           "1aAdFilnrRSt"

struct entry {
    char *name;
    struct stat st;
};

struct list {
    struct entry *entries;
    size_t count;
};

static int options[128]; /* by letter */
static int status;
static int depth; /* of directories being listed */
static int screen_width;

static void *grow(void *block, size_t size)
{
    block = realloc(block, size);
    if (!block)
        err(1, NULL);
    return block;
}

static void fail(const char *path)
{
    warn("%s", path);
    status = depth == 0 || status == 2 ? 2 : 1;
}

/* PATH is where NAME is to be found. */
static void list_add(struct list *list, const char *name, const char *path,
                     int follows)
{
    struct entry entry;

    if ((!follows || stat(path, &entry.st) < 0) && lstat(path, &entry.st) < 0) {
        fail(path);
        return;
    }
    entry.name = strcpy(grow(NULL, strlen(name) + 1), name);
    list->entries = grow(list->entries,
                         (list->count + 1) * sizeof(*list->entries));
    list->entries[list->count++] = entry;
}

static void list_free(struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->entries[i].name);
    free(list->entries);
}

static char *join(const char *dir, const char *name)
{
    char *path = grow(NULL, strlen(dir) + strlen(name) + 2);
    int has_slash = dir[strlen(dir) - 1] == '/';

    sprintf(path, "%s%s%s", dir, has_slash ? "" : "/", name);
    return path;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = 0;

    if (options['t'])
        order = x->st.st_mtime < y->st.st_mtime   ? 1
                : x->st.st_mtime > y->st.st_mtime ? -1
                                                  : 0;
    else if (options['S'])
        order = x->st.st_size < y->st.st_size   ? 1
                : x->st.st_size > y->st.st_size ? -1
                                                : 0;
    if (order == 0)
        order = strcmp(x->name, y->name);
    return options['r'] ? -order : order;
}

static char type_letter(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return 'd';
    case S_IFLNK:
        return 'l';
    case S_IFCHR:
        return 'c';
    case S_IFBLK:
        return 'b';
    case S_IFIFO:
        return 'p';
    case S_IFSOCK:
        return 's';
    default:
        return '-';
    }
}

/* Such as drwxr-xr-x; s and t stand in the place of x. */
static void print_mode(mode_t mode)
{
    static const char letters[] = "rwxrwxrwx";
    char text[sizeof(letters)];

    for (int i = 0; i < 9; i++)
        text[i] = mode & (S_IRUSR >> i) ? letters[i] : '-';
    text[9] = '\0';
    if (mode & S_ISUID)
        text[2] = text[2] == 'x' ? 's' : 'S';
    if (mode & S_ISGID)
        text[5] = text[5] == 'x' ? 's' : 'S';
    if (mode & S_ISVTX)
        text[8] = text[8] == 'x' ? 't' : 'T';
    printf("%c%s", type_letter(mode), text);
}

static void print_owner(const struct stat *st)
{
    struct passwd *user = options['n'] ? NULL : getpwuid(st->st_uid);
    struct group *group = options['n'] ? NULL : getgrgid(st->st_gid);

    if (user)
        printf(" %-5s", user->pw_name);
    else
        printf(" %-5u", st->st_uid);
    if (group)
        printf(" %-5s", group->gr_name);
    else
        printf(" %-5u", st->st_gid);
}

/* The year takes the place of the hour for what is old or in the future. */
static void print_time(time_t then)
{
    time_t age = time(NULL) - then;
    int is_recent = age >= 0 && age < HALF_YEAR_SECONDS;
    char text[32];

    strftime(text, sizeof(text), is_recent ? "%b %e %H:%M" : "%b %e  %Y",
             localtime(&then));
    printf(" %s ", text);
}

static char mark_of(mode_t mode)
{
    if (!options['F'])
        return '\0';
    if (S_ISDIR(mode))
        return '/';
    if (S_ISLNK(mode))
        return options['l'] ? '\0' : '@';
    if (S_ISFIFO(mode))
        return '|';
    return S_ISREG(mode) && (mode & (S_IXUSR | S_IXGRP | S_IXOTH)) ? '*' : '\0';
}

/* Returns how many columns it took. */
static int print_name(const struct entry *entry)
{
    int len = 0;

    if (options['i'])
        len += printf("%7llu ", entry->st.st_ino);
    len += printf("%s", entry->name);
    if (mark_of(entry->st.st_mode)) {
        putchar(mark_of(entry->st.st_mode));
        len++;
    }
    return len;
}

static void print_long(const struct entry *entry, const char *dir)
{
    const struct stat *st = &entry->st;
    char target[PATH_MAX];

    if (options['i'])
        printf("%7llu ", st->st_ino);
    print_mode(st->st_mode);
    printf(" %3u", st->st_nlink);
    print_owner(st);
    if (S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode))
        printf(" %4u, %3u", major(st->st_rdev), minor(st->st_rdev));
    else
        printf(" %9lld", st->st_size);
    print_time(st->st_mtime);
    printf("%s", entry->name);
    if (S_ISLNK(st->st_mode)) {
        char *path = dir ? join(dir, entry->name) : NULL;
        ssize_t len = readlink(path ? path : entry->name, target,
                               sizeof(target));

        if (len >= 0)
            printf(" -> %.*s", (int)len, target);
        free(path);
    } else if (mark_of(st->st_mode)) {
        putchar(mark_of(st->st_mode));
    }
    putchar('\n');
}

/* As many columns as the longest name allows, filled downwards. */
static void print_columns(const struct list *list)
{
    size_t width = 0;
    size_t columns, rows;

    for (size_t i = 0; i < list->count; i++) {
        size_t len = strlen(list->entries[i].name) + (options['i'] ? 8 : 0) +
                     (options['F'] != 0) + COLUMN_GAP;

        if (len > width)
            width = len;
    }
    columns = width ? (size_t)screen_width / width : 1;
    if (columns == 0)
        columns = 1;
    rows = (list->count + columns - 1) / columns;
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < list->count; i += rows) {
            int len = print_name(&list->entries[i]);

            if (i + rows < list->count)
                printf("%*s", (int)width - len, "");
        }
        putchar('\n');
    }
}

static void print_list(const struct list *list, const char *dir)
{
    if (list->count > 0)
        qsort(list->entries, list->count, sizeof(*list->entries),
              compare_entries);
    if (!options['l'] && !options['1']) {
        print_columns(list);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (options['l']) {
            print_long(&list->entries[i], dir);
        } else {
            print_name(&list->entries[i]);
            putchar('\n');
        }
    }
}

static int is_shown(const char *name)
{
    if (name[0] != '.' || options['a'])
        return 1;
    return options['A'] && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static void list_directory(const char *path, int has_title)
{
    static int has_printed;
    struct list list = {0};
    unsigned long long blocks = 0;
    struct dirent *entry;
    DIR *dir = opendir(path);

    if (!dir) {
        fail(path);
        return;
    }
    depth++;
    while ((entry = readdir(dir)) != NULL) {
        char *inner = join(path, entry->d_name);

        if (is_shown(entry->d_name))
            list_add(&list, entry->d_name, inner, 0);
        free(inner);
    }

    if (has_title)
        printf("%s%s:\n", has_printed ? "\n" : "", path);
    has_printed = 1;
    for (size_t i = 0; i < list.count; i++)
        blocks += list.entries[i].st.st_blocks;
    if (options['l'])
        printf("total %llu\n", blocks / 2); /* of 512 bytes, in KiB */
    print_list(&list, path);
    closedir(dir); /* not before: /proc/self/fd shows this descriptor too */

    for (size_t i = 0; options['R'] && i < list.count; i++) {
        const char *name = list.entries[i].name;

        if (S_ISDIR(list.entries[i].st.st_mode) && strcmp(name, ".") != 0 &&
            strcmp(name, "..") != 0) {
            char *inner = join(path, name);

            list_directory(inner, 1);
            free(inner);
        }
    }
    depth--;
    list_free(&list);
}

static void find_width(void)
{
    struct winsize size;

    screen_width = DEFAULT_WIDTH;
    if (!isatty(STDOUT_FILENO))
        options['1'] = 1;
    else if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        screen_width = size.ws_col;
}

int main(int argc, char *argv[])
{
    struct list files = {0};
    struct list dirs = {0};
    int c;

    find_width();
    while ((c = getopt(argc, argv, OPTIONS)) != -1) {
        if (c == '?') {
            fprintf(stderr, "usage: ls [-" OPTIONS "] [file...]\n");
            return 2;
        }
        options[c] = 1;
    }
    options['l'] |= options['n'];

    if (optind == argc)
        argv[--optind] = (char *)".";
    for (int i = optind; i < argc; i++) {
        struct stat st;
        /* A link named here is followed, but not where it is to be shown. */
        int follows = !(options['l'] || options['F'] || options['d']);
        int is_dir = !options['d'] &&
                     (follows ? stat(argv[i], &st) : lstat(argv[i], &st)) == 0 &&
                     S_ISDIR(st.st_mode);

        list_add(is_dir ? &dirs : &files, argv[i], argv[i], is_dir || follows);
    }
    if (files.count > 0)
        print_list(&files, NULL);
    if (dirs.count > 0)
        qsort(dirs.entries, dirs.count, sizeof(*dirs.entries), compare_entries);
    if (files.count > 0 && dirs.count > 0)
        putchar('\n');
    for (size_t i = 0; i < dirs.count; i++)
        list_directory(dirs.entries[i].name, argc - optind > 1 || options['R']);
    list_free(&files);
    list_free(&dirs);
    if (fflush(stdout) < 0 || ferror(stdout))
        err(1, "standard output");
    return status;
}
