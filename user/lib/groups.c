/* SPDX-License-Identifier: MIT */
/*
 * The groups of a user, by /etc/group: getgrouplist(3), initgroups(3).
 *
 * Each line is NAME:PASSWORD:NUMBER:MEMBER,MEMBER...
 * Read next: passwd.c.
 */
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GROUP      "/etc/group"
#define LINE_BYTES 512

/* The number of the group in LINE if USER is one of its members, or -1. */
static long line_match(char *line, const char *user)
{
    char *rest = line;
    char *number, *member;

    strsep(&rest, ":");
    strsep(&rest, ":");
    number = strsep(&rest, ":");
    while ((member = strsep(&rest, ",\n")) != NULL)
        if (*member && strcmp(member, user) == 0)
            return strtol(number, NULL, 10);
    return -1;
}

int getgrouplist(const char *user, gid_t group, gid_t *list, int *count)
{
    char line[LINE_BYTES];
    FILE *f = fopen(GROUP, "re");
    int size = *count;
    int found = 0;

    if (found++ < size)
        list[0] = group;
    while (f && fgets(line, sizeof(line), f)) {
        long number = line_match(line, user);

        if (number >= 0 && (gid_t)number != group && found++ < size)
            list[found - 1] = (gid_t)number;
    }
    if (f)
        fclose(f);
    *count = found;
    return found <= size ? found : -1;
}

int initgroups(const char *user, gid_t group)
{
    int count = 0, result = -1;
    gid_t *list;

    getgrouplist(user, group, NULL, &count); /* only counts */
    list = malloc((size_t)count * sizeof(*list));
    if (list && getgrouplist(user, group, list, &count) >= 0)
        result = setgroups((size_t)count, list);
    free(list);
    return result;
}
