/* SPDX-License-Identifier: MIT */
/*
 * Bytes in memory and strings that end in NUL.
 *
 * Called from everywhere, at any time; owns nothing.  The compiler calls
 * memcpy, memmove, memset and memcmp by itself, so they must exist even where
 * no source line names them.  On x86 copying and filling are left to the
 * string instructions (Intel SDM volume 1, 7.3.9.3); tests that run on the
 * developer's machine use that machine's.
 * Read next: lib/printf.c.
 */
#include "lib/string.h"

#include <stdint.h>

#if defined(__i386__)

/* Copying and filling go by words first and finish with at most three bytes. */
#define STRING_WORD 4u

void *memcpy(void *to, const void *from, size_t len)
{
    void *dest = to;
    size_t words = len / STRING_WORD;

    __asm__ volatile("rep movsl\n\t"
                     "movl %[bytes], %%ecx\n\t"
                     "rep movsb"
                     : "+&D"(dest), "+&S"(from), "+&c"(words)
                     : [bytes] "g"(len % STRING_WORD)
                     : "memory");
    return to;
}

void *memset(void *to, int byte, size_t len)
{
    void *dest = to;
    uint32_t pattern = (uint8_t)byte * 0x01010101u; /* the byte, four times */
    size_t words = len / STRING_WORD;

    __asm__ volatile("rep stosl\n\t"
                     "movl %[bytes], %%ecx\n\t"
                     "rep stosb"
                     : "+&D"(dest), "+&c"(words)
                     : "a"(pattern), [bytes] "g"(len % STRING_WORD)
                     : "memory");
    return to;
}

void *memmove(void *to, const void *from, size_t len)
{
    uint8_t *dest = (uint8_t *)to + len - 1;
    const uint8_t *source = (const uint8_t *)from + len - 1;

    /*
     * Going up overwrites what is still to be read only if TO lies inside
     * FROM's bytes; the unsigned difference is small in just that case.
     */
    if ((uintptr_t)to - (uintptr_t)from >= len)
        return memcpy(to, from, len);
    /* From the last byte down: the direction flag is set only in here. */
    __asm__ volatile("std\n\t"
                     "rep movsb\n\t"
                     "cld"
                     : "+D"(dest), "+S"(source), "+c"(len)
                     :
                     : "memory");
    return to;
}

#endif

int memcmp(const void *a, const void *b, size_t len)
{
    const uint8_t *x = a;
    const uint8_t *y = b;

    for (size_t i = 0; i < len; i++) {
        if (x[i] != y[i])
            return x[i] - y[i];
    }
    return 0;
}

size_t strnlen(const char *s, size_t max)
{
    size_t len = 0;

    while (len < max && s[len] != '\0')
        len++;
    return len;
}

size_t strlen(const char *s)
{
    return strnlen(s, SIZE_MAX);
}

int strncmp(const char *a, const char *b, size_t max)
{
    for (size_t i = 0; i < max; i++) {
        if (a[i] != b[i])
            return (uint8_t)a[i] - (uint8_t)b[i];
        if (a[i] == '\0')
            break;
    }
    return 0;
}

int strcmp(const char *a, const char *b)
{
    return strncmp(a, b, SIZE_MAX);
}

char *strchr(const char *s, int c)
{
    for (;; s++) {
        if (*s == (char)c)
            return (char *)(uintptr_t)s;
        if (*s == '\0')
            return NULL;
    }
}

char *strrchr(const char *s, int c)
{
    const char *found = NULL;

    for (;; s++) {
        if (*s == (char)c)
            found = s;
        if (*s == '\0')
            return (char *)(uintptr_t)found;
    }
}

size_t strlcpy(char *to, const char *from, size_t size)
{
    size_t len = strlen(from);

    if (size > 0) {
        size_t kept = len < size ? len : size - 1;

        memcpy(to, from, kept);
        to[kept] = '\0';
    }
    return len;
}
