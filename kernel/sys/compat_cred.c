/* SPDX-License-Identifier: MIT */
/*
 * The calls about ids from the days when these had 16 bits, turned into those of
 * sys/sys_cred.c: 65535 is what -1 is there, and an id that does not fit is shown
 * as 65534.
 *
 * Called by sys/dispatch.c in process context.
 */
#include "proc/proc.h"
#include "sys/sys.h"
#include "sys/sys_cred.h"

static long id_to_16(long id)
{
    return (unsigned long)id > ID_MAX_16 ? (long)ID_OVERFLOW_16 : id;
}

static unsigned int id_from_16(uint16_t id)
{
    return id == ID_MAX_16 ? ID_UNCHANGED : id;
}

long sys_getuid(void)
{
    return id_to_16(sys_getuid32());
}

long sys_getgid(void)
{
    return id_to_16(sys_getgid32());
}

long sys_geteuid(void)
{
    return id_to_16(sys_geteuid32());
}

long sys_getegid(void)
{
    return id_to_16(sys_getegid32());
}

long sys_getresuid(uaddr_t real, uaddr_t effective, uaddr_t saved)
{
    const uaddr_t at[] = { real, effective, saved };
    return ids_put(&this_proc()->cred.user, at, sizeof(uint16_t));
}

long sys_getresgid(uaddr_t real, uaddr_t effective, uaddr_t saved)
{
    const uaddr_t at[] = { real, effective, saved };
    return ids_put(&this_proc()->cred.group, at, sizeof(uint16_t));
}

long sys_setuid(uint16_t uid)
{
    return sys_setuid32(id_from_16(uid));
}

long sys_setgid(uint16_t gid)
{
    return sys_setgid32(id_from_16(gid));
}

long sys_setreuid(uint16_t real, uint16_t effective)
{
    return sys_setreuid32(id_from_16(real), id_from_16(effective));
}

long sys_setregid(uint16_t real, uint16_t effective)
{
    return sys_setregid32(id_from_16(real), id_from_16(effective));
}

long sys_setresuid(uint16_t real, uint16_t effective, uint16_t saved)
{
    return sys_setresuid32(id_from_16(real), id_from_16(effective),
                           id_from_16(saved));
}

long sys_setresgid(uint16_t real, uint16_t effective, uint16_t saved)
{
    return sys_setresgid32(id_from_16(real), id_from_16(effective),
                           id_from_16(saved));
}

long sys_setfsuid(uint16_t uid)
{
    return id_to_16(sys_setfsuid32(id_from_16(uid)));
}

long sys_setfsgid(uint16_t gid)
{
    return id_to_16(sys_setfsgid32(id_from_16(gid)));
}

long sys_getgroups(int size, uaddr_t list)
{
    return groups_put(size, list, sizeof(uint16_t));
}

long sys_setgroups(int size, uaddr_t list)
{
    return groups_change(size, list, sizeof(uint16_t));
}
