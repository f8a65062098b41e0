/* SPDX-License-Identifier: MIT */
/*
 * free [-bkm]: prints how much memory there is and how much is free.
 *
 * In bytes, KiB (the default) or MiB.  Used is what is neither free nor a
 * cache; available is what programs could still get.  From /proc/meminfo.
 * Exit status: 0, 1 if /proc cannot be read or for wrong usage.
 */
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct figure {
    const char *name;
    unsigned long kib;
};

enum figure_index {
    TOTAL,
    FREE,
    AVAILABLE,
    BUFFERS,
    CACHED,
    RECLAIMABLE,
    SHARED,
    SWAP_TOTAL,
    SWAP_FREE,
    FIGURE_COUNT,
};

static struct figure figures[FIGURE_COUNT] = {
    [TOTAL] = {"MemTotal", 0},         [FREE] = {"MemFree", 0},
    [AVAILABLE] = {"MemAvailable", 0}, [BUFFERS] = {"Buffers", 0},
    [CACHED] = {"Cached", 0},          [RECLAIMABLE] = {"SReclaimable", 0},
    [SHARED] = {"Shmem", 0},           [SWAP_TOTAL] = {"SwapTotal", 0},
    [SWAP_FREE] = {"SwapFree", 0},
};

static char unit = 'k';

static void read_figures(void)
{
    FILE *f = fopen("/proc/meminfo", "r");
    char line[128];
    char name[64];
    unsigned long kib;

    if (!f)
        err(1, "/proc/meminfo");
    while (fgets(line, sizeof(line), f)) {
        if (sscanf(line, "%63[^:]: %lu", name, &kib) != 2)
            continue;
        for (int i = 0; i < FIGURE_COUNT; i++)
            if (strcmp(name, figures[i].name) == 0)
                figures[i].kib = kib;
    }
    if (ferror(f))
        err(1, "/proc/meminfo");
    fclose(f);
}

static void print_size(unsigned long kib)
{
    unsigned long long value = kib;

    if (unit == 'b')
        value *= 1024;
    else if (unit == 'm')
        value /= 1024;
    printf(" %11llu", value);
}

static unsigned long kib_of(enum figure_index i)
{
    return figures[i].kib;
}

int main(int argc, char *argv[])
{
    unsigned long cache;
    int c;

    while ((c = getopt(argc, argv, "bkm")) != -1) {
        if (c == '?')
            break;
        unit = (char)c;
    }
    if (c == '?' || optind < argc) {
        fprintf(stderr, "usage: free [-b|-k|-m]\n");
        return 1;
    }
    read_figures();
    cache = kib_of(BUFFERS) + kib_of(CACHED) + kib_of(RECLAIMABLE);

    printf("      %12s%12s%12s%12s%12s%12s\n", "total", "used", "free",
           "shared", "buff/cache", "available");
    printf("Mem:  ");
    print_size(kib_of(TOTAL));
    print_size(kib_of(TOTAL) - kib_of(FREE) - cache);
    print_size(kib_of(FREE));
    print_size(kib_of(SHARED));
    print_size(cache);
    print_size(kib_of(AVAILABLE));
    printf("\nSwap: ");
    print_size(kib_of(SWAP_TOTAL));
    print_size(kib_of(SWAP_TOTAL) - kib_of(SWAP_FREE));
    print_size(kib_of(SWAP_FREE));
    putchar('\n');
    return 0;
}
