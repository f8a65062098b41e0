/* SPDX-License-Identifier: MIT */
/*
 * Names of users and groups: /etc/passwd and /etc/group (passwd(5), group(5)).
 *
 * Both are lines of fields between colons.  A look-up reads the file from its
 * start and stops at the first line that fits; the result lives in static
 * memory until the next look-up.
 */
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PASSWD        "/etc/passwd"
#define GROUP         "/etc/group"
#define PASSWD_FIELDS 7
#define GROUP_FIELDS  4
#define FIELDS_MAX    PASSWD_FIELDS
#define ID_FIELD      2
#define MEMBERS_MAX   32

/*
 * The first line of PATH with COUNT fields whose name is NAME or, if that is
 * NULL, whose id is ID.  Returns 1 with FIELDS pointing into static memory.
 */
static int line_find(const char *path, int count, const char *name,
                     unsigned int id, char *fields[FIELDS_MAX])
{
    static char line[512];
    FILE *f = fopen(path, "re");
    int found = 0;

    if (!f)
        return 0;
    while (!found && fgets(line, sizeof(line), f)) {
        char *rest = line;
        int n = 0;

        line[strcspn(line, "\n")] = '\0';
        while (n < count && (fields[n] = strsep(&rest, ":")) != NULL)
            n++;
        found = n == count &&
                (name ? strcmp(name, fields[0]) == 0
                      : strtoul(fields[ID_FIELD], NULL, 10) == id);
    }
    fclose(f);
    return found;
}

static struct passwd *user_find(const char *name, uid_t uid)
{
    static struct passwd user;
    char *fields[FIELDS_MAX];

    if (!line_find(PASSWD, PASSWD_FIELDS, name, uid, fields))
        return NULL;
    user.pw_name = fields[0];
    user.pw_passwd = fields[1];
    user.pw_uid = (uid_t)strtoul(fields[ID_FIELD], NULL, 10);
    user.pw_gid = (gid_t)strtoul(fields[3], NULL, 10);
    user.pw_gecos = fields[4];
    user.pw_dir = fields[5];
    user.pw_shell = fields[6];
    return &user;
}

struct passwd *getpwnam(const char *name)
{
    return user_find(name, 0);
}

struct passwd *getpwuid(uid_t uid)
{
    return user_find(NULL, uid);
}

static struct group *group_find(const char *name, gid_t gid)
{
    static struct group group;
    static char *members[MEMBERS_MAX + 1];
    char *fields[FIELDS_MAX];
    char *member;
    int count = 0;

    if (!line_find(GROUP, GROUP_FIELDS, name, gid, fields))
        return NULL;
    group.gr_name = fields[0];
    group.gr_passwd = fields[1];
    group.gr_gid = (gid_t)strtoul(fields[ID_FIELD], NULL, 10);
    while (count < MEMBERS_MAX && (member = strsep(&fields[3], ",")) != NULL)
        if (*member)
            members[count++] = member;
    members[count] = NULL;
    group.gr_mem = members;
    return &group;
}

struct group *getgrnam(const char *name)
{
    return group_find(name, 0);
}

struct group *getgrgid(gid_t gid)
{
    return group_find(NULL, gid);
}
