/* SPDX-License-Identifier: MIT */
/*
 * The first getdents() has records of its own: words for inode and position, the
 * name before the type (getdents(2)).
 */
#include "tap.h"
#include "raw.h"

#include <dirent.h>

enum { OLD_GETDENTS = 141 };

struct old_entry {
    unsigned long inode, next;
    unsigned short bytes;
    char name[];
};

int main(void)
{
    static char records[1024] __attribute__((aligned(4)));
    int seen = 0, good = 0, fd;
    struct stat st;
    long len;

    plan(4);
    must(mkdir("old", 0700));
    file_write("old/file", "");
    fd = (int)must(open("old", O_RDONLY));
    len = raw_call(OLD_GETDENTS, fd, (long)records, sizeof records);
    ok(len > 0, "there are records");
    for (long at = 0; at < len; seen++) {
        struct old_entry *entry = (struct old_entry *)(records + at);
        int type = records[at + entry->bytes - 1];

        if (strcmp(entry->name, "file") == 0)
            good += stat("old/file", &st) == 0 && type == DT_REG &&
                    entry->inode == (unsigned long)st.st_ino;
        else
            good += entry->name[0] == '.' && type == DT_DIR;
        at += entry->bytes;
    }
    is(seen, 3, "the file and the two that each directory has");
    is(good, 3, "with inode and type");
    is(raw_call(OLD_GETDENTS, fd, (long)records, sizeof records), 0,
       "no more");
    close(fd);
    unlink("old/file");
    rmdir("old");
    return done();
}
