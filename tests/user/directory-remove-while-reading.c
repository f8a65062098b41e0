/* SPDX-License-Identifier: MIT */
/*
 * Files may be removed while their directory is being read, as rm -r does:
 * every file is met, and in the end the directory is empty (readdir(3p)).
 */
#include "tap.h"

#include <dirent.h>

enum { FILES = 300 };

int main(void)
{
    struct dirent *entry;
    char path[300];
    int removed = 0;
    DIR *dir;

    plan(2);
    must(mkdir("d", 0755));
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "d/f%d", i);
        file_write(path, "x");
    }
    dir = opendir("d");
    while (dir != NULL && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "d/%s", entry->d_name);
        must(unlink(path));
        removed++;
    }
    if (dir != NULL)
        closedir(dir);
    is(removed, FILES, "300 files are met and removed in one reading");
    is(rmdir("d"), 0, "the directory is empty");
    return done();
}
