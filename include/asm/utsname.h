/* SPDX-License-Identifier: MIT */
/* uname(2). */
#ifndef ASM_UTSNAME_H
#define ASM_UTSNAME_H

struct utsname {
    char sysname[65];
    char nodename[65];
    char release[65];
    char version[65];
    char machine[65];
    char domainname[65];
};

#endif
