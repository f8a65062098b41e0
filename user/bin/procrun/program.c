/* SPDX-License-Identifier: MIT */
/*
 * What each process is to do: drawn by lot (-l) or spelled out (-P).
 *
 * An I/O is two instructions: one that asks for it, and when it is done one that
 * takes what came. Both need the CPU.
 */
#include <ctype.h>
#include <err.h>
#include <mersenne.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "procrun.h"

#define LENGTH_MAX 10000
#define PER_CENT   100.0

struct program programs[PROCESSES_MAX];
int program_count;

static struct program *program_add(void)
{
    struct program *program = &programs[program_count];

    if (program_count == PROCESSES_MAX)
        errx(1, "more than %d processes", PROCESSES_MAX);
    program_count++;
    program->code = calloc(1, 1);
    return program;
}

static void code_add(struct program *program, char instruction)
{
    if (program->length >= LENGTH_MAX)
        errx(1, "more than %d instructions", LENGTH_MAX);
    program->code = realloc(program->code, (size_t)program->length + 2);
    if (program->code == NULL)
        err(1, NULL);
    program->code[program->length++] = instruction;
    program->code[program->length] = '\0';
}

static void io_add(struct program *program)
{
    code_add(program, DO_IO);
    code_add(program, DO_IO_DONE);
}

/* One X:Y of -l. */
static void program_draw(const char *text, struct mersenne *lots)
{
    char *colon, *end;
    long length = strtol(text, &colon, 10);
    double chance = *colon == ':' ? strtod(colon + 1, &end) / PER_CENT : 0;
    struct program *program;

    if (colon == text || *colon != ':' || end == colon + 1 || *end || length < 0)
        errx(1, "bad description (%s): must be number <x:y>, where x is the number\n"
             "of instructions and y the per cent chance that one is CPU not IO", text);
    program = program_add();
    for (long i = 0; i < length; i++) {
        if (mersenne_random(lots) < chance)
            code_add(program, DO_CPU);
        else
            io_add(program);
    }
}

void programs_draw(const char *list, uint32_t seed)
{
    struct mersenne lots;
    char *copy = strdup(list), *rest = copy, *text;

    mersenne_seed(&lots, seed);
    while ((text = strsep(&rest, ",")) != NULL)
        program_draw(text, &lots);
    free(copy);
}

/* One of the words of -P: c, c7 or i. */
static void word_spell(struct program *program, const char *word)
{
    const char *digits = word + (word[0] == 'c');
    char *end = (char *)digits;
    long count = isdigit((unsigned char)*digits) ? strtol(digits, &end, 10) : 1;

    if (strcmp(word, "i") == 0)
        io_add(program);
    else if (word[0] == 'c' && *end == '\0')
        while (count-- > 0)
            code_add(program, DO_CPU);
    else
        errx(1, "bad opcode %s (should be c or i)", word);
}

void programs_spell(const char *list)
{
    char *copy = strdup(list), *rest = copy, *words, *word;

    while ((words = strsep(&rest, ":")) != NULL) {
        struct program *program = program_add();

        while ((word = strsep(&words, ",")) != NULL)
            word_spell(program, word);
    }
    free(copy);
}

const char *instruction_name(char instruction)
{
    return instruction == DO_CPU ? "cpu" : instruction == DO_IO ? "io" : "io_done";
}

void programs_print(const struct options *options)
{
    printf("Produce a trace of what would happen when you run these processes:\n");
    for (int i = 0; i < program_count; i++) {
        printf("Process %d\n", i);
        for (const char *c = programs[i].code; *c; c++)
            printf("  %s\n", instruction_name(*c));
        printf("\n");
    }
    printf("Important behaviors:\n"
           "  System will switch when the current process is FINISHED%s\n"
           "  After IOs, the process issuing the IO will %s\n\n",
           options->is_switch_on_io ? " or ISSUES AN IO" : "",
           options->is_run_immediate ? "run IMMEDIATELY" :
           "run LATER (when it is its turn)");
}
