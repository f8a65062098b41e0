/* SPDX-License-Identifier: MIT */
/*
 * The system as a whole: its name, its figures, and turning it off.
 *
 * Called by uname, free, sysconf's users, poweroff and reboot.
 * Read next: kernel/sys/sys_proc.c.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/random.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "sys.h"

#define CLOCK_TICKS_PER_SEC 100

int uname(struct utsname *name)
{
    return (int)syscall_result(sys_uname(name));
}

int sysinfo(struct sysinfo *info)
{
    return (int)syscall_result(sys_sysinfo(info));
}

int sethostname(const char *name, size_t size)
{
    return (int)syscall_result(sys_sethostname(name, (int)size));
}

int setdomainname(const char *name, size_t size)
{
    return (int)syscall_result(sys_setdomainname(name, (int)size));
}

int gethostname(char *name, size_t size)
{
    struct utsname uts;
    size_t len;

    if (uname(&uts) < 0)
        return -1;
    len = strlen(uts.nodename);
    if (len >= size) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(name, uts.nodename, len + 1);
    return 0;
}

/* The two magic numbers keep a stray call from ending the system. */
int reboot(int command)
{
    return (int)syscall_result(sys_reboot(
        LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, (unsigned int)command, 0));
}

int getpagesize(void)
{
    return PAGE_SIZE;
}

static long memory_pages(int want_free)
{
    struct sysinfo info;
    unsigned long units;

    if (sysinfo(&info) < 0)
        return -1;
    units = want_free ? info.freeram : info.totalram;
    return (long)((unsigned long long)units * info.mem_unit / PAGE_SIZE);
}

/* The soft limit of RESOURCE, or -1 for none. */
static long limit_of(int resource)
{
    struct rlimit limit;

    return getrlimit(resource, &limit) < 0 ? -1 : (long)limit.rlim_cur;
}

long sysconf(int name)
{
    switch (name) {
    case _SC_ARG_MAX:
        return ARG_MAX;
    case _SC_CHILD_MAX:
        return limit_of(RLIMIT_NPROC);
    case _SC_CLK_TCK:
        return CLOCK_TICKS_PER_SEC;
    case _SC_NGROUPS_MAX:
        return NGROUPS_MAX;
    case _SC_OPEN_MAX:
        return limit_of(RLIMIT_NOFILE);
    case _SC_JOB_CONTROL:
        return _POSIX_JOB_CONTROL;
    case _SC_SAVED_IDS:
        return _POSIX_SAVED_IDS;
    case _SC_VERSION:
        return _POSIX_VERSION;
    case _SC_PAGESIZE:
        return PAGE_SIZE;
    case _SC_IOV_MAX:
        return IOV_MAX;
    case _SC_HOST_NAME_MAX:
        return HOST_NAME_MAX;
    case _SC_SYMLOOP_MAX:
        return SYMLOOP_MAX;
    case _SC_LINE_MAX:
        return LINE_MAX;
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN:
        return 1;
    case _SC_PHYS_PAGES:
        return memory_pages(0);
    case _SC_AVPHYS_PAGES:
        return memory_pages(1);
    default:
        errno = EINVAL;
        return -1;
    }
}

ssize_t getrandom(void *buf, size_t len, unsigned int flags)
{
    return syscall_result(sys_getrandom(buf, len, flags));
}

int getentropy(void *buf, size_t len)
{
    if (len > 256) { /* getentropy(3) gives no more */
        errno = EIO;
        return -1;
    }
    return getrandom(buf, len, 0) < 0 ? -1 : 0;
}

int mount(const char *source, const char *target, const char *type,
          unsigned long flags, const void *data)
{
    return (int)syscall_result(sys_mount(source, target, type, flags, data));
}

int umount2(const char *target, int flags)
{
    return (int)syscall_result(sys_umount2(target, flags));
}

int umount(const char *target)
{
    return umount2(target, 0);
}
