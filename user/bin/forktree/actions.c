/* SPDX-License-Identifier: MIT */
/*
 * The actions: X+Y, X forks Y, and X-, X exits; drawn by lot like the book's.
 *
 * The names are a to z, A to Z, and when these are used up the same in pairs.
 */
#include <err.h>
#include <mersenne.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "forktree.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

#define LETTERS ((int)sizeof(letters) - 1)

static struct mersenne lots;

void actions_seed(long seed)
{
    uint32_t number = (uint32_t)seed;

    if (seed == SEED_ANY && getrandom(&number, sizeof(number), 0) != sizeof(number))
        err(1, "getrandom");
    mersenne_seed(&lots, number);
}

/* The name of the NUMBERth process. */
static void name_make(char name[NAME_BYTES], int number)
{
    if (number < LETTERS) {
        snprintf(name, NAME_BYTES, "%c", letters[number]);
        return;
    }
    number -= LETTERS;
    snprintf(name, NAME_BYTES, "%c%c", letters[number / LETTERS],
             letters[number % LETTERS]);
}

char *actions_draw(int count, double forks)
{
    static int there[NODES_MAX]; /* the numbers of those that are there */
    int there_count = 1, made = 1;
    char *list, *end;

    list = end = calloc((size_t)count + 1, 2 * NAME_BYTES);
    if (list == NULL)
        err(1, NULL);
    while (count > 0) {
        bool is_fork = mersenne_random(&lots) < forks;
        int at = (int)(mersenne_random(&lots) * there_count);
        char who[NAME_BYTES], name[NAME_BYTES] = "";

        if (!is_fork && at == ROOT)
            continue;
        name_make(who, there[at]);
        if (is_fork) {
            there[there_count++] = made;
            name_make(name, made++);
        } else {
            memmove(&there[at], &there[at + 1],
                    (size_t)(--there_count - at) * sizeof(there[0]));
        }
        end += sprintf(end, "%s%s%c%s", end == list ? "" : ",", who,
                       is_fork ? '+' : '-', name);
        count--;
    }
    return list;
}

bool action_parse(const char *action, char who[NAME_BYTES], char name[NAME_BYTES])
{
    size_t len = strcspn(action, "+-");
    const char *rest = action + len + 1;

    if (action[len] == '\0' || len == 0 || len >= NAME_BYTES ||
        strlen(rest) >= NAME_BYTES || strpbrk(rest, "+-") ||
        (action[len] == '+') != (*rest != '\0'))
        return false;
    snprintf(who, NAME_BYTES, "%.*s", (int)len, action);
    snprintf(name, NAME_BYTES, "%s", rest);
    return true;
}
