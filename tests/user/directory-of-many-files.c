/* SPDX-License-Identifier: MIT */
/*
 * A directory of many files: each is listed once and found by its name, also while
 * others go; a place that telldir(3) gave stays good when what stood there has gone.
 */
#include "tap.h"

#include <dirent.h>

enum { COUNT = 6000 };

static unsigned char times_seen[COUNT];

static const char *name_of(int number)
{
    static char name[16];

    snprintf(name, sizeof name, "file-%05d", number);
    return name;
}

/* Reads the rest of DIR, and removes what has an odd number if IS_REMOVING. */
static void list(DIR *dir, int is_removing)
{
    const struct dirent *entry;

    memset(times_seen, 0, sizeof times_seen);
    while ((entry = readdir(dir))) {
        int number = entry->d_name[0] == '.' ? -1 : atoi(entry->d_name + 5);
        if (number >= 0)
            times_seen[number]++;
        if (is_removing && number % 2 == 1)
            unlink(name_of(number));
    }
}

/* How many from FIRST on, each BYth, were seen once. */
static int count_seen(int first, int by)
{
    int count = 0;

    for (int i = first; i < COUNT; i += by)
        count += times_seen[i] == 1;
    return count;
}

int main(void)
{
    int failed = 0;

    plan(6);
    must(mkdir("many", 0700));
    must(chdir("many"));
    for (int i = 0; i < COUNT; i++)
        failed += mknod(name_of(i), S_IFREG | 0600, 0) != 0;
    is(failed, 0, "made");
    DIR *dir = opendir(".");
    list(dir, 1);
    is(count_seen(0, 1), COUNT, "each is listed once, while every other one goes");
    rewinddir(dir);
    for (int i = 0; i < 100; i++)
        readdir(dir);
    long place = telldir(dir);
    char next[256];
    strcpy(next, readdir(dir)->d_name);
    strcpy(next, readdir(dir)->d_name);
    seekdir(dir, place);
    must(unlink(readdir(dir)->d_name));
    seekdir(dir, place);
    is_str(readdir(dir)->d_name, next, "a place stays good without its file");
    rewinddir(dir);
    list(dir, 0);
    is(count_seen(0, 2), COUNT / 2 - 1, "the rest is listed once");
    is(count_seen(1, 2), 0, "what has gone is not");
    for (int i = 0; i < COUNT; i += 2)
        failed += unlink(name_of(i)) != 0;
    closedir(dir);
    must(chdir(".."));
    is(rmdir("many") == 0 && failed == 1, 1, "all can be removed by their names");
    return done();
}
