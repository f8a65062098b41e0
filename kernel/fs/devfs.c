/* SPDX-License-Identifier: MIT */
/*
 * The directory /dev: a RAM file system of its own, filled with inodes that the
 * drivers' file operations belong to; and the devices that are only software:
 * null(4), full(4), random(4).
 *
 * Drivers register at boot.  The operations here are called through struct
 * file_ops, in process context.
 * Read next: tty/console.c.
 */
#include "fs/devfs.h"

#include <asm/statfs.h>

#include "fs/ramfs.h"
#include "lib/panic.h"
#include "lib/random.h"
#include "mm/usercopy.h"
#include "proc/sleep.h"

#define DEVICES_MAX 16

static struct inode *devices[DEVICES_MAX]; /* all that were registered */
static unsigned int device_count;

static struct inode *devfs_root;

void devfs_register(const char *name, mode_t mode, unsigned int rdev,
                    const struct file_ops *ops, void *data)
{
    struct inode *inode;

    if (devfs_root->ops->create(devfs_root, name, S_IFCHR | mode, NULL,
                                &cred_root, &inode) < 0)
        panic("no memory for the device %s", name);
    ASSERT(device_count < DEVICES_MAX);
    inode->rdev = rdev;
    inode->file_ops = ops;
    inode->device = data;
    devices[device_count++] = inode; /* with its reference */
}

void devfs_attach(struct inode *inode)
{
    for (unsigned int i = 0; S_ISCHR(inode->mode) && i < device_count; i++) {
        if (devices[i]->rdev == inode->rdev) {
            inode->file_ops = devices[i]->file_ops;
            inode->device = devices[i]->device;
        }
    }
}

/* ---- Devices without hardware ------------------------------------------------- */

#define MEM_MAJOR 1 /* null(4), random(4) */
#define MEM_MODE 0666
enum { NULL_MINOR = 3, ZERO_MINOR = 5, FULL_MINOR = 7, RANDOM_MINOR, URANDOM_MINOR };
#define RANDOM_CHUNK 256u

/* Fills LEN bytes at BUF, at random or with zeros. */
static long device_fill(uaddr_t buf, size_t len, bool is_random)
{
    uint8_t bytes[RANDOM_CHUNK];
    size_t done = 0;

    while (done < len) {
        size_t most = is_random ? sizeof(bytes) : PAGE_SIZE - (buf + done) % PAGE_SIZE;
        size_t chunk = MIN(len - done, most);
        if (is_random)
            random_fill(bytes, chunk);
        int error = is_random ? user_write(buf + done, bytes, chunk)
                              : user_clear(buf + done, chunk);
        if (error < 0)
            return done ? (long)done : error;
        done += chunk;
        preempt_point();
    }
    return (long)done;
}

long devfs_random(uaddr_t buf, size_t len)
{
    return device_fill(buf, len, true);
}

static long memory_read(struct file *file, uaddr_t buf, size_t len,
                        loff_t *offset)
{
    unsigned int minor = DEVICE_MINOR(file->inode->rdev);

    (void)offset;
    return minor == NULL_MINOR ? 0 : device_fill(buf, len, minor >= RANDOM_MINOR);
}

static long memory_write(struct file *file, uaddr_t buf, size_t len,
                         loff_t *offset)
{
    (void)buf, (void)offset;
    return DEVICE_MINOR(file->inode->rdev) == FULL_MINOR ? -ENOSPC : (long)len;
}

static const struct file_ops memory_ops = {
    .read = memory_read,
    .write = memory_write,
    .seek = file_seek_zero,
};

bool devfs_is_zero(const struct inode *inode)
{
    return S_ISCHR(inode->mode) &&
           inode->rdev == device_number(MEM_MAJOR, ZERO_MINOR);
}

static const char *const memory_devices[] = {
    [NULL_MINOR] = "null", [ZERO_MINOR] = "zero", [FULL_MINOR] = "full",
    [RANDOM_MINOR] = "random", [URANDOM_MINOR] = "urandom",
};

/* What else programs look for: shm_open(3)'s place, and their own files. */
static const struct {
    const char *name;
    mode_t mode;
    const char *target;
} devfs_entries[] = {
    { "shm", S_IFDIR | S_ISVTX | 0777, NULL },
    { "fd", S_IFLNK | 0777, "/proc/self/fd" },
    { "stdin", S_IFLNK | 0777, "/proc/self/fd/0" },
    { "stdout", S_IFLNK | 0777, "/proc/self/fd/1" },
    { "stderr", S_IFLNK | 0777, "/proc/self/fd/2" },
};

void devfs_init(void)
{
    struct inode *inode;

    devfs_root = ramfs_mount("/dev", "dev", "devfs", TMPFS_MAGIC); /* as devtmpfs */
    for (unsigned int i = 0; i < ARRAY_LEN(devfs_entries); i++)
        if (devfs_root->ops->create(devfs_root, devfs_entries[i].name,
                                    devfs_entries[i].mode, devfs_entries[i].target,
                                    &cred_root, &inode) == 0)
            inode_put(inode);
    for (unsigned int minor = 0; minor < ARRAY_LEN(memory_devices); minor++)
        if (memory_devices[minor])
            devfs_register(memory_devices[minor], MEM_MODE,
                           device_number(MEM_MAJOR, minor), &memory_ops, NULL);
}
