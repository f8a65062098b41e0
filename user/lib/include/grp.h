/* SPDX-License-Identifier: MIT */
/* The groups in /etc/group: getgrnam(3). */
#pragma once

#include <sys/types.h>

struct group {
    char *gr_name;
    char *gr_passwd;
    gid_t gr_gid;
    char **gr_mem;
};

struct group *getgrnam(const char *name);
struct group *getgrgid(gid_t gid);
int initgroups(const char *user, gid_t group);
int getgrouplist(const char *user, gid_t group, gid_t *list, int *count);
int setgroups(size_t count, const gid_t *list);
