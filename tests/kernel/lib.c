/* SPDX-License-Identifier: MIT */
/*
 * Self-tests of lib/ for what differs from the developer's machine, where the
 * rest is tested: string instructions, 64-bit division, function names.
 */
#include "debug/selftest.h"
#include "lib/ksyms.h"
#include "lib/printf.h"
#include "lib/string.h"

#define ROOM 64u

/* Whether BYTES count up from FIRST for LEN bytes. */
static bool lib_counts_up(const uint8_t *bytes, uint8_t first, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] != (uint8_t)(first + i))
            return false;
    }
    return true;
}

static void lib_fill(uint8_t *bytes, uint8_t first)
{
    for (size_t i = 0; i < ROOM; i++)
        bytes[i] = (uint8_t)(first + i);
}

SELFTEST(lib_memcpy_copies_every_length)
{
    uint8_t from[ROOM], to[ROOM];

    lib_fill(from, 0);
    for (size_t offset = 0; offset < 5; offset++) {
        for (size_t len = 0; len < ROOM - 8; len++) {
            lib_fill(to, 100);
            memcpy(to + 1, from + offset, len);
            SELFTEST_CHECK(to[0] == 100);
            SELFTEST_CHECK(lib_counts_up(to + 1, (uint8_t)offset, len));
            SELFTEST_CHECK(to[1 + len] == 101 + len);
        }
    }
}

SELFTEST(lib_memset_sets_every_length)
{
    uint8_t to[ROOM];

    for (size_t len = 0; len < ROOM - 2; len++) {
        lib_fill(to, 1);
        memset(to + 1, 0xAB, len);
        SELFTEST_CHECK(to[0] == 1 && to[len + 1] == len + 2);
        for (size_t i = 1; i <= len; i++)
            SELFTEST_CHECK(to[i] == 0xAB);
    }
}

SELFTEST(lib_memmove_survives_overlap)
{
    uint8_t bytes[ROOM];

    for (size_t to = 0; to < ROOM / 2; to++) {
        for (size_t from = 0; from < ROOM / 2; from++) {
            lib_fill(bytes, 0);
            memmove(bytes + to, bytes + from, ROOM / 2);
            SELFTEST_CHECK(lib_counts_up(bytes + to, (uint8_t)from, ROOM / 2));
        }
    }
}

SELFTEST(lib_division_of_64_bits)
{
    volatile uint64_t number = 0xFEDCBA9876543210u;
    volatile uint64_t wide = 0x123456789Au;
    volatile uint64_t narrow = 1000000000u;
    volatile int64_t negative = -7000000000000;

    SELFTEST_CHECK(number / narrow * narrow + number % narrow == number);
    SELFTEST_CHECK(number / wide * wide + number % wide == number);
    SELFTEST_CHECK(number / wide == 234881024u && number % wide == 173290000u);
    SELFTEST_CHECK(negative / 999 == -7007007007 && negative % 999 == -7);
}

SELFTEST(lib_printf_of_64_bits)
{
    char text[ROOM];

    snprintf(text, sizeof(text), "%llu %llx %lld", 18446744073709551615ull,
             0x123456789ABCDEFull, -9223372036854775807ll - 1);
    SELFTEST_CHECK(strcmp(text, "18446744073709551615 123456789abcdef "
                                "-9223372036854775808") == 0);
}

SELFTEST(lib_ksyms_names_a_function)
{
    unsigned int offset = 1;
    const char *name =
        ksyms_find((vaddr_t)(uintptr_t)ksyms_backtrace, &offset);

    SELFTEST_CHECK(name != NULL && strcmp(name, "ksyms_backtrace") == 0);
    SELFTEST_CHECK(offset == 0);
    SELFTEST_CHECK(ksyms_find(0, &offset) == NULL);
    SELFTEST_CHECK(ksyms_find(~0u, &offset) == NULL);
}
