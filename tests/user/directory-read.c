/* SPDX-License-Identifier: MIT */
/*
 * readdir() gives each entry once, "." and ".." too, with its inode number
 * and kind; rewinddir() starts again (readdir(3)).
 */
#include "tap.h"

#include <dirent.h>

enum { FILES = 150 };

static int seen[FILES], dots, others, wrong;

static void directory_count(DIR *dir)
{
    struct dirent *entry;
    struct stat attributes;
    char path[300];
    int number;

    memset(seen, 0, sizeof seen);
    dots = others = wrong = 0;
    while ((entry = readdir(dir)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 ||
            strcmp(entry->d_name, "..") == 0) {
            dots++;
        } else if (strncmp(entry->d_name, "file", 4) == 0) {
            number = atoi(entry->d_name + 4);
            seen[number]++;
            snprintf(path, sizeof path, "d/%s", entry->d_name);
            if (stat(path, &attributes) == -1 ||
                attributes.st_ino != entry->d_ino)
                wrong++;
            if (entry->d_type != DT_REG && entry->d_type != DT_UNKNOWN)
                wrong++;
        } else {
            others++;
        }
    }
}

static bool is_each_once(void)
{
    for (int i = 0; i < FILES; i++)
        if (seen[i] != 1)
            return false;
    return true;
}

int main(void)
{
    char path[64];
    DIR *dir;

    plan(8);
    must(mkdir("d", 0755));
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "d/file%d", i);
        file_write(path, "");
    }
    dir = opendir("d");
    if (!ok(dir != NULL, "opendir"))
        return 1;
    directory_count(dir);
    ok(is_each_once(), "each of 150 files once");
    is(dots, 2, "and . and ..");
    is(others, 0, "and nothing else");
    is(wrong, 0, "inode numbers and kinds are right");
    rewinddir(dir);
    directory_count(dir);
    ok(is_each_once(), "rewound, each once more");
    closedir(dir);
    ok(opendir("none") == NULL && errno == ENOENT, "none: ENOENT");
    ok(opendir("d/file1") == NULL && errno == ENOTDIR, "a file: ENOTDIR");
    return done();
}
