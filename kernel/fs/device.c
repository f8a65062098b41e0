/* SPDX-License-Identifier: MIT */
/*
 * The list of character devices, by number.
 *
 * Drivers register at boot, through fs/devfs.c; open(2) asks when a node is opened
 * for the first time.  Owns the list, which only grows.
 * Read next: fs/devfs.c.
 */
#include "fs/device.h"

#include "lib/list.h"
#include "lib/panic.h"
#include "mm/kmalloc.h"

struct device {
    struct list link;
    unsigned int rdev;
    const struct file_ops *ops;
    void *data;
};

static KIND_DEFINE(device_kind, "device", struct device);
static struct list devices = LIST_INIT(devices);

void device_register(unsigned int rdev, const struct file_ops *ops, void *data)
{
    struct device *device = kind_alloc(&device_kind);

    if (!device)
        panic("no memory for the device %u", rdev);
    device->rdev = rdev;
    device->ops = ops;
    device->data = data;
    list_add_tail(&devices, &device->link);
}

void device_attach(struct inode *inode)
{
    LIST_FOR_EACH(device, &devices, struct device, link) {
        if (device->rdev == inode->rdev) {
            inode->file_ops = device->ops;
            inode->device = device->data;
            return;
        }
    }
}
