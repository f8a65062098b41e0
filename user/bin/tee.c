/* SPDX-License-Identifier: MIT */
/*
 * tee [-ai] [FILE...]: copies its input to its output and to the files.
 *
 * -a appends to the files, -i ignores the interrupt signal.
 * Exit status: 0, 1 if a file could not be written or for wrong usage.
 */
#include <err.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define OUTPUTS_MAX 32
#define MODE_FILE   0666

static struct output {
    int fd;
    const char *name;
} outputs[OUTPUTS_MAX] = {{STDOUT_FILENO, "standard output"}};

static int write_all(int fd, const char *from, ssize_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, from, (size_t)len);

        if (n < 0)
            return -1;
        from += n;
        len -= n;
    }
    return 0;
}

/* Copies until the input ends; an output that fails is left out. */
static int copy(int count)
{
    static char buf[16384];
    int status = 0;
    ssize_t n;

    while ((n = read(STDIN_FILENO, buf, sizeof(buf))) > 0)
        for (int i = 0; i < count; i++)
            if (outputs[i].fd >= 0 && write_all(outputs[i].fd, buf, n) < 0) {
                warn("%s", outputs[i].name);
                outputs[i].fd = -1;
                status = 1;
            }
    if (n < 0) {
        warn("standard input");
        status = 1;
    }
    return status;
}

int main(int argc, char *argv[])
{
    int how = O_TRUNC;
    int status = 0;
    int count = 1;
    int c;

    while ((c = getopt(argc, argv, "ai")) != -1) {
        if (c == 'a') {
            how = O_APPEND;
        } else if (c == 'i') {
            signal(SIGINT, SIG_IGN);
        } else {
            fprintf(stderr, "usage: tee [-ai] [file...]\n");
            return 1;
        }
    }
    for (; optind < argc; optind++) {
        int fd = open(argv[optind], O_WRONLY | O_CREAT | how, MODE_FILE);

        if (fd < 0 || count == OUTPUTS_MAX) {
            warn("%s", argv[optind]);
            status = 1;
            continue;
        }
        outputs[count].fd = fd;
        outputs[count++].name = argv[optind];
    }
    return status | copy(count);
}
