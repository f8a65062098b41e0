/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions, private to the library: what a pattern becomes.
 *
 * A pattern is compiled to a small program whose instructions each match one
 * character or say where to go on; SPLIT goes on in two ways.  Offsets are
 * counted from the instruction itself, so that code can be moved and copied.
 *
 *     ab*c     CHAR a   SPLIT +1 +3   CHAR b   JUMP -2   CHAR c   MATCH
 */
#pragma once

#define REGEX_CHARACTERS 256

enum regex_opcode {
    REGEX_MATCH,      /* the whole pattern has matched */
    REGEX_CHAR,       /* the character c */
    REGEX_ANY,        /* any character */
    REGEX_SET,        /* a character in set */
    REGEX_SPLIT,      /* go on at both offsets */
    REGEX_JUMP,       /* go on at offset x */
    REGEX_LINE_START, /* these match no character, only a place */
    REGEX_LINE_END,
    REGEX_WORD_START,
    REGEX_WORD_END,
};

struct regex_instruction {
    enum regex_opcode op;
    int x;
    int y;
    unsigned char c;
    unsigned char set[REGEX_CHARACTERS / 8];
};

struct regex_code {
    int flags; /* of regcomp */
    int length;
    int room;
    struct regex_instruction *program;
};

static inline int regex_set_has(const unsigned char *set, int c)
{
    return set[c / 8] >> c % 8 & 1;
}
