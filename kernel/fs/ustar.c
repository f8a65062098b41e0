/* SPDX-License-Identifier: MIT */
/*
 * Reading tar archives; see fs/ustar.h.
 *
 * An archive is a row of blocks: a header, then the contents rounded up to whole
 * blocks.  A header of a special type speaks of the next file: its contents are
 * a long name (GNU) or "LEN KEY=VALUE\n" records (pax).
 * Called by fs/initrd.c at boot.  Trusts nothing: every offset is compared with
 * the archive's length before it is used.
 */
#include "fs/ustar.h"

#include "lib/string.h"

struct ustar_header {
    char name[100];
    char mode[8];
    char uid[8];
    char gid[8];
    char size[12];
    char mtime[12];
    char checksum[8];
    char type;
    char link[100];
    char magic[6];
    char unused[82]; /* version, names of user and group, device numbers */
    char prefix[155];
    char padding[12];
};

_Static_assert(sizeof(struct ustar_header) == USTAR_BLOCK, "one block");

/* More types, which the reader deals with: pax(1); L and K as in GNU tar's
 * manual, "Basic Tar Format". */
#define TYPE_FILE_OLD '\0'
#define TYPE_FILE_CONTIGUOUS '7'
#define TYPE_PAX 'x'
#define TYPE_PAX_GLOBAL 'g'
#define TYPE_GNU_PATH 'L'
#define TYPE_GNU_LINK 'K'

#define NUMBER_IS_BINARY 0x80 /* in a field's first byte: base 256 follows */
#define MODE_MASK 07777u
#define OCTAL_BITS 3
#define BYTE_BITS 8

/* A number in octal, or in base 256; too large a one becomes the largest. */
static uint64_t ustar_number(const char *field, size_t width)
{
    uint64_t value = 0;
    size_t i = 0;

    if ((unsigned char)field[0] & NUMBER_IS_BINARY) {
        value = (unsigned char)field[0] & (NUMBER_IS_BINARY / 2 - 1);
        for (i = 1; i < width; i++) {
            if (value >> (64 - BYTE_BITS))
                return UINT64_MAX;
            value = value << BYTE_BITS | (unsigned char)field[i];
        }
        return value;
    }
    while (i < width && field[i] == ' ')
        i++;
    for (; i < width && field[i] >= '0' && field[i] <= '7'; i++)
        value = value << OCTAL_BITS | (uint64_t)(field[i] - '0');
    return value;
}

#define USTAR_NUMBER(field) ustar_number((field), sizeof(field))

/* Whether the checksum is right: the sum of all bytes, its own field counting as
 * blanks. */
static bool ustar_is_header(const struct ustar_header *header)
{
    const unsigned char *bytes = (const unsigned char *)header;
    size_t field = offsetof(struct ustar_header, checksum);
    uint32_t sum = 0;

    for (size_t i = 0; i < USTAR_BLOCK; i++) {
        bool is_own = i - field < sizeof(header->checksum);
        sum += is_own ? ' ' : bytes[i];
    }
    return USTAR_NUMBER(header->checksum) == sum;
}

/* Copies up to WIDTH bytes that may lack a NUL into TO of USTAR_PATH_MAX bytes,
 * from its byte START on. Returns: where the NUL is. */
static size_t ustar_copy(char *to, size_t start, const char *from, size_t width)
{
    size_t len = strnlen(from, width);
    len = MIN(len, USTAR_PATH_MAX - 1 - start);
    memcpy(to + start, from, len);
    to[start + len] = '\0';
    return start + len;
}

/* Takes the value of a pax record KEY=VALUE if KEY (with its equals sign) is what
 * it is about. */
static void ustar_pax_take(const char *record, size_t len, const char *key,
                           char *to)
{
    size_t key_len = strlen(key);
    if (len > key_len && memcmp(record, key, key_len) == 0)
        ustar_copy(to, 0, record + key_len, len - key_len);
}

/* All records of a pax header; stops at one that makes no sense. */
static void ustar_pax(const char *text, size_t len, struct ustar_entry *entry)
{
    while (len > 0) {
        size_t record = 0;
        size_t i = 0;
        while (i < len && text[i] >= '0' && text[i] <= '9' && record < len)
            record = record * 10 + (size_t)(text[i++] - '0');
        if (i == len || text[i] != ' ' || record > len || record < i + 2)
            return;
        i++;
        ustar_pax_take(text + i, record - i - 1, "path=", entry->path);
        ustar_pax_take(text + i, record - i - 1, "linkpath=", entry->link);
        text += record;
        len -= record;
    }
}

/* What a plain header says; an extended header before it has gone first. */
static void ustar_fill(const struct ustar_header *header,
                       struct ustar_entry *entry)
{
    if (!entry->path[0]) {
        size_t len = 0;
        /* GNU's magic is "ustar  " and has other things in place of a prefix. */
        if (memcmp(header->magic, "ustar", sizeof(header->magic)) == 0 &&
            header->prefix[0]) {
            len = ustar_copy(entry->path, 0, header->prefix,
                             sizeof(header->prefix));
            len = ustar_copy(entry->path, len, "/", 1);
        }
        ustar_copy(entry->path, len, header->name, sizeof(header->name));
    }
    if (!entry->link[0])
        ustar_copy(entry->link, 0, header->link, sizeof(header->link));

    size_t len = strlen(entry->path);
    entry->type = (unsigned char)header->type;
    if (entry->type == TYPE_FILE_OLD || entry->type == TYPE_FILE_CONTIGUOUS)
        entry->type = USTAR_FILE;
    /* Before ustar a directory was a file whose name ends with a slash. */
    if (entry->type == USTAR_FILE && len > 0 && entry->path[len - 1] == '/')
        entry->type = USTAR_DIR;
    entry->mode = (mode_t)USTAR_NUMBER(header->mode) & MODE_MASK;
    entry->uid = (uid_t)USTAR_NUMBER(header->uid);
    entry->gid = (gid_t)USTAR_NUMBER(header->gid);
    entry->mtime = (uint32_t)USTAR_NUMBER(header->mtime);
}

/* Whether an entry of this type has its size's worth of contents behind it. */
static bool ustar_has_contents(char type)
{
    return type != USTAR_HARD_LINK && type != USTAR_SYMLINK &&
           type != USTAR_DIR;
}

static long ustar_fail(struct ustar_entry *entry, const char *error)
{
    entry->error = error;
    return -1;
}

long ustar_next(const char *bytes, size_t len, size_t offset,
                struct ustar_entry *entry)
{
    static const char end_mark[USTAR_BLOCK]; /* zeros */

    entry->error = NULL;
    entry->path[0] = '\0';
    entry->link[0] = '\0';
    for (;;) {
        if (offset >= len)
            return 0;
        if (len - offset < USTAR_BLOCK)
            return ustar_fail(entry, "it ends in the middle of a header");
        if (memcmp(bytes + offset, end_mark, USTAR_BLOCK) == 0)
            return 0;
        const struct ustar_header *header =
            (const struct ustar_header *)(bytes + offset);
        if (!ustar_is_header(header))
            return ustar_fail(entry, "a header has a wrong checksum");

        uint64_t size = ustar_has_contents(header->type)
                            ? USTAR_NUMBER(header->size)
                            : 0;
        offset += USTAR_BLOCK;
        if (size > len - offset)
            return ustar_fail(entry, "it ends in the middle of a file");

        const char *contents = bytes + offset;
        entry->data = offset;
        entry->size = (size_t)size;
        offset = MIN(len, ROUND_UP(offset + entry->size, USTAR_BLOCK));
        switch (header->type) {
        case TYPE_PAX:
            ustar_pax(contents, entry->size, entry);
            break;
        case TYPE_PAX_GLOBAL:
            break;
        case TYPE_GNU_PATH:
            ustar_copy(entry->path, 0, contents, entry->size);
            break;
        case TYPE_GNU_LINK:
            ustar_copy(entry->link, 0, contents, entry->size);
            break;
        default:
            ustar_fill(header, entry);
            return (long)offset;
        }
    }
}
