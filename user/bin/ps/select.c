/* SPDX-License-Identifier: MIT */
/*
 * Which processes ps shows.
 *
 * Without a choice, those of the same user on the same terminal.  Several
 * choices add up.  A list is text: its items stand between commas or blanks.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ps.h"

struct selection want;

void list_append(char **list, const char *more)
{
    char *before = *list;

    if (asprintf(list, "%s,%s", before ? before : "", more) < 0)
        err(1, NULL);
    free(before);
}

bool list_has(const char *list, const char *text)
{
    while (list && *list) {
        size_t len = strcspn(list, ", ");

        if (strlen(text) == len && strncmp(list, text, len) == 0)
            return true;
        list += len + (list[len] != '\0');
    }
    return false;
}

static bool list_has_number(const char *list, long number)
{
    char text[16];

    snprintf(text, sizeof(text), "%ld", number);
    return list_has(list, text);
}

/* A terminal may be called ttyS0, /dev/ttyS0 or S0; "?" and "-" are none. */
static bool is_on_tty(const struct procinfo *p)
{
    char path[64] = "/dev/", *name = path + strlen(path);

    proc_tty_name(name, sizeof(path) - strlen(path), p->tty);
    return list_has(want.ttys, path) || list_has(want.ttys, name) ||
           (strncmp(name, "tty", 3) == 0 && list_has(want.ttys, name + 3)) ||
           (p->tty == 0 && list_has(want.ttys, "-"));
}

static bool is_listed(const struct procinfo *p)
{
    char user[32];

    proc_user_name(user, sizeof(user), p->uid);
    return list_has_number(want.pids, p->pid) ||
           list_has_number(want.sessions, p->sid) ||
           list_has_number(want.users, p->uid) || list_has(want.users, user) ||
           list_has(want.names, p->name) || (want.ttys && is_on_tty(p));
}

static bool is_selected(const struct procinfo *p, const struct procinfo *me)
{
    bool is_leader = p->pid == p->sid;

    if (want.all || is_listed(p))
        return true;
    if (want.bsd && (want.others || want.without_tty))
        return (want.others || p->uid == me->uid) &&
               (want.without_tty || p->tty != 0);
    if (want.no_leaders || want.with_tty)
        return !is_leader && (want.no_leaders || p->tty != 0);
    if (want.pids || want.sessions || want.users || want.names || want.ttys)
        return false;
    return p->uid == me->uid && p->tty == me->tty;
}

bool is_wanted(const struct procinfo *p, const struct procinfo *me)
{
    return is_selected(p, me) != want.inverted;
}
