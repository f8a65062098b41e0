/* SPDX-License-Identifier: MIT */
/*
 * Signal names and numbers, for kill, the shell and top.
 *
 * The names come from the same table as the kernel's.  The real-time signals
 * have no names of their own; they are counted from the first and the last,
 * as kill(1) does on Linux, where a libc that has threads keeps 32 and 33 for
 * itself: so RTMIN is 34 here too.
 */
#include <ctype.h>
#include <signame.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SIGNAME_RTMIN 34
#define SIGNAME_RTMAX 64
#define COLUMNS 5

static const struct signame {
    int number;
    const char *name;
} signames[] = {
    { 0, "EXIT" },
#define SIGNAL(number, name, action, description) { number, #name },
#include <tine/signals.def>
#undef SIGNAL
};
#define SIGNAMES (sizeof(signames) / sizeof(signames[0]))

/* RTMIN, RTMIN+n, RTMAX, RTMAX-n. */
static int signame_realtime(const char *text)
{
    bool low = strncasecmp(text, "RTMIN", 5) == 0;
    int base = low ? SIGNAME_RTMIN : SIGNAME_RTMAX;
    char *end;
    long offset;

    if (!low && strncasecmp(text, "RTMAX", 5) != 0)
        return -1;
    text += 5;
    if (*text == '\0')
        return base;
    if (*text != (low ? '+' : '-') || !isdigit((unsigned char)text[1]))
        return -1;
    offset = strtol(text, &end, 10);
    if (*end || base + offset < SIGNAME_RTMIN || base + offset > SIGNAME_RTMAX)
        return -1;
    return base + (int)offset;
}

int signame_number(const char *text)
{
    char *end;
    long number;
    size_t i;

    if (isdigit((unsigned char)*text)) {
        number = strtol(text, &end, 10);
        return *end || number >= SIGNAME_END ? -1 : (int)number;
    }
    if (strncasecmp(text, "SIG", 3) == 0)
        text += 3;
    for (i = 0; i < SIGNAMES; i++) {
        if (strcasecmp(text, signames[i].name) == 0)
            return signames[i].number;
    }
    if (strcasecmp(text, "IOT") == 0)
        return signame_number("ABRT");
    if (strcasecmp(text, "CLD") == 0)
        return signame_number("CHLD");
    if (strcasecmp(text, "POLL") == 0)
        return signame_number("IO");
    return signame_realtime(text);
}

const char *signame_text(int sig)
{
    static char text[16];
    size_t i;

    for (i = 0; i < SIGNAMES; i++) {
        if (signames[i].number == sig)
            return signames[i].name;
    }
    if (sig < SIGNAME_RTMIN || sig > SIGNAME_RTMAX)
        return NULL;
    if (sig == SIGNAME_RTMIN || sig == SIGNAME_RTMAX)
        return sig == SIGNAME_RTMIN ? "RTMIN" : "RTMAX";
    if (sig <= (SIGNAME_RTMIN + SIGNAME_RTMAX) / 2)
        snprintf(text, sizeof(text), "RTMIN+%d", sig - SIGNAME_RTMIN);
    else
        snprintf(text, sizeof(text), "RTMAX-%d", SIGNAME_RTMAX - sig);
    return text;
}

void signame_list(bool numbers)
{
    const char *name;
    int sig, column = 0;

    for (sig = 1; sig < SIGNAME_END; sig++) {
        name = signame_text(sig);
        if (name == NULL)
            continue;
        column = (column + 1) % COLUMNS;
        if (numbers)
            printf("%2d %-10s%s", sig, name, column ? " " : "\n");
        else
            printf("%s\n", name);
    }
    if (numbers && column)
        putchar('\n');
}
