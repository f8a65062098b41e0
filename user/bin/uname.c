/* SPDX-License-Identifier: MIT */
/*
 * uname [-asnrvm]: prints what the system calls itself.
 *
 * -s its name (the default), -n the machine's name, -r the release, -v the
 * version, -m the hardware, -a all of them.
 * Exit status: 0, 1 on an error.
 */
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

static const char letters[] = "snrvm";

int main(int argc, char *argv[])
{
    struct utsname name;
    const char *fields[] = {name.sysname, name.nodename, name.release,
                            name.version, name.machine};
    int is_wanted[sizeof(letters)] = {0};
    const char *separator = "";
    int has_any = 0;
    int c;

    while ((c = getopt(argc, argv, "asnrvm")) != -1) {
        if (c == '?')
            break;
        for (int i = 0; letters[i]; i++)
            is_wanted[i] |= c == 'a' || c == letters[i];
        has_any = 1;
    }
    if (c == '?' || optind < argc) {
        fprintf(stderr, "usage: uname [-asnrvm]\n");
        return 1;
    }
    if (uname(&name) < 0)
        err(1, "uname");
    is_wanted[0] |= !has_any;
    for (int i = 0; letters[i]; i++)
        if (is_wanted[i]) {
            printf("%s%s", separator, fields[i]);
            separator = " ";
        }
    putchar('\n');
    return 0;
}
