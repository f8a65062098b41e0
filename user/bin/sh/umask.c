/* SPDX-License-Identifier: MIT */
/*
 * The built-in umask: permissions that new files do not get, as a number or as
 * chmod writes modes (POSIX.1-2017, umask).
 *
 * In symbols the subject is what files do get, the complement of the mask.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "builtin.h"
#include "sh.h"

#define ALL_MODES 0777u
#define BITS_EACH 3 /* of user, group and others */

static const char whose[] = "ugo", what[] = "rwx";

static void umask_print_symbols(mode_t allowed)
{
    int i, k, shift;

    for (i = 0; whose[i]; i++) {
        shift = (2 - i) * BITS_EACH;
        printf("%s%c=", i ? "," : "", whose[i]);
        for (k = 0; what[k]; k++) {
            if (allowed >> shift & 4u >> k)
                putchar(what[k]);
        }
    }
    putchar('\n');
}

/* Letters of WHOSE from *TEXT on, as a mask; none or an a: all. */
static mode_t umask_who(const char **text)
{
    mode_t mask = 0;
    const char *letter;

    for (; **text && (**text == 'a' || strchr(whose, **text)); (*text)++) {
        letter = strchr(whose, **text);
        mask |= letter ? 7u << (2 - (letter - whose)) * BITS_EACH : ALL_MODES;
    }
    return mask ? mask : ALL_MODES;
}

static mode_t umask_what(const char **text)
{
    mode_t bits = 0;

    for (; **text && strchr(what, **text); (*text)++)
        bits |= 0111u * (4u >> (strchr(what, **text) - what));
    return bits;
}

/* Changes *ALLOWED by clauses such as u=rwx,g-w; false: it is none. */
static bool umask_change(const char *text, mode_t *allowed)
{
    mode_t who, bits;
    char op;

    do {
        who = umask_who(&text);
        if (*text == '\0' || !strchr("+-=", *text))
            return false;
        while (*text && strchr("+-=", *text)) {
            op = *text++;
            bits = umask_what(&text) & who;
            if (op == '=')
                *allowed &= ~who;
            *allowed = op == '-' ? *allowed & ~bits : *allowed | bits;
        }
    } while (*text++ == ',');
    return text[-1] == '\0';
}

/* umask [-S] [mode] */
int builtin_umask(int argc, char **argv)
{
    bool symbols = argc > 1 && strcmp(argv[1], "-S") == 0;
    const char *text = argv[1 + symbols];
    mode_t old = umask(0), allowed = ~old & ALL_MODES;
    bool is_good = true;
    char *end;

    if (text && *text >= '0' && *text <= '7') {
        allowed = ~(mode_t)strtoul(text, &end, 8) & ALL_MODES;
        is_good = *end == '\0' && strlen(text) <= 4;
    } else if (text) {
        is_good = umask_change(text, &allowed);
    }
    umask(is_good ? ~allowed & ALL_MODES : old);
    if (!is_good) {
        sh_warn("umask: %s: bad mode", text);
        return STATUS_ERROR;
    }
    if (symbols)
        umask_print_symbols(allowed);
    else if (text == NULL)
        printf("%04o\n", (unsigned)old);
    return 0;
}
