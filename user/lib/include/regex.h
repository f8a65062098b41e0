/* SPDX-License-Identifier: MIT */
/* Regular expressions: regex(3).  Only the whole match is located. */
#pragma once

#include <stddef.h>

struct regex_code;

typedef struct {
    size_t re_nsub; /* always 0: groups are not located */
    struct regex_code *code;
} regex_t;

typedef int regoff_t;

typedef struct {
    regoff_t rm_so;
    regoff_t rm_eo;
} regmatch_t;

#define REG_EXTENDED 1
#define REG_ICASE    2
#define REG_NEWLINE  4
#define REG_NOSUB    8

#define REG_NOTBOL   1
#define REG_NOTEOL   2

enum regex_error {
    REG_NOMATCH = 1,
    REG_BADPAT,
    REG_EBRACK,
    REG_EPAREN,
    REG_EBRACE,
    REG_EESCAPE,
    REG_BADBR,
    REG_ESPACE,
};

int regcomp(regex_t *regex, const char *pattern, int flags);
int regexec(const regex_t *regex, const char *s, size_t count,
            regmatch_t matches[], int flags);
size_t regerror(int error, const regex_t *regex, char *buf, size_t size);
void regfree(regex_t *regex);
