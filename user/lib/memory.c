/* SPDX-License-Identifier: MIT */
/*
 * Copying, filling, comparing and searching memory.
 *
 * The compiler itself calls memcpy, memmove, memset and memcmp, so they must
 * exist and must not be compiled into calls of themselves: the first three
 * are the processor's string instructions (Intel SDM vol. 2B, REP).  The
 * direction flag is clear on entry and left clear (System V ABI, chapter 3).
 * Read next: string.c.
 */
#include <string.h>

#define WORD_SIZE 4
#define EACH_BYTE 0x01010101u

/* Words first, then the up to three bytes that are left. */
void *memcpy(void *restrict to, const void *restrict from, size_t n)
{
    void *at = to;
    size_t words = n / WORD_SIZE;
    size_t bytes = n % WORD_SIZE;

    __asm__ volatile("rep movsl; mov %3, %2; rep movsb"
                     : "+&D"(at), "+&S"(from), "+&c"(words)
                     : "r"(bytes)
                     : "memory");
    return to;
}

void *mempcpy(void *restrict to, const void *restrict from, size_t n)
{
    return (char *)memcpy(to, from, n) + n;
}

/* Backwards where a forward copy would overwrite bytes not yet copied. */
void *memmove(void *to, const void *from, size_t n)
{
    char *last_to = (char *)to + n - 1;
    const char *last_from = (const char *)from + n - 1;

    if ((size_t)((char *)to - (const char *)from) >= n)
        return memcpy(to, from, n);
    __asm__ volatile("std; rep movsb; cld"
                     : "+D"(last_to), "+S"(last_from), "+c"(n)
                     :
                     : "memory");
    return to;
}

void *memset(void *to, int byte, size_t n)
{
    void *at = to;
    size_t words = n / WORD_SIZE;
    size_t bytes = n % WORD_SIZE;

    __asm__ volatile("rep stosl; mov %3, %1; rep stosb"
                     : "+&D"(at), "+&c"(words)
                     : "a"((unsigned char)byte * EACH_BYTE), "r"(bytes)
                     : "memory");
    return to;
}

int memcmp(const void *a, const void *b, size_t n)
{
    const unsigned char *x = a;
    const unsigned char *y = b;

    for (; n > 0; n--, x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}

void *memchr(const void *s, int byte, size_t n)
{
    const unsigned char *at = s;

    for (; n > 0; n--, at++)
        if (*at == (unsigned char)byte)
            return (void *)at;
    return NULL;
}

void *memrchr(const void *s, int byte, size_t n)
{
    const unsigned char *start = s;

    while (n-- > 0)
        if (start[n] == (unsigned char)byte)
            return (void *)(start + n);
    return NULL;
}

void *memmem(const void *s, size_t len, const void *what, size_t what_len)
{
    const char *at = s;

    for (; len >= what_len; at++, len--)
        if (memcmp(at, what, what_len) == 0)
            return (void *)at;
    return NULL;
}

void *memccpy(void *restrict to, const void *restrict from, int c, size_t n)
{
    const void *found = memchr(from, c, n);

    if (!found) {
        memcpy(to, from, n);
        return NULL;
    }
    n = (size_t)((const char *)found - (const char *)from) + 1;
    return mempcpy(to, from, n);
}

void bzero(void *to, size_t n)
{
    memset(to, 0, n);
}

int bcmp(const void *a, const void *b, size_t n)
{
    return memcmp(a, b, n);
}

void bcopy(const void *from, void *to, size_t n)
{
    memmove(to, from, n);
}

int ffs(int value)
{
    return __builtin_ffs(value);
}
