/* SPDX-License-Identifier: MIT */
/*
 * The tab key: completes the word before the cursor to a file's name, or to a
 * command's where a command stands.
 *
 * What all candidates have in common is inserted; when that is nothing, they
 * are listed below the line and the line is drawn again.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "builtin.h"
#include "edit.h"
#include "sh.h"

#define SHOWN_MAX 100
#define SEPARATORS " \t;|&<>()`"

/* Adds the names in directory DIR that begin with PREFIX. */
static void candidates_add(struct fields *out, const char *dir,
                           const char *prefix)
{
    DIR *d = opendir(*dir ? dir : ".");
    struct dirent *entry;
    struct stat st;

    if (d == NULL)
        return;
    while ((entry = readdir(d)) != NULL) {
        struct buffer path = { 0 };
        char *name;

        if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0 ||
            (entry->d_name[0] == '.' && *prefix != '.'))
            continue;
        buffer_append(&path, dir, strlen(dir));
        if (*dir && dir[strlen(dir) - 1] != '/')
            buffer_add(&path, '/');
        buffer_append(&path, entry->d_name, strlen(entry->d_name));
        name = mem_alloc(strlen(entry->d_name) + 2);
        strcpy(name, entry->d_name);
        if (stat(path.text, &st) == 0 && S_ISDIR(st.st_mode))
            strcat(name, "/");
        fields_add(out, name);
        buffer_free(&path);
    }
    closedir(d);
}

static void commands_add(struct fields *out, const char *prefix)
{
    const char *dir = var_get("PATH");
    const struct builtin *table;
    size_t i, count;

    for (table = builtin_table(&count), i = 0; i < count; i++) {
        if (strncmp(table[i].name, prefix, strlen(prefix)) == 0)
            fields_add(out, mem_copy(table[i].name));
    }
    while (dir) {
        size_t len = strcspn(dir, ":");
        char *one = mem_alloc(len + 1);

        memcpy(one, dir, len);
        candidates_add(out, one, prefix);
        free(one);
        dir = dir[len] ? dir + len + 1 : NULL;
    }
}

static int candidate_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* In order, each only once: a command may be in two directories. */
static void candidates_sort(struct fields *list)
{
    int i, kept = 0;

    qsort(list->list, list->count, sizeof(*list->list), candidate_compare);
    for (i = 0; i < list->count; i++) {
        if (kept && strcmp(list->list[kept - 1], list->list[i]) == 0)
            free(list->list[i]);
        else
            list->list[kept++] = list->list[i];
    }
    list->count = kept;
}

/* How many characters all candidates share. */
static size_t common_length(const struct fields *list)
{
    size_t len = strlen(list->list[0]);
    int i;

    for (i = 1; i < list->count; i++) {
        size_t same = 0;

        while (same < len && list->list[i][same] == list->list[0][same])
            same++;
        len = same;
    }
    return len;
}

static void candidates_show(struct edit *e, const struct fields *list)
{
    int i;

    putchar('\n');
    if (list->count > SHOWN_MAX)
        printf("%d candidates\n", list->count);
    for (i = 0; i < list->count && list->count <= SHOWN_MAX; i++)
        printf("%s%s", list->list[i], i + 1 < list->count ? "  " : "\n");
    fflush(stdout);
    e->row = 0;
    edit_redraw(e);
}

/* Is the word at START the first of a command? */
static bool is_command_word(const struct edit *e, size_t start)
{
    while (start > 0 && e->line.text[start - 1] == ' ')
        start--;
    return start == 0 || strchr(";|&(`", e->line.text[start - 1]);
}

void edit_complete(struct edit *e)
{
    struct fields list = { 0 };
    size_t start = e->pos, done, common;
    char *word, *slash;

    while (start > 0 && !strchr(SEPARATORS, e->line.text[start - 1]))
        start--;
    word = mem_alloc(e->pos - start + 1);
    memcpy(word, e->line.text + start, e->pos - start);
    slash = strrchr(word, '/');
    if (slash) {
        char *dir = mem_copy(word);

        dir[slash - word + 1] = '\0';
        candidates_add(&list, dir, slash + 1);
        free(dir);
    } else if (is_command_word(e, start)) {
        commands_add(&list, word);
    } else {
        candidates_add(&list, "", word);
    }
    if (list.count)
        candidates_sort(&list);
    done = strlen(slash ? slash + 1 : word);
    common = list.count ? common_length(&list) : 0;
    if (common > done)
        edit_insert(e, list.list[0] + done, common - done);
    else if (list.count > 1)
        candidates_show(e, &list);
    if (list.count == 1 && common && list.list[0][common - 1] != '/')
        edit_insert(e, " ", 1);
    fields_free(&list);
    free(word);
}
