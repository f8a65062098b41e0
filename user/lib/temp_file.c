/* SPDX-License-Identifier: MIT */
/*
 * Files with names that nobody has yet: mkstemp, mkdtemp, tmpfile.
 *
 * Six characters are drawn until creating the file with O_EXCL succeeds; the
 * kernel, not a check before, says whether a name was free.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MARK                 "XXXXXX"
#define OWNER_ONLY_FILE      0600
#define OWNER_ONLY_DIRECTORY 0700

/* Gives the XXXXXX at the end of TEMPLATE a new value. */
static void name_draw(char *template)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    static unsigned int seed;
    size_t len = strlen(template);
    size_t mark_len = sizeof(MARK) - 1;

    if (seed == 0) {
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC, &now);
        seed = (unsigned int)now.tv_nsec ^ (unsigned int)getpid() << 16;
    }
    for (size_t i = len - mark_len; i < len; i++)
        template[i] =
            letters[(unsigned int)rand_r(&seed) % (sizeof(letters) - 1)];
}

static int is_template(const char *template)
{
    size_t len = strlen(template);
    size_t mark_len = sizeof(MARK) - 1;

    if (len >= mark_len && strcmp(template + len - mark_len, MARK) == 0)
        return 1;
    errno = EINVAL;
    return 0;
}

int mkstemp(char *template)
{
    if (!is_template(template))
        return -1;
    for (int i = 0; i < TMP_MAX; i++) {
        int fd;

        name_draw(template);
        fd = open(template, O_RDWR | O_CREAT | O_EXCL, OWNER_ONLY_FILE);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

char *mkdtemp(char *template)
{
    if (!is_template(template))
        return NULL;
    for (int i = 0; i < TMP_MAX; i++) {
        name_draw(template);
        if (mkdir(template, OWNER_ONLY_DIRECTORY) == 0)
            return template;
        if (errno != EEXIST)
            return NULL;
    }
    return NULL;
}

/* The file has no name any more: it is gone when it is closed. */
FILE *tmpfile(void)
{
    char name[] = P_tmpdir "/tmp" MARK;
    int fd = mkstemp(name);
    FILE *f;

    if (fd < 0)
        return NULL;
    unlink(name);
    f = fdopen(fd, "w+");
    if (!f)
        close(fd);
    return f;
}
