/* SPDX-License-Identifier: MIT */
/*
 * The text of a mode, as chmod and mkdir take it (POSIX.1-2017, chmod).
 *
 * Octal, or clauses between commas such as u+x, go-w, a=r: who (u g o a),
 * + - or =, and what (r w x X s t).  Without who, the umask's bits stay.
 */
#include <modetext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MODE_MAX    07777
#define READ_ALL    0444
#define WRITE_ALL   0222
#define EXECUTE_ALL 0111
#define OWNER_BITS  (S_ISUID | S_IRWXU)
#define GROUP_BITS  (S_ISGID | S_IRWXG)
#define OTHER_BITS  (S_ISVTX | S_IRWXO)

/* The bits that letters such as "ug" speak of; 0 if there are none. */
static mode_t parse_who(const char **at)
{
    mode_t who = 0;

    for (;; (*at)++) {
        switch (**at) {
        case 'u':
            who |= OWNER_BITS;
            break;
        case 'g':
            who |= GROUP_BITS;
            break;
        case 'o':
            who |= OTHER_BITS;
            break;
        case 'a':
            who |= MODE_MAX;
            break;
        default:
            return who;
        }
    }
}

/* The bits that letters such as "rx" stand for, for everyone. */
static mode_t parse_what(const char **at, mode_t old)
{
    mode_t what = 0;

    for (;; (*at)++) {
        switch (**at) {
        case 'r':
            what |= READ_ALL;
            break;
        case 'w':
            what |= WRITE_ALL;
            break;
        case 'x':
            what |= EXECUTE_ALL;
            break;
        case 'X': /* if it is a directory or somebody has it already */
            if (S_ISDIR(old) || (old & EXECUTE_ALL))
                what |= EXECUTE_ALL;
            break;
        case 's':
            what |= S_ISUID | S_ISGID;
            break;
        case 't':
            what |= S_ISVTX;
            break;
        default:
            return what;
        }
    }
}

bool mode_parse(const char *text, mode_t old, mode_t *result)
{
    mode_t mode = old & MODE_MAX;
    const char *at = text;
    char *end;
    unsigned long octal = strtoul(text, &end, 8);

    if (end != text && !*end && octal <= MODE_MAX && *text != '-') {
        *result = (mode_t)octal;
        return true;
    }
    do {
        mode_t who = parse_who(&at);
        mode_t affected = who;

        if (!who) {
            mode_t mask = umask(0);

            umask(mask);
            who = MODE_MAX;
            affected = MODE_MAX & ~mask;
        }
        if (!*at || !strchr("+-=", *at))
            return false;
        while (*at && strchr("+-=", *at)) {
            char op = *at++;
            mode_t what = parse_what(&at, old) & affected;

            if (op == '=')
                mode &= ~who;
            mode = op == '-' ? mode & ~what : mode | what;
        }
    } while (*at == ',' && *++at);
    *result = mode;
    return !*at;
}
