/* SPDX-License-Identifier: MIT */
/*
 * ls [-1aAcCdFghilLmnoprRsStux] [FILE...]: lists files, and what directories
 * have in them.
 *
 * -a also names that begin with a dot, -A those but . and ..; -d directories
 * themselves; -l with type, mode, links, owner, size and time; -n owners as
 * numbers; -g and -o leave out the owner and the group; -i inode numbers; -s
 * sizes on the disk; -h sizes in K, M and so on; -F a mark for the type, -p
 * only for directories; -L what links lead to; -R all directories below; -t
 * newest first, -S largest first, -r the other way round; -c and -u mean the
 * times of change and of access.  Names stand in columns (-C, the default on a
 * terminal), in rows (-x), between commas (-m), or one a line (-1).
 * Exit status: 0, 1 if something in a directory could not be read, 2 if that
 * was named, or for wrong usage.
 */
#include <dirent.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "ls.h"

#define DEFAULT_WIDTH 80
#define OPTIONS       "1aAcCdFghilLmnoprRsStux"

int options[128];
int format;
int screen_width;
static int status;
static int depth; /* of directories being listed */

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

char *path_join(const char *dir, const char *name)
{
    char *path = grow(NULL, strlen(dir) + strlen(name) + 2);
    int has_slash = dir[strlen(dir) - 1] == '/';

    sprintf(path, "%s%s%s", dir, has_slash ? "" : "/", name);
    return path;
}

struct timespec time_of(const struct stat *st)
{
    if (options['c'])
        return st->st_ctim;
    return options['u'] ? st->st_atim : st->st_mtim;
}

/* The newer first. */
static int compare_times(struct timespec a, struct timespec b)
{
    if (a.tv_sec != b.tv_sec)
        return a.tv_sec < b.tv_sec ? 1 : -1;
    return a.tv_nsec < b.tv_nsec ? 1 : a.tv_nsec > b.tv_nsec ? -1 : 0;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = 0;

    if (options['t'])
        order = compare_times(time_of(&x->st), time_of(&y->st));
    else if (options['S'])
        order = x->st.st_size < y->st.st_size   ? 1
                : x->st.st_size > y->st.st_size ? -1
                                                : 0;
    if (order == 0)
        order = strcmp(x->name, y->name);
    return options['r'] ? -order : order;
}

static void list_print(struct list *list, const char *dir)
{
    if (list->count > 0)
        qsort(list->entries, list->count, sizeof(*list->entries),
              compare_entries);
    list_show(list, dir);
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
        char *inner = path_join(path, entry->d_name);

        if (is_shown(entry->d_name))
            list_add(&list, entry->d_name, inner, options['L']);
        free(inner);
    }

    if (has_title)
        printf("%s%s:\n", has_printed ? "\n" : "", path);
    has_printed = 1;
    for (size_t i = 0; i < list.count; i++)
        blocks += list.entries[i].st.st_blocks;
    if (format == 'l' || options['s']) {
        char total[32];

        blocks_text(total, sizeof(total), blocks);
        printf("total %s\n", total);
    }
    list_print(&list, path);
    closedir(dir); /* not before: /proc/self/fd shows this descriptor too */

    for (size_t i = 0; options['R'] && i < list.count; i++) {
        const char *name = list.entries[i].name;

        if (S_ISDIR(list.entries[i].st.st_mode) && strcmp(name, ".") != 0 &&
            strcmp(name, "..") != 0) {
            char *inner = path_join(path, name);

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
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        screen_width = size.ws_col;
}

/* Of the options that choose a format the last one counts. */
static void option_take(int c)
{
    options[c] = 1;
    if (strchr("Clmx", c))
        format = c;
    else if (strchr("gno", c))
        format = 'l';
    else if (c == '1' && format != 'l')
        format = '1';
}

int main(int argc, char *argv[])
{
    struct list files = {0};
    struct list dirs = {0};
    int c;

    find_width();
    format = isatty(STDOUT_FILENO) ? 'C' : '1';
    while ((c = getopt(argc, argv, OPTIONS)) != -1) {
        if (c == '?') {
            fprintf(stderr, "usage: ls [-" OPTIONS "] [file...]\n");
            return 2;
        }
        option_take(c);
    }
    /* Without -l the time that is asked for must be for the order. */
    options['t'] |= (options['c'] || options['u']) && format != 'l';

    if (optind == argc)
        argv[--optind] = (char *)".";
    for (int i = optind; i < argc; i++) {
        struct stat st;
        /* A link named here is followed, but not where it is to be shown. */
        int follows = options['L'] ||
                      !(format == 'l' || options['F'] || options['d']);
        int is_dir = !options['d'] &&
                     (follows ? stat : lstat)(argv[i], &st) == 0 &&
                     S_ISDIR(st.st_mode);

        list_add(is_dir ? &dirs : &files, argv[i], argv[i], is_dir || follows);
    }
    if (files.count > 0)
        list_print(&files, NULL);
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
