/* SPDX-License-Identifier: MIT */
/*
 * Formatting: the same text and length as the host's snprintf, at any size.
 *
 * Sources: kernel/lib/printf.c kernel/lib/string.c
 */
#include "lib/printf.h"

#include "lib/string.h"
#include "lib/types.h"
#include "tap.h"

/* The kernel's own has another name here; this is the host's. */
#undef snprintf
int snprintf(char *buf, size_t size, const char *format, ...);
int tine_snprintf(char *buf, size_t size, const char *format, ...);

#define ROOM 200

static bool all_agree = true;

/* Formats with both, at several sizes. The format is no literal, on purpose. */
#define AGREE(...)                                                             \
    do {                                                                       \
        static const size_t sizes[] = { ROOM, 0, 1, 2, 5 };                    \
        for (size_t s = 0; s < ARRAY_LEN(sizes); s++) {                        \
            char ours[ROOM] = "untouched", theirs[ROOM] = "untouched";         \
            int our_len = tine_snprintf(ours, sizes[s], __VA_ARGS__);          \
            int their_len = snprintf(theirs, sizes[s], __VA_ARGS__);           \
            if (our_len != their_len || strcmp(ours, theirs) != 0) {           \
                tap_note("line %d size %zu: \"%s\" (%d) is not \"%s\" (%d)",   \
                         __LINE__, sizes[s], ours, our_len, theirs,            \
                         their_len);                                           \
                all_agree = false;                                             \
            }                                                                  \
        }                                                                      \
    } while (0)

static const char *const number_formats[] = {
    "%d", "%5d|", "%-5d|", "%05d|", "%-05d|", "%02d|", "%u", "%10u|",
    "%-10u|", "%010u|", "%x", "%08x|", "%8x|",
};

static const char *const long_formats[] = {
    "%lld", "%llu", "%llx", "%016llx|", "%25lld|", "%-25lld|", "%025lld|",
};

static void test_numbers(void)
{
    static const int values[] = { 0,   1,    -1,    7,      255,        256,
                                  100, -100, 32768, 0x7fffffff,
                                  -0x7fffffff - 1 };
    static const long long longs[] = { 0, 1, -1, 4294967296LL, -4294967297LL,
                                       INT64_MAX, INT64_MIN };

    for (size_t f = 0; f < ARRAY_LEN(number_formats); f++) {
        for (size_t v = 0; v < ARRAY_LEN(values); v++)
            AGREE(number_formats[f], values[v]);
    }
    tap_ok(all_agree, "numbers in every format");
    all_agree = true;
    for (size_t f = 0; f < ARRAY_LEN(long_formats); f++) {
        for (size_t v = 0; v < ARRAY_LEN(longs); v++)
            AGREE(long_formats[f], longs[v]);
    }
    AGREE("%ld %lu %lx", -5L, ~0UL, 0xabcUL);
    AGREE("%zu %zx", sizeof(int), (size_t)9);
    tap_ok(all_agree, "long numbers");
}

static void test_text(void)
{
    const char *volatile nothing = NULL; /* a compiler would warn of it */

    all_agree = true;
    AGREE("plain");
    AGREE("%%|%c|%5c|%-5c|", 'x', 'y', 'z');
    AGREE("%s|%8s|%-8s|%.2s|%8.2s|%-8.2s|", "one", "two", "three", "four",
          "five", "six");
    AGREE("%.*s|%*d|%-*d|", 3, "abcdef", 6, 42, 6, 42);
    AGREE("%s", nothing);
    AGREE("%.3s", "abcdef");
    tap_ok(all_agree, "text, widths and precisions given as *");
}

int main(void)
{
    const char *odd = "%y %";
    char buf[ROOM];

    test_numbers();
    test_text();
    tine_snprintf(buf, sizeof(buf), odd, 0);
    tap_is_text(buf, "%y %", "what is unknown stays as it is");
    tine_snprintf(buf, sizeof(buf), "%p", (void *)(uintptr_t)0xC0100000u);
    tap_is_text(buf, "0xc0100000", "a pointer is hexadecimal");
    return tap_done();
}
