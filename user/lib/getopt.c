/* SPDX-License-Identifier: MIT */
/*
 * Taking command lines apart: getopt and getopt_long (getopt(3)).
 *
 * "ab:" means: -a stands alone, -b takes an argument, -bX or -b X.  As POSIX
 * has it, options end at the first word that is none, or after "--"; words
 * are never put in another order.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

char *optarg;
int optind = 1;
int opterr = 1;
int optopt;

static int place; /* within a word such as -abc; 0: at a new word */

static void option_complain(const char *options, const char *what, int c)
{
    if (opterr && *options != ':')
        fprintf(stderr, "%s: %s -- '%c'\n", program_invocation_name, what, c);
}

int getopt(int argc, char *const argv[], const char *options)
{
    const char *word;
    const char *known;

    if (optind == 0) /* a program may start over: 0 as well as 1 */
        optind = 1;
    if (place == 0) {
        if (optind >= argc || argv[optind][0] != '-' || argv[optind][1] == '\0')
            return -1;
        if (strcmp(argv[optind], "--") == 0) {
            optind++;
            return -1;
        }
        place = 1;
    }
    word = argv[optind];
    optopt = (unsigned char)word[place++];
    optarg = NULL;
    known = optopt == ':' ? NULL : strchr(options, optopt);

    if (!known || known[1] != ':') {
        if (word[place] == '\0') {
            optind++;
            place = 0;
        }
        if (known)
            return optopt;
        option_complain(options, "invalid option", optopt);
        return '?';
    }

    optind++;
    if (word[place] != '\0')
        optarg = (char *)word + place;
    else if (known[2] != ':' && optind < argc)
        optarg = argv[optind++];
    place = 0;
    if (!optarg && known[2] != ':') {
        option_complain(options, "option requires an argument", optopt);
        return *options == ':' ? ':' : '?';
    }
    return optopt;
}

/* The entry for the LEN bytes at NAME; a beginning that fits one will do. */
static const struct option *long_find(const struct option *longs,
                                      const char *name, size_t len)
{
    const struct option *partial = NULL;
    int count = 0;

    for (; longs->name; longs++) {
        if (strncmp(longs->name, name, len) != 0)
            continue;
        if (longs->name[len] == '\0')
            return longs;
        partial = longs;
        count++;
    }
    return count == 1 ? partial : NULL;
}

static int long_fail(const char *options, const char *name, const char *what)
{
    if (opterr && *options != ':')
        fprintf(stderr, "%s: %s '--%s'\n", program_invocation_name, what, name);
    return '?';
}

int getopt_long(int argc, char *const argv[], const char *options,
                const struct option *longs, int *index)
{
    const struct option *found;
    const char *name;
    size_t len;

    if (optind == 0)
        optind = 1;
    if (place != 0 || optind >= argc || strncmp(argv[optind], "--", 2) != 0 ||
        argv[optind][2] == '\0')
        return getopt(argc, argv, options);

    name = argv[optind++] + 2;
    len = strcspn(name, "=");
    optopt = 0;
    optarg = NULL;
    found = long_find(longs, name, len);
    if (!found)
        return long_fail(options, name, "unrecognized option");
    if (name[len] == '=') {
        if (found->has_arg == no_argument)
            return long_fail(options, name, "no argument is allowed for");
        optarg = (char *)name + len + 1;
    } else if (found->has_arg == required_argument) {
        if (optind >= argc) {
            long_fail(options, name, "an argument is required for");
            return *options == ':' ? ':' : '?';
        }
        optarg = argv[optind++];
    }
    if (index)
        *index = (int)(found - longs);
    if (!found->flag)
        return found->val;
    *found->flag = found->val;
    return 0;
}
