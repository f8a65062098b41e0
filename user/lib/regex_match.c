/* SPDX-License-Identifier: MIT */
/*
 * regexec: does a string match, and where?
 *
 * All ways through the program are followed at the same time, one character
 * after the other, and no instruction is twice in the list of ways: so no
 * pattern takes longer than its length times that of the string, for each
 * place at which a match may begin.  The first such place wins, and from
 * there the longest match.
 * Read next: regex_code.h.
 */
#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include "regex_code.h"

/* The instructions to try at one character. */
struct ways {
    int *list;
    int count;
};

struct matcher {
    const struct regex_code *code;
    const char *s;
    int flags; /* of regexec */
    struct ways now;
    struct ways next;
    size_t *marks; /* per instruction: the step in which it was added */
    size_t step;
};

static int is_word_character(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Is AT a place such as OP asks for? */
static int is_at_place(const struct matcher *m, enum regex_opcode op,
                       const char *at)
{
    int has_word_before = at > m->s && is_word_character(at[-1]);

    switch (op) {
    case REGEX_LINE_START:
        return at == m->s ? !(m->flags & REG_NOTBOL)
                          : (m->code->flags & REG_NEWLINE) && at[-1] == '\n';
    case REGEX_LINE_END:
        return !*at ? !(m->flags & REG_NOTEOL)
                    : (m->code->flags & REG_NEWLINE) && *at == '\n';
    case REGEX_WORD_START:
        return !has_word_before && is_word_character(*at);
    default: /* REGEX_WORD_END */
        return has_word_before && !is_word_character(*at);
    }
}

/* Adds the instruction at PC, or those to which it leads at once. */
static void ways_add(struct matcher *m, struct ways *ways, int pc,
                     const char *at)
{
    const struct regex_instruction *i = &m->code->program[pc];

    if (m->marks[pc] == m->step)
        return;
    m->marks[pc] = m->step;
    switch (i->op) {
    case REGEX_SPLIT:
        ways_add(m, ways, pc + i->x, at);
        ways_add(m, ways, pc + i->y, at);
        break;
    case REGEX_JUMP:
        ways_add(m, ways, pc + i->x, at);
        break;
    case REGEX_MATCH:
    case REGEX_CHAR:
    case REGEX_ANY:
    case REGEX_SET:
        ways->list[ways->count++] = pc;
        break;
    default:
        if (is_at_place(m, i->op, at))
            ways_add(m, ways, pc + 1, at);
        break;
    }
}

static int accepts(const struct matcher *m, const struct regex_instruction *i,
                   unsigned char c)
{
    if (c == '\n' && (m->code->flags & REG_NEWLINE) && i->op != REGEX_CHAR)
        return 0;
    if (m->code->flags & REG_ICASE)
        c = (unsigned char)tolower(c);
    return i->op == REGEX_ANY || (i->op == REGEX_CHAR && i->c == c) ||
           (i->op == REGEX_SET && regex_set_has(i->set, c));
}

/* The end of the longest match that begins at START, or NULL. */
static const char *match_from(struct matcher *m, const char *start)
{
    const char *longest = NULL;

    m->now.count = 0;
    m->step++;
    ways_add(m, &m->now, 0, start);
    for (const char *at = start; m->now.count > 0; at++) {
        struct ways used = m->now;

        m->next.count = 0;
        m->step++;
        for (int n = 0; n < used.count; n++) {
            int pc = used.list[n];
            const struct regex_instruction *i = &m->code->program[pc];

            if (i->op == REGEX_MATCH)
                longest = at;
            else if (*at && accepts(m, i, (unsigned char)*at))
                ways_add(m, &m->next, pc + 1, at + 1);
        }
        m->now = m->next;
        m->next = used;
    }
    return longest;
}

int regexec(const regex_t *regex, const char *s, size_t count,
            regmatch_t matches[], int flags)
{
    struct matcher m = {.code = regex->code, .s = s, .flags = flags};
    size_t length = (size_t)regex->code->length;
    const char *start = s;
    const char *end = NULL;

    m.now.list = calloc(length, sizeof(int));
    m.next.list = calloc(length, sizeof(int));
    m.marks = calloc(length, sizeof(*m.marks));
    if (m.now.list && m.next.list && m.marks)
        while ((end = match_from(&m, start)) == NULL && *start)
            start++;
    free(m.now.list);
    free(m.next.list);
    free(m.marks);

    if (!end)
        return REG_NOMATCH;
    if (regex->code->flags & REG_NOSUB)
        count = 0;
    for (size_t i = 0; i < count; i++)
        matches[i].rm_so = matches[i].rm_eo = -1;
    if (count > 0) {
        matches[0].rm_so = (regoff_t)(start - s);
        matches[0].rm_eo = (regoff_t)(end - s);
    }
    return 0;
}

size_t regerror(int error, const regex_t *regex, char *buf, size_t size)
{
    static const char *const texts[] = {
        [0] = "Success",
        [REG_NOMATCH] = "No match",
        [REG_BADPAT] = "Invalid regular expression",
        [REG_EBRACK] = "A [ has no ]",
        [REG_EPAREN] = "A ( has no )",
        [REG_EBRACE] = "A { has no }",
        [REG_EESCAPE] = "A backslash is at the end",
        [REG_BADBR] = "Wrong limits in { }",
        [REG_ESPACE] = "Out of memory",
    };
    size_t index = (size_t)error;

    (void)regex;
    if (index >= sizeof(texts) / sizeof(*texts))
        index = REG_BADPAT;
    return strlcpy(buf, texts[index], size) + 1;
}
