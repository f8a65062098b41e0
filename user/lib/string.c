/* SPDX-License-Identifier: MIT */
/*
 * Strings: bytes up to a NUL (string(3)).
 *
 * Plain loops, one idea per function; the lengths that matter here are short.
 * Bytes compare as unsigned char.
 * Read next: string_search.c.
 */
#include <stdlib.h>
#include <string.h>

size_t strlen(const char *s)
{
    const char *end = s;

    while (*end)
        end++;
    return (size_t)(end - s);
}

size_t strnlen(const char *s, size_t max)
{
    const char *end = memchr(s, '\0', max);

    return end ? (size_t)(end - s) : max;
}

char *stpcpy(char *restrict to, const char *restrict from)
{
    size_t len = strlen(from);

    memcpy(to, from, len + 1);
    return to + len;
}

char *strcpy(char *restrict to, const char *restrict from)
{
    stpcpy(to, from);
    return to;
}

/* Fills all N bytes: what is not string is NUL. */
char *stpncpy(char *restrict to, const char *restrict from, size_t n)
{
    size_t len = strnlen(from, n);

    memcpy(to, from, len);
    memset(to + len, 0, n - len);
    return to + len;
}

char *strncpy(char *restrict to, const char *restrict from, size_t n)
{
    stpncpy(to, from, n);
    return to;
}

char *strcat(char *restrict to, const char *restrict from)
{
    strcpy(to + strlen(to), from);
    return to;
}

char *strncat(char *restrict to, const char *restrict from, size_t n)
{
    size_t len = strnlen(from, n);
    char *end = to + strlen(to);

    memcpy(end, from, len);
    end[len] = '\0';
    return to;
}

/* Returns the length it tried to create: more than SIZE - 1 means cut. */
size_t strlcpy(char *restrict to, const char *restrict from, size_t size)
{
    size_t len = strlen(from);

    if (size > 0) {
        size_t n = len < size ? len : size - 1;

        memcpy(to, from, n);
        to[n] = '\0';
    }
    return len;
}

size_t strlcat(char *restrict to, const char *restrict from, size_t size)
{
    size_t used = strnlen(to, size);

    return used + strlcpy(to + used, from, size - used);
}

int strncmp(const char *a, const char *b, size_t n)
{
    for (; n > 0; n--, a++, b++) {
        if (*a != *b)
            return (unsigned char)*a - (unsigned char)*b;
        if (!*a)
            break;
    }
    return 0;
}

int strcmp(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return (unsigned char)*a - (unsigned char)*b;
}

/* In the C locale the collating order is that of the bytes. */
int strcoll(const char *a, const char *b)
{
    return strcmp(a, b);
}

size_t strxfrm(char *restrict to, const char *restrict from, size_t n)
{
    return strlcpy(to, from, n);
}

char *strndup(const char *s, size_t n)
{
    size_t len = strnlen(s, n);
    char *copy = malloc(len + 1);

    if (!copy)
        return NULL;
    memcpy(copy, s, len);
    copy[len] = '\0';
    return copy;
}

char *strdup(const char *s)
{
    return strndup(s, strlen(s));
}
