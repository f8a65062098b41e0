/* SPDX-License-Identifier: MIT */
/*
 * The archive reader: reads what tar programs write, says what is wrong with a
 * damaged archive, and never reads outside it, whatever the bytes are.
 *
 * Sources: kernel/fs/ustar.c kernel/lib/string.c
 */
#include <stdio.h>
#include <stdlib.h>

#include "fs/ustar.h"
#include "lib/string.h"
#include "tap.h"

enum { ARCHIVE_MAX = 64 * USTAR_BLOCK, GARBAGE_ROUNDS = 20000 };

static char archive[ARCHIVE_MAX];
static size_t archive_len;
static char path_room[USTAR_PATH_MAX], link_room[USTAR_PATH_MAX];
static struct ustar_entry entry = { .path = path_room, .link = link_room };

/* Where the fields of a header are: pax(1), ustar Interchange Format. */
enum { AT_MODE = 100, AT_SIZE = 124, AT_MTIME = 136, AT_SUM = 148,
       AT_TYPE = 156, AT_LINK = 157, AT_MAGIC = 257, AT_PREFIX = 345 };

static void header_sum(char *header)
{
    unsigned int sum = 0;

    memset(header + AT_SUM, ' ', 8);
    for (unsigned int i = 0; i < USTAR_BLOCK; i++)
        sum += (unsigned char)header[i];
    for (int digit = 5; digit >= 0; digit--, sum >>= 3)
        header[AT_SUM + digit] = (char)('0' + (sum & 7));
    header[AT_SUM + 6] = '\0';
}

static void put_octal(char *field, int digits, unsigned long value)
{
    for (int i = digits - 1; i >= 0; i--, value >>= 3)
        field[i] = (char)('0' + (value & 7));
}

/* Appends an entry and returns its header. */
static char *add(const char *name, char type, const char *contents)
{
    char *header = archive + archive_len;
    size_t size = strlen(contents);

    memset(header, 0, USTAR_BLOCK);
    memcpy(header, name, strnlen(name, 100));
    put_octal(header + AT_MODE, 7, 0755);
    put_octal(header + AT_SIZE, 11, size);
    put_octal(header + AT_MTIME, 11, 1000000000);
    header[AT_TYPE] = type;
    memcpy(header + AT_MAGIC, "ustar\00000", 8);
    header_sum(header);
    memset(header + USTAR_BLOCK, 0, ROUND_UP(size, USTAR_BLOCK));
    memcpy(header + USTAR_BLOCK, contents, size);
    archive_len += USTAR_BLOCK + ROUND_UP(size, USTAR_BLOCK);
    return header;
}

static void start(void)
{
    memset(archive, 0, sizeof(archive));
    archive_len = 0;
}

static long first(void)
{
    return ustar_next(archive, archive_len, 0, &entry);
}

static void test_plain(void)
{
    start();
    add("bin/sh", '0', "hello");
    add("etc/", '5', "");
    add("bin/ash", '1', "");
    long next = first();
    tap_ok(next == 1024 && entry.type == USTAR_FILE, "a file is read");
    tap_ok(strcmp(entry.path, "bin/sh") == 0, "its path is the name");
    tap_ok(entry.mode == 0755 && entry.mtime == 1000000000,
           "its mode and time are read");
    tap_ok(entry.size == 5 && memcmp(archive + entry.data, "hello", 5) == 0,
           "its contents are found");
    next = ustar_next(archive, archive_len, (size_t)next, &entry);
    tap_ok(next > 0 && entry.type == USTAR_DIR, "a directory is one");
    next = ustar_next(archive, archive_len, (size_t)next, &entry);
    tap_ok(next > 0 && entry.type == USTAR_HARD_LINK, "a hard link is one");
    tap_ok(ustar_next(archive, archive_len, (size_t)next, &entry) == 0,
           "without an end mark the last byte is the end");
    archive_len += 2 * USTAR_BLOCK;
    tap_ok(ustar_next(archive, archive_len, (size_t)next, &entry) == 0,
           "a block of zeros is the end");
}

static void test_names(void)
{
    char wide[101];

    start();
    char *header = add("name", '0', "");
    memcpy(header + AT_PREFIX, "some/where", 10);
    header_sum(header);
    first();
    tap_ok(strcmp(entry.path, "some/where/name") == 0,
           "the prefix stands before the name");

    start();
    header = add("name", '0', "");
    memcpy(header + AT_MAGIC, "ustar  ", 8);
    memcpy(header + AT_PREFIX, "12345670123", 11);
    header_sum(header);
    first();
    tap_ok(strcmp(entry.path, "name") == 0, "GNU's header has no prefix");

    start();
    memset(wide, 'w', 100);
    wide[100] = '\0';
    header = add(wide, '2', "");
    memset(header + AT_LINK, 'l', 100);
    header_sum(header);
    first();
    tap_ok(strcmp(entry.path, wide) == 0, "a name may fill its field");
    tap_ok(entry.type == USTAR_SYMLINK && strlen(entry.link) == 100,
           "and so may a link's target");
}

static void test_extended(void)
{
    start();
    add("x", 'g', "19 comment=nothing\n");
    add("x", 'x', "24 path=the/longer/name\n20 size=3\nmtime=1\n");
    add("short", '0', "abc");
    tap_ok(first() > 0 && strcmp(entry.path, "the/longer/name") == 0,
           "a pax path counts");
    tap_ok(entry.size == 3, "the contents are those of the file itself");

    start();
    add("././@LongLink", 'L', "a/very/long/name");
    add("././@LongLink", 'K', "its/target");
    add("short", '2', "");
    tap_ok(first() > 0 && strcmp(entry.path, "a/very/long/name") == 0 &&
               strcmp(entry.link, "its/target") == 0,
           "GNU's long names count");

    start();
    char *header = add("old/", '\0', "");
    memset(header + AT_MAGIC, 0, 8);
    header_sum(header);
    first();
    tap_ok(entry.type == USTAR_DIR,
           "before ustar a slash at the end means a directory");

    start();
    add("tty", '3', "");
    first();
    tap_ok(entry.type == '3', "a device is left out");

    start();
    header = add("big", '0', "abc");
    memset(header + AT_SIZE, 0, 12);
    header[AT_SIZE] = (char)0x80;
    header[AT_SIZE + 11] = 3;
    header_sum(header);
    tap_ok(first() > 0 && entry.size == 3, "a size in base 256 is read");
}

static void test_damage(void)
{
    start();
    char *header = add("file", '0', "abc");
    header[0] ^= 1;
    tap_ok(first() < 0 && entry.error, "a wrong checksum is noticed");

    start();
    add("file", '0', "abc");
    archive_len -= USTAR_BLOCK;
    tap_ok(first() < 0 && entry.error, "contents that are missing are noticed");
    archive_len -= 1;
    tap_ok(first() < 0 && entry.error, "half a header is noticed");

    start();
    header = add("file", '0', "abc");
    memset(header + AT_SIZE, 0xff, 12);
    header_sum(header);
    tap_ok(first() < 0 && entry.error, "an enormous size is noticed");
}

/* Reads the archive to its end from memory that has exactly its length. */
static void read_all(void)
{
    char *copy = malloc(archive_len ? archive_len : 1);
    long next = 0;

    memcpy(copy, archive, archive_len);
    do {
        size_t before = (size_t)next;
        next = ustar_next(copy, archive_len, before, &entry);
        if (next > 0 && ((size_t)next <= before ||
                         entry.data + entry.size > archive_len))
            abort();
    } while (next > 0);
    free(copy);
}

/* Good archives with some bytes changed, mostly under a right checksum. */
static void test_garbage(void)
{
    static const char types[] = "\000" "01234567xgLKA";

    srand(1);
    for (int round = 0; round < GARBAGE_ROUNDS; round++) {
        start();
        for (int i = 0; i < 4; i++) {
            char *header = add("one/two", types[rand() % sizeof(types)],
                               rand() % 2 ? "11 path=abc\n12 link=x\n" : "");
            for (int change = rand() % 4; change > 0; change--)
                header[rand() % (2 * USTAR_BLOCK)] = (char)rand();
            if (rand() % 8)
                header_sum(header);
        }
        archive_len -= (size_t)rand() % 700;
        read_all();
    }
    tap_ok(true, "%d damaged archives were read without harm",
           GARBAGE_ROUNDS);
}

int main(void)
{
    test_plain();
    test_names();
    test_extended();
    test_damage();
    test_garbage();
    return tap_done();
}
