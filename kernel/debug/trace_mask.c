/* SPDX-License-Identifier: MIT */
/*
 * The mask of the trace in words: its categories, added and taken away.
 *
 * Called at boot with the option trace=, and by debug/trace_file.c with what is
 * written to /proc/trace.  Owns nothing but the table of names.
 */
#include "debug/trace_mask.h"

#include "debug/trace.h"
#include "lib/string.h"

enum {
    CATEGORY_states, CATEGORY_life, CATEGORY_signals, CATEGORY_calls,
    CATEGORY_switches, CATEGORIES,
};

static const char *const category_names[CATEGORIES] = {
    [CATEGORY_states] = "states",
    [CATEGORY_life] = "life",
    [CATEGORY_signals] = "signals",
    [CATEGORY_calls] = "calls",
    [CATEGORY_switches] = "switches",
};

static const uint8_t kind_categories[TRACE_KINDS] = {
#define TRACE(kind, category, name) [TRACE_##kind] = CATEGORY_##category,
#include "debug/trace.def"
#undef TRACE
};

/* The kinds of the category, or of all for "all", that is LEN letters at NAME; 0
 * where there is none. */
static unsigned int category_kinds(const char *name, size_t len)
{
    bool is_all = len == 3 && strncmp(name, "all", len) == 0;
    unsigned int kinds = 0;

    for (unsigned int kind = 0; kind < TRACE_KINDS; kind++) {
        const char *category = category_names[kind_categories[kind]];
        if (is_all || (strlen(category) == len &&
                       strncmp(name, category, len) == 0))
            kinds |= 1u << kind;
    }
    return kinds;
}

/* Changes *MASK by the word of LEN letters at WORD. */
static bool mask_change(unsigned int *mask, const char *word, size_t len)
{
    bool has_sign = len > 0 && (*word == '+' || *word == '-');
    unsigned int kinds = category_kinds(word + has_sign, len - has_sign);

    if (len == 4 && strncmp(word, "none", len) == 0)
        *mask = 0;
    else if (kinds == 0)
        return false;
    else if (*word == '-')
        *mask &= ~kinds;
    else
        *mask |= kinds;
    return true;
}

bool trace_mask_set(const char *words)
{
    unsigned int mask = trace_mask;

    for (;;) {
        const char *end = strchr(words, ',');
        size_t len = end ? (size_t)(end - words) : strlen(words);

        if (!mask_change(&mask, words, len))
            return false;
        if (!end)
            break;
        words = end + 1;
    }
    trace_mask = mask;
    return true;
}

const char *trace_category(unsigned int n, bool *is_kept)
{
    if (n >= CATEGORIES)
        return NULL;
    *is_kept = trace_mask & category_kinds(category_names[n],
                                           strlen(category_names[n]));
    return category_names[n];
}
