/* SPDX-License-Identifier: MIT */
/*
 * id [-ugGn]: prints who one is: user, group and further groups.
 *
 * -u the user's number alone, -g the group's, -G all groups'; with -n names
 * in place of numbers.
 * Exit status: 0, 1 on an error.
 */
#include <err.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

#define GROUPS_MAX 64

static int has_names; /* -n */

static const char *user_name(uid_t uid)
{
    struct passwd *user = getpwuid(uid);

    return user ? user->pw_name : NULL;
}

static const char *group_name(gid_t gid)
{
    struct group *group = getgrgid(gid);

    return group ? group->gr_name : NULL;
}

static void print_one(unsigned int id, const char *name)
{
    if (has_names && name)
        printf("%s", name);
    else
        printf("%u", id);
}

static void print_both(unsigned int id, const char *name)
{
    printf("%u", id);
    if (name)
        printf("(%s)", name);
}

/* The group first, then the others. */
static int get_groups(gid_t *groups)
{
    gid_t all[GROUPS_MAX];
    int n = getgroups(GROUPS_MAX, all);
    int count = 1;

    if (n < 0)
        err(1, "groups");
    groups[0] = getegid();
    for (int i = 0; i < n; i++)
        if (all[i] != groups[0])
            groups[count++] = all[i];
    return count;
}

int main(int argc, char *argv[])
{
    gid_t groups[GROUPS_MAX + 1];
    int count = get_groups(groups);
    int letter = 0;
    int c;

    while ((c = getopt(argc, argv, "ugGn")) != -1) {
        if (c == 'n')
            has_names = 1;
        else if (c == '?' || (letter && letter != c))
            goto usage;
        else
            letter = c;
    }
    if (optind < argc || (has_names && !letter))
        goto usage;

    switch (letter) {
    case 'u':
        print_one(geteuid(), user_name(geteuid()));
        break;
    case 'g':
        print_one(getegid(), group_name(getegid()));
        break;
    case 'G':
        for (int i = 0; i < count; i++) {
            printf("%s", i ? " " : "");
            print_one(groups[i], group_name(groups[i]));
        }
        break;
    default:
        printf("uid=");
        print_both(geteuid(), user_name(geteuid()));
        printf(" gid=");
        print_both(getegid(), group_name(getegid()));
        for (int i = 0; i < count; i++) {
            printf("%s", i ? "," : " groups=");
            print_both(groups[i], group_name(groups[i]));
        }
    }
    putchar('\n');
    return 0;

usage:
    fprintf(stderr, "usage: id [-u|-g|-G [-n]]\n");
    return 1;
}
