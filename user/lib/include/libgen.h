/* SPDX-License-Identifier: MIT */
/* Parts of a path: basename(3). */
#ifndef LIBC_LIBGEN_H
#define LIBC_LIBGEN_H

char *basename(char *path);
char *dirname(char *path);

#endif
