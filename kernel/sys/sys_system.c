/* SPDX-License-Identifier: MIT */
/*
 * System calls about the whole system: its name, its load, its mounts, switching it
 * off.
 *
 * Called by sys/dispatch.c in process context.
 */
#include <asm/mount.h>
#include <asm/prctl.h>
#include <asm/random.h>
#include <asm/reboot.h>
#include <asm/sysinfo.h>
#include <asm/utsname.h>

#include "fs/devfs.h"
#include "fs/mount.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "lib/version.h"
#include "mm/frame.h"
#include "sched/core.h"
#include "sys/handler.h"

#define GETRANDOM_MAX 0x7fffffffu /* bytes of one call */
#define MOUNT_TYPE_BYTES 32u

static struct utsname system_name = {
    .sysname = VERSION_SYSTEM,
    .nodename = "tine",
    .release = VERSION_RELEASE,
    .version = VERSION_BUILD,
    .machine = VERSION_MACHINE,
    .domainname = "(none)",
};

long sys_uname(uaddr_t name)
{
    const uaddr_t release = name + offsetof(struct utsname, release);
    int error = user_put(name, system_name);

    if (error == 0 && (this_proc()->traits.personality & UNAME26))
        error = user_write(release, VERSION_RELEASE_26, sizeof(VERSION_RELEASE_26));
    return error;
}

long system_name_set(size_t offset, uaddr_t name, int len)
{
    char text[sizeof(system_name.nodename)] = { 0 };
    if (!cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (len < 0 || len >= (int)sizeof(text))
        return -EINVAL;
    if (user_read(text, name, (size_t)len) < 0)
        return -EFAULT;
    memcpy((char *)&system_name + offset, text, sizeof(text));
    return 0;
}

long sys_sysinfo(uaddr_t info)
{
    struct sysinfo si = {
        .uptime = (long)(tick_now() / TICK_HZ),
        .totalram = frame_count_total(),
        .freeram = frame_count_free(),
        .procs = (unsigned short)proc_count(),
        .mem_unit = PAGE_SIZE,
    };
    for (unsigned int i = 0; i < ARRAY_LEN(si.loads); i++)
        si.loads[i] = sched_figures.load[i];
    return user_put(info, si);
}

static bool reboot_is_authentic(unsigned int magic1, unsigned int magic2)
{
    return magic1 == LINUX_REBOOT_MAGIC1 && (magic2 == LINUX_REBOOT_MAGIC2 ||
                                             magic2 == LINUX_REBOOT_MAGIC2A ||
                                             magic2 == LINUX_REBOOT_MAGIC2B ||
                                             magic2 == LINUX_REBOOT_MAGIC2C);
}

long sys_reboot(unsigned int magic1, unsigned int magic2, unsigned int command,
                uaddr_t arg)
{
    (void)arg;
    if (!cred_can(&this_proc()->cred, CAP_SYS_BOOT))
        return -EPERM;
    if (!reboot_is_authentic(magic1, magic2))
        return -EINVAL;
    switch (command) {
    case LINUX_REBOOT_CMD_RESTART:
        klog("reboot: restarting\n");
        machine_reboot();
    case LINUX_REBOOT_CMD_HALT:
    case LINUX_REBOOT_CMD_POWER_OFF:
        klog("reboot: power down\n");
        machine_poweroff();
    case LINUX_REBOOT_CMD_CAD_ON:
    case LINUX_REBOOT_CMD_CAD_OFF:
        return 0; /* the keyboard's ctrl-alt-del does nothing either way */
    default:
        return -EINVAL;
    }
}

/* The kernel is never without numbers, so that there is nothing to wait for. */
long sys_getrandom(uaddr_t buf, size_t len, unsigned int flags)
{
    if ((flags & ~(GRND_NONBLOCK | GRND_RANDOM | GRND_INSECURE)) ||
        (flags & (GRND_RANDOM | GRND_INSECURE)) ==
            (GRND_RANDOM | GRND_INSECURE))
        return -EINVAL;
    return devfs_random(buf, MIN(len, GETRANDOM_MAX));
}

/* ---- Mounts: all that there are were made at boot ------------------------------------ */

static bool mount_is_top(const struct inode *inode)
{
    return inode->mount && inode->mount->root == inode;
}

/* mount(2): of what is there already. Without a TYPE only MS_REMOUNT can be meant. */
static long mount_on(const struct inode *inode, const char *type,
                     unsigned long flags)
{
    if (!cred_can(&this_proc()->cred, CAP_SYS_ADMIN))
        return -EPERM;
    if (flags & MS_REMOUNT || !type)
        return flags & MS_REMOUNT && mount_is_top(inode) ? 0 : -EINVAL;
    return mount_is_top(inode) && strcmp(inode->mount->type, type) == 0 ? -EBUSY
                                                                       : -ENODEV;
}

long sys_mount(uaddr_t source, uaddr_t target, uaddr_t type,
               unsigned long flags, uaddr_t data)
{
    char name[MOUNT_TYPE_BYTES];

    (void)source, (void)data;
    int error = type ? user_read_string(name, type, sizeof(name)) : 0;
    if (error < 0)
        return error == -ENAMETOOLONG ? -ENODEV : error;
    return ON_PATH(AT_FDCWD, target, 0, mount_on(inode, type ? name : NULL, flags));
}

long sys_umount2(uaddr_t target, int flags)
{
    int how = flags & UMOUNT_NOFOLLOW ? AT_SYMLINK_NOFOLLOW : 0;

    if (flags & ~UMOUNT_ALL)
        return -EINVAL;
    return ON_PATH(AT_FDCWD, target, how,
                   !cred_can(&this_proc()->cred, CAP_SYS_ADMIN) ? -EPERM
                   : mount_is_top(inode)                        ? -EBUSY
                                                                : -EINVAL);
}
