/* SPDX-License-Identifier: MIT */
/*
 * Field splitting (POSIX.1-2017, Shell, 2.6.5).
 *
 * Only characters that came out of a $ construct are separators, and only
 * those that stand in IFS: white space there separates however much of it
 * there is; any other character separates each time, with the white space
 * around it.  So with IFS=": ", "a : b::c" is a, b, an empty field, and c.
 *
 * Read next: glob.c, to which each field goes that looks like a pattern.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

void fields_add(struct fields *f, char *text)
{
    if (f->count + 2 > f->size) {
        f->size = 2 * f->size + 8;
        f->list = mem_resize(f->list, f->size * sizeof(*f->list));
    }
    f->list[f->count++] = text;
    f->list[f->count] = NULL;
}

void fields_free(struct fields *f)
{
    int i;

    for (i = 0; i < f->count; i++)
        free(f->list[i]);
    free(f->list);
    memset(f, 0, sizeof(*f));
}

/* Adds the characters FROM to TO as a field, or as what they match. */
static void field_end(struct fields *out, const struct expansion *ex,
                      size_t from, size_t to)
{
    struct buffer plain = { 0 };
    char *pattern = expansion_pattern(ex, from, to);
    size_t i;

    buffer_append(&plain, "", 0);
    for (i = from; i < to; i++) {
        if (ex->marks.text[i] < MARK_NOTHING)
            buffer_add(&plain, ex->text.text[i]);
    }
    if (!sh.opt_noglob && glob_has_magic(pattern)) {
        glob_expand(out, pattern, plain.text);
        buffer_free(&plain);
    } else {
        fields_add(out, plain.text);
    }
    free(pattern);
}

void fields_split(struct fields *out, const struct expansion *ex)
{
    const char *ifs = var_get("IFS");
    bool has_field = false;   /* something stands since START */
    bool after_space = false; /* white space has ended the last field */
    size_t start = 0, i;

    if (ifs == NULL)
        ifs = " \t\n";
    for (i = 0; i < ex->text.len; i++) {
        char c = ex->text.text[i];
        enum mark mark = (enum mark)ex->marks.text[i];
        bool splits = mark == MARK_EXPANDED && strchr(ifs, c);
        bool space = splits && isspace((unsigned char)c);

        if (!splits && mark != MARK_BREAK) {
            if (!has_field)
                start = i;
            has_field = true;
            after_space = false;
        } else if (mark == MARK_BREAK || space) {
            if (has_field)
                field_end(out, ex, start, i);
            after_space = space && (has_field || after_space);
            has_field = false;
        } else {
            if (has_field || !after_space)
                field_end(out, ex, has_field ? start : i, i);
            has_field = after_space = false;
        }
    }
    if (has_field)
        field_end(out, ex, start, i);
}
