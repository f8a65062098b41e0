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
#include "lib/string.h"
#include "lib/version.h"
#include "mm/frame.h"
#include "mm/usercopy.h"
#include "proc/proc.h"
#include "sched/core.h"
#include "sys/sys.h"

static struct utsname system_name = {
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

/* Sets one of the two names that can change. */
static long system_name_set(char *field, uaddr_t name, int len)
{
    char text[sizeof(system_name.nodename)] = { 0 };
    if (!cred_is_root(&this_proc()->cred))
        return -EPERM;
    if (len < 0 || len >= (int)sizeof(text))
        return -EINVAL;
    if (user_read(text, name, (size_t)len) < 0)
        return -EFAULT;
    memcpy(field, text, sizeof(text));
    return 0;
}

long sys_sethostname(uaddr_t name, int len)
{
    return system_name_set(system_name.nodename, name, len);
}

long sys_setdomainname(uaddr_t name, int len)
{
    return system_name_set(system_name.domainname, name, len);
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
