/* SPDX-License-Identifier: MIT */
/*
 * procrun -l X:Y,... | -P PROGRAM:...  [-L TICKS] [-S WHEN] [-I WHEN] [-s SEED] [-cp]
 *
 * The homework of OSTEP's chapter 4 with real processes: what is each of them in, tick
 * by tick, when they share a CPU and a device? The arguments are those of the book's
 * process-run.py, and so are the rules; -c shows the answer, a table of what the
 * processes have really been. With SWITCH_ON_END a process whose I/O is under way
 * keeps the CPU, and is SPINNING until it is over.
 * Exit status: 0, 1 if it could not be done, or 2 for wrong usage.
 */
#include <err.h>
#include <getopt.h>
#include <measure.h>
#include <stdio.h>
#include <string.h>

#include "procrun.h"

#define IO_LENGTH_DEFAULT 5
#define STATUS_USAGE      2

static const struct option long_options[] = {
    { "seed", required_argument, NULL, 's' },
    { "program", required_argument, NULL, 'P' },
    { "processlist", required_argument, NULL, 'l' },
    { "iolength", required_argument, NULL, 'L' },
    { "switch", required_argument, NULL, 'S' },
    { "iodone", required_argument, NULL, 'I' },
    { "printstats", no_argument, NULL, 'p' },
    { "help", no_argument, NULL, 'h' },
    { NULL, 0, NULL, 0 },
};

static int usage(int status)
{
    fprintf(status ? stderr : stdout,
            "usage: procrun [options]\n"
            "  -l X:Y,...  processes of X instructions, each by Y per cent for the CPU\n"
            "  -P c7,i:c2  what each process does: so many for the CPU, an I/O\n"
            "  -L TICKS    how long an I/O takes (5)\n"
            "  -S WHEN     when to switch: SWITCH_ON_IO, SWITCH_ON_END\n"
            "  -I WHEN     when one runs whose I/O is over: IO_RUN_LATER,\n"
            "              IO_RUN_IMMEDIATE\n"
            "  -s SEED     of the lots that are drawn (0)\n"
            "  -c          run them, and show what they are in\n"
            "  -p          and statistics behind that\n");
    return status;
}

/* Whether TEXT is YES; if not it must be NO. */
static bool is_first(const char *text, const char *yes, const char *no)
{
    if (strcmp(text, yes) != 0 && strcmp(text, no) != 0)
        errx(STATUS_USAGE, "%s: should be %s or %s", text, yes, no);
    return strcmp(text, yes) == 0;
}

/* Takes one option that says how to run. Returns: false if it is none. */
static bool option_take(struct options *options, int c)
{
    switch (c) {
    case 'L':
        options->io_length = (int)number_read(optarg, 0);
        return true;
    case 'S':
        options->is_switch_on_io = is_first(optarg, "SWITCH_ON_IO", "SWITCH_ON_END");
        return true;
    case 'I':
        options->is_run_immediate = is_first(optarg, "IO_RUN_IMMEDIATE", "IO_RUN_LATER");
        return true;
    case 'c':
        options->is_solved = true;
        return true;
    case 'p':
        options->has_stats = true;
        return true;
    default:
        return false;
    }
}

int main(int argc, char *argv[])
{
    struct options options = { .is_switch_on_io = true,
                               .io_length = IO_LENGTH_DEFAULT };
    const char *list = NULL, *words = NULL;
    uint32_t seed = 0;
    int c;

    while ((c = getopt_long(argc, argv, "s:P:l:L:S:I:cph", long_options, NULL)) != -1) {
        if (c == 's')
            seed = (uint32_t)number_read(optarg, 0);
        else if (c == 'P')
            words = optarg;
        else if (c == 'l')
            list = optarg;
        else if (!option_take(&options, c))
            return usage(c == 'h' ? 0 : STATUS_USAGE);
    }
    if (optind < argc || (list == NULL) == (words == NULL))
        return usage(STATUS_USAGE);
    if (words)
        programs_spell(words);
    else
        programs_draw(list, seed);
    if (options.is_solved)
        run(&options);
    else
        programs_print(&options);
    return 0;
}
