/* SPDX-License-Identifier: MIT */
/*
 * System calls about the whole system: its name, its load, switching it off.
 *
 * Called by sys/dispatch.c in process context.
 */
#include <asm/reboot.h>
#include <asm/sysinfo.h>
#include <asm/utsname.h>
#include <tine/errno.h>

#include "lib/printf.h"
#include "lib/version.h"
#include "mm/frame.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sched/core.h"
#include "sys/sys.h"

static const struct utsname system_name = {
    .sysname = VERSION_SYSTEM,
    .nodename = "tine",
    .release = VERSION_RELEASE,
    .version = VERSION_BUILD,
    .machine = "i686",
    .domainname = "(none)",
};

long sys_uname(uaddr_t name)
{
    return user_put(name, system_name);
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
    if (!cred_is_root(&this_proc()->cred))
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
