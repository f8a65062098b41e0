/* SPDX-License-Identifier: MIT */
/* What ls's files share: the files that main.c finds and show.c shows. */
#pragma once

#include <stddef.h>
#include <sys/stat.h>

struct entry {
    char *name;
    struct stat st;
};

struct list {
    struct entry *entries;
    size_t count;
};

extern int options[128];  /* by letter */
extern int format;        /* 1, C, l, m or x, as the options have it */
extern int screen_width;

/* The time that ls is to speak of: of change, of access or of contents. */
struct timespec time_of(const struct stat *st);

/* DIR and NAME as one path, malloc'd. */
char *path_join(const char *dir, const char *name);

/* Shows LIST in its order; DIR is where the names are, NULL: here. */
void list_show(const struct list *list, const char *dir);

/* A number of bytes, with -h in K, M and so on. */
void size_text(char *out, size_t size, unsigned long long bytes);

/* The blocks of -s, in KiB. */
void blocks_text(char *out, size_t size, unsigned long long blocks);
