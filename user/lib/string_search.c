/* SPDX-License-Identifier: MIT */
/*
 * Searching strings, cutting them at separators, comparing without case.
 *
 * strtok remembers where it was between calls; strtok_r and strsep keep that
 * place in the caller's variable.
 * Read next: fnmatch.c.
 */
#include <ctype.h>
#include <string.h>

char *strchrnul(const char *s, int c)
{
    while (*s && *s != (char)c)
        s++;
    return (char *)s;
}

char *strchr(const char *s, int c)
{
    char *at = strchrnul(s, c);

    return *at == (char)c ? at : NULL;
}

char *strrchr(const char *s, int c)
{
    return memrchr(s, c, strlen(s) + 1);
}

char *index(const char *s, int c)
{
    return strchr(s, c);
}

char *rindex(const char *s, int c)
{
    return strrchr(s, c);
}

char *strstr(const char *s, const char *what)
{
    return memmem(s, strlen(s), what, strlen(what));
}

char *strcasestr(const char *s, const char *what)
{
    size_t len = strlen(what);

    for (;; s++) {
        if (strncasecmp(s, what, len) == 0)
            return (char *)s;
        if (!*s)
            return NULL;
    }
}

size_t strspn(const char *s, const char *accept)
{
    size_t n = 0;

    while (s[n] && strchr(accept, s[n]))
        n++;
    return n;
}

size_t strcspn(const char *s, const char *reject)
{
    size_t n = 0;

    while (s[n] && !strchr(reject, s[n]))
        n++;
    return n;
}

char *strpbrk(const char *s, const char *accept)
{
    const char *at = s + strcspn(s, accept);

    return *at ? (char *)at : NULL;
}

/* Fields between separators, empty ones too. */
char *strsep(char **next, const char *separators)
{
    char *start = *next;
    char *end;

    if (!start)
        return NULL;
    end = start + strcspn(start, separators);
    *next = *end ? end + 1 : NULL;
    *end = '\0';
    return start;
}

/* Words between runs of separators: never an empty one. */
char *strtok_r(char *restrict s, const char *restrict separators, char **next)
{
    if (!s)
        s = *next;
    if (!s)
        return NULL;
    s += strspn(s, separators);
    if (!*s) {
        *next = NULL;
        return NULL;
    }
    *next = s;
    return strsep(next, separators);
}

char *strtok(char *restrict s, const char *restrict separators)
{
    static char *next;

    return strtok_r(s, separators, &next);
}

int strncasecmp(const char *a, const char *b, size_t n)
{
    for (; n > 0; n--, a++, b++) {
        int x = tolower((unsigned char)*a);
        int y = tolower((unsigned char)*b);

        if (x != y)
            return x - y;
        if (x == '\0')
            break;
    }
    return 0;
}

int strcasecmp(const char *a, const char *b)
{
    return strncasecmp(a, b, (size_t)-1);
}
