/* SPDX-License-Identifier: MIT */
/* Logging in: of utmp(5) only what opens a terminal for it. */
#ifndef LIBC_UTMP_H
#define LIBC_UTMP_H

int login_tty(int fd);

#endif
