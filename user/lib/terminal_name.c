/* SPDX-License-Identifier: MIT */
/*
 * The name of a terminal: which file in /dev is it?
 *
 * A device is its number, not its name, so the directories where terminals
 * are get searched for the number that fstat gives.  /dev/tty is passed over:
 * it stands for whichever terminal controls the process.
 * Read next: terminal.c.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEV                  "/dev"
#define CONTROLLING_TERMINAL "/dev/tty"

/* The entry of DIR_PATH with the device number of the terminal FD. */
static int find_device(const char *dir_path, const struct stat *wanted,
                       char *buf, size_t size)
{
    DIR *dir = opendir(dir_path);
    struct dirent *entry;
    struct stat st;
    int found = 0;

    if (!dir)
        return 0;
    while (!found && (entry = readdir(dir)) != NULL) {
        int len = snprintf(buf, size, "%s/%s", dir_path, entry->d_name);

        if (len < 0 || (size_t)len >= size ||
            strcmp(buf, CONTROLLING_TERMINAL) == 0)
            continue;
        found = lstat(buf, &st) == 0 && S_ISCHR(st.st_mode) &&
                st.st_rdev == wanted->st_rdev;
    }
    closedir(dir);
    return found;
}

int ttyname_r(int fd, char *buf, size_t size)
{
    struct stat st;

    if (!isatty(fd))
        return errno;
    if (fstat(fd, &st) < 0)
        return errno;
    if (find_device(DEV, &st, buf, size) ||
        find_device(DEV "/pts", &st, buf, size))
        return 0;
    return ENODEV;
}

char *ttyname(int fd)
{
    static char name[64];
    int error = ttyname_r(fd, name, sizeof(name));

    if (error) {
        errno = error;
        return NULL;
    }
    return name;
}

char *ctermid(char *name)
{
    static char own[sizeof(CONTROLLING_TERMINAL)];

    return strcpy(name ? name : own, CONTROLLING_TERMINAL);
}
