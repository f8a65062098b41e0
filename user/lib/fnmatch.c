/* SPDX-License-Identifier: MIT */
/*
 * Shell patterns: ? one character, * any number, [a-z] one of a set, \ takes
 * the next character as it is (POSIX.1-2017, Shell 2.13).
 *
 * match_one compares one element of the pattern with one character.  A * is
 * tried with nothing first; when the match fails later it takes one more
 * character, and only the last * ever needs to.
 */
#include <ctype.h>
#include <fnmatch.h>
#include <string.h>

struct class_name {
    const char *name;
    int (*is_member)(int c);
};

static const struct class_name classes[] = {
    {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank},
    {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
    {"lower", islower}, {"print", isprint}, {"punct", ispunct},
    {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
};

static int fold(int c, int flags)
{
    return flags & FNM_CASEFOLD ? tolower(c) : c;
}

/* At "[:name:]": tests C and returns the end, or NULL if it is no class. */
static const char *match_class(const char *at, int c, int *found)
{
    const char *end = strstr(at, ":]");

    if (at[0] != '[' || at[1] != ':' || !end)
        return NULL;
    at += 2;
    for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
        if (strlen(classes[i].name) == (size_t)(end - at) &&
            strncmp(classes[i].name, at, (size_t)(end - at)) == 0) {
            *found |= classes[i].is_member(c) != 0;
            return end + 2;
        }
    return NULL;
}

/* A character of a set, past a backslash. */
static int set_character(const char **at, int flags)
{
    if (**at == '\\' && !(flags & FNM_NOESCAPE) && (*at)[1])
        (*at)++;
    return (unsigned char)*(*at)++;
}

/*
 * AT is behind a "[".  Returns the end of the set with *FOUND set, or NULL
 * if there is no "]": then the "[" is an ordinary character.
 */
static const char *match_set(const char *at, int c, int flags, int *found)
{
    int is_inverted = *at == '!' || *at == '^';
    const char *start = at + is_inverted;
    int is_found = 0;

    for (at = start; *at != ']' || at == start;) {
        const char *after = match_class(at, c, &is_found);
        int low, high;

        if (after) {
            at = after;
            continue;
        }
        if (!*at || (*at == '/' && (flags & FNM_PATHNAME)))
            return NULL;
        low = high = set_character(&at, flags);
        if (*at == '-' && at[1] && at[1] != ']') {
            at++;
            high = set_character(&at, flags);
        }
        if (fold(c, flags) >= fold(low, flags) &&
            fold(c, flags) <= fold(high, flags))
            is_found = 1;
    }
    *found = is_found != is_inverted;
    return at + 1;
}

/* Matches one pattern element, not *, with C.  Returns its end, or NULL. */
static const char *match_one(const char *pattern, int c, int flags)
{
    int is_found = 0;
    const char *end;

    if (c == '/' && (flags & FNM_PATHNAME) && *pattern != '/' &&
        *pattern != '\\')
        return NULL;
    switch (*pattern) {
    case '?':
        return pattern + 1;
    case '[':
        end = match_set(pattern + 1, c, flags, &is_found);
        if (end)
            return is_found ? end : NULL;
        break;
    case '\\':
        if (!(flags & FNM_NOESCAPE) && pattern[1])
            pattern++;
        break;
    case '\0':
        return NULL;
    }
    return fold((unsigned char)*pattern, flags) == fold(c, flags) ? pattern + 1
                                                                  : NULL;
}

/* With FNM_PERIOD a leading dot is matched by a dot alone. */
static int is_hidden(const char *start, const char *s, int flags)
{
    return (flags & FNM_PERIOD) && *s == '.' &&
           (s == start || ((flags & FNM_PATHNAME) && s[-1] == '/'));
}

int fnmatch(const char *pattern, const char *s, int flags)
{
    const char *start = s;
    const char *star = NULL;    /* the pattern behind the last * */
    const char *star_at = NULL; /* up to where that * has matched */

    while (*s || *pattern) {
        const char *next = NULL;

        if (*pattern == '*' && !is_hidden(start, s, flags)) {
            star = ++pattern;
            star_at = s;
            continue;
        }
        if (*s && !(is_hidden(start, s, flags) &&
                    (*pattern == '?' || *pattern == '[' || *pattern == '*')))
            next = match_one(pattern, (unsigned char)*s, flags);
        if (next) {
            pattern = next;
            s++;
            continue;
        }
        if (!star || !*star_at || (*star_at == '/' && (flags & FNM_PATHNAME)))
            return FNM_NOMATCH;
        s = ++star_at; /* the * takes one more */
        pattern = star;
    }
    return 0;
}
