/* SPDX-License-Identifier: MIT */
/*
 * The devices that are only software: null(4), full(4), random(4).
 *
 * Called through struct file_ops, in process context.
 * Read next: lib/random.c.
 */
#include "fs/memdev.h"

#include <tine/errno.h>

#include "fs/devfs.h"
#include "lib/random.h"
#include "mm/usercopy.h"

#define MEM_MAJOR 1 /* null(4), random(4) */
#define NULL_MINOR 3
#define ZERO_MINOR 5
#define FULL_MINOR 7
#define RANDOM_MINOR 8
#define URANDOM_MINOR 9
#define MEMDEV_MODE 0666

#define RANDOM_CHUNK 256u

static long memdev_read_nothing(struct file *file, uaddr_t buf, size_t len,
                                loff_t *offset)
{
    (void)file, (void)buf, (void)len, (void)offset;
    return 0;
}

static long memdev_write_all(struct file *file, uaddr_t buf, size_t len,
                             loff_t *offset)
{
    (void)file, (void)buf, (void)offset;
    return (long)len;
}

static long memdev_write_full(struct file *file, uaddr_t buf, size_t len,
                              loff_t *offset)
{
    (void)file, (void)buf, (void)offset;
    return len ? -ENOSPC : 0;
}

static long memdev_read_zeros(struct file *file, uaddr_t buf, size_t len,
                              loff_t *offset)
{
    size_t done = 0;

    (void)file, (void)offset;
    while (done < len) {
        size_t chunk = MIN(len - done, PAGE_SIZE - (buf + done) % PAGE_SIZE);
        int error = user_clear(buf + done, chunk);
        if (error < 0)
            return done ? (long)done : error;
        done += chunk;
    }
    return (long)done;
}

static long memdev_read_random(struct file *file, uaddr_t buf, size_t len,
                               loff_t *offset)
{
    uint8_t bytes[RANDOM_CHUNK];
    size_t done = 0;

    (void)file, (void)offset;
    while (done < len) {
        size_t chunk = MIN(len - done, sizeof(bytes));
        random_fill(bytes, chunk);
        int error = user_write(buf + done, bytes, chunk);
        if (error < 0)
            return done ? (long)done : error;
        done += chunk;
    }
    return (long)done;
}

static const struct file_ops memdev_null_ops = {
    .read = memdev_read_nothing,
    .write = memdev_write_all,
    .seek = file_seek_zero,
};

static const struct file_ops memdev_zero_ops = {
    .read = memdev_read_zeros,
    .write = memdev_write_all,
    .seek = file_seek_zero,
};

static const struct file_ops memdev_full_ops = {
    .read = memdev_read_zeros,
    .write = memdev_write_full,
    .seek = file_seek_zero,
};

static const struct file_ops memdev_random_ops = {
    .read = memdev_read_random,
    .write = memdev_write_all,
    .seek = file_seek_zero,
};

static const struct {
    const char *name;
    unsigned int minor;
    const struct file_ops *ops;
} memdevs[] = {
    { "null", NULL_MINOR, &memdev_null_ops },
    { "zero", ZERO_MINOR, &memdev_zero_ops },
    { "full", FULL_MINOR, &memdev_full_ops },
    { "random", RANDOM_MINOR, &memdev_random_ops },
    { "urandom", URANDOM_MINOR, &memdev_random_ops },
};

void memdev_register(void)
{
    for (unsigned int i = 0; i < ARRAY_LEN(memdevs); i++)
        devfs_register(memdevs[i].name, MEMDEV_MODE,
                       device_number(MEM_MAJOR, memdevs[i].minor),
                       memdevs[i].ops, NULL);
}
