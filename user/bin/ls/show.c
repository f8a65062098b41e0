/* SPDX-License-Identifier: MIT */
/*
 * How ls shows a list of files: long, in columns, in rows, between commas, or
 * one a line.
 *
 * Each part of a line is as wide as the widest in the list, so every entry is
 * first turned into text, then measured, then printed.
 */
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include "ls.h"

#define HALF_YEAR_SECONDS (365 * 86400 / 2)
#define COLUMN_GAP        2
#define PART_BYTES        40
#define BLOCK_BYTES       512

/* What stands before a name, in this order. */
enum part { INODE, BLOCKS, LINKS, USER, GROUP, MAJOR, MINOR, SIZE, PARTS };

static int widths[PARTS];

void size_text(char *out, size_t size, unsigned long long bytes)
{
    static const char units[] = "KMGTPE";
    unsigned long long unit = 1024, tenths;
    const char *letter = units;

    if (!options['h'] || bytes < 1024) {
        snprintf(out, size, "%llu", bytes);
        return;
    }
    /* Rounded up, and so perhaps to the next unit. */
    while ((bytes + unit - 1) / unit >= 1024) {
        unit *= 1024;
        letter++;
    }
    tenths = (bytes * 10 + unit - 1) / unit;
    if (tenths < 100)
        snprintf(out, size, "%llu.%llu%c", tenths / 10, tenths % 10, *letter);
    else
        snprintf(out, size, "%llu%c", (bytes + unit - 1) / unit, *letter);
}

void blocks_text(char *out, size_t size, unsigned long long blocks)
{
    if (options['h'])
        size_text(out, size, blocks * BLOCK_BYTES);
    else
        snprintf(out, size, "%llu", (blocks + 1) / 2);
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

/* The owner's name, or number with -n or where there is none. */
static void owner_text(char *out, const struct stat *st, enum part part)
{
    struct passwd *user = NULL;
    struct group *group = NULL;

    if (!options['n'] && part == USER)
        user = getpwuid(st->st_uid);
    else if (!options['n'])
        group = getgrgid(st->st_gid);
    if (user || group)
        snprintf(out, PART_BYTES, "%s", user ? user->pw_name : group->gr_name);
    else
        snprintf(out, PART_BYTES, "%u", part == USER ? st->st_uid : st->st_gid);
}

/* Writes PART of an entry, "" if it has none such or was not asked for. */
static void part_text(char *out, const struct stat *st, enum part part)
{
    int is_device = S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode);

    *out = '\0';
    if (part == INODE && options['i'])
        snprintf(out, PART_BYTES, "%llu", st->st_ino);
    else if (part == BLOCKS && options['s'])
        blocks_text(out, PART_BYTES, st->st_blocks);
    if (format != 'l')
        return;
    if (part == LINKS)
        snprintf(out, PART_BYTES, "%u", st->st_nlink);
    else if ((part == USER && !options['g']) ||
             (part == GROUP && !options['o']))
        owner_text(out, st, part);
    else if (part == MAJOR && is_device)
        snprintf(out, PART_BYTES, "%u,", major(st->st_rdev));
    else if (part == MINOR && is_device)
        snprintf(out, PART_BYTES, "%u", minor(st->st_rdev));
    else if (part == SIZE && !is_device)
        size_text(out, PART_BYTES, st->st_size);
}

static void parts_measure(const struct list *list)
{
    char text[PART_BYTES];

    memset(widths, 0, sizeof(widths));
    for (size_t i = 0; i < list->count; i++)
        for (int part = 0; part < PARTS; part++) {
            part_text(text, &list->entries[i].st, (enum part)part);
            if ((int)strlen(text) > widths[part])
                widths[part] = (int)strlen(text);
        }
    /* A device's two numbers and a size share one place. */
    if (widths[MAJOR]) {
        int both = widths[MAJOR] + 1 + widths[MINOR];

        if (widths[SIZE] > both)
            widths[MAJOR] += widths[SIZE] - both;
        else
            widths[SIZE] = both;
    }
}

/* Prints a part and a blank.  Returns how many columns they took. */
static int part_print(const struct stat *st, enum part part)
{
    char text[PART_BYTES];

    part_text(text, st, part);
    if (widths[part] == 0 || (*text == '\0' && part >= MAJOR))
        return 0;
    return printf("%*s ",
                  part == USER || part == GROUP ? -widths[part] : widths[part],
                  text);
}

/* The year takes the place of the hour for what is old or in the future. */
static void print_time(time_t then)
{
    time_t age = time(NULL) - then;
    int is_recent = age >= 0 && age < HALF_YEAR_SECONDS;
    char text[32];

    strftime(text, sizeof(text), is_recent ? "%b %e %H:%M" : "%b %e  %Y",
             localtime(&then));
    printf("%s ", text);
}

/* The mark of -F, or of -p, behind a name; 0: none. */
static char mark_of(mode_t mode)
{
    if (S_ISDIR(mode))
        return options['F'] || options['p'] ? '/' : '\0';
    if (!options['F'])
        return '\0';
    if (S_ISLNK(mode))
        return format == 'l' ? '\0' : '@';
    if (S_ISFIFO(mode))
        return '|';
    if (S_ISSOCK(mode))
        return '=';
    return S_ISREG(mode) && (mode & (S_IXUSR | S_IXGRP | S_IXOTH)) ? '*' : '\0';
}

/* How many columns print_name() will take. */
static int name_length(const struct entry *entry)
{
    return (int)strlen(entry->name) + (mark_of(entry->st.st_mode) != '\0') +
           widths[INODE] + (widths[INODE] > 0) + widths[BLOCKS] +
           (widths[BLOCKS] > 0);
}

static void print_name(const struct entry *entry)
{
    part_print(&entry->st, INODE);
    part_print(&entry->st, BLOCKS);
    printf("%s", entry->name);
    if (mark_of(entry->st.st_mode))
        putchar(mark_of(entry->st.st_mode));
}

static void print_long(const struct entry *entry, const char *dir)
{
    const struct stat *st = &entry->st;
    char target[PATH_MAX];
    int part;

    part_print(st, INODE);
    part_print(st, BLOCKS);
    print_mode(st->st_mode);
    putchar(' ');
    for (part = LINKS; part < PARTS; part++)
        part_print(st, (enum part)part);
    print_time(time_of(st).tv_sec);
    printf("%s", entry->name);
    if (S_ISLNK(st->st_mode)) {
        char *path = dir ? path_join(dir, entry->name) : NULL;
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

/* As many columns as the longest name allows, filled downwards or, for -x,
 * across. */
static void print_columns(const struct list *list)
{
    size_t width = 1, columns, rows;
    size_t down, across;

    for (size_t i = 0; i < list->count; i++) {
        size_t len = (size_t)name_length(&list->entries[i]) + COLUMN_GAP;

        width = len > width ? len : width;
    }
    columns = (size_t)screen_width / width;
    columns = columns ? columns : 1;
    rows = (list->count + columns - 1) / columns;
    down = format == 'x' ? columns : 1;
    across = format == 'x' ? 1 : rows;
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            size_t i = row * down + column * across;

            if (i >= list->count)
                break;
            if (column > 0)
                printf("%*s",
                       (int)width - name_length(&list->entries[i - across]),
                       "");
            print_name(&list->entries[i]);
        }
        putchar('\n');
    }
}

/* -m: name, name, and so on, in lines as long as the screen has room for. */
static void print_stream(const struct list *list)
{
    int at = 0;

    for (size_t i = 0; i < list->count; i++) {
        int len = name_length(&list->entries[i]);

        if (i > 0) {
            int fits = at + len + 2 < screen_width;

            printf(",%c", fits ? ' ' : '\n');
            at = fits ? at + 2 : 0;
        }
        print_name(&list->entries[i]);
        at += len;
    }
    if (list->count)
        putchar('\n');
}

void list_show(const struct list *list, const char *dir)
{
    parts_measure(list);
    if (format == 'C' || format == 'x') {
        print_columns(list);
        return;
    }
    if (format == 'm') {
        print_stream(list);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (format == 'l') {
            print_long(&list->entries[i], dir);
        } else {
            print_name(&list->entries[i]);
            putchar('\n');
        }
    }
}
