/* SPDX-License-Identifier: MIT */
/* sysinfo(2). */
#pragma once

struct sysinfo {
    long uptime;
    unsigned long loads[3]; /* fixed point, 1.0 is 65536 */
    unsigned long totalram;
    unsigned long freeram;
    unsigned long sharedram;
    unsigned long bufferram;
    unsigned long totalswap;
    unsigned long freeswap;
    unsigned short procs;
    unsigned short pad;
    unsigned long totalhigh;
    unsigned long freehigh;
    unsigned int mem_unit;
    char reserved[8];
};
