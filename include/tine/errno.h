/* SPDX-License-Identifier: MIT */
/* The error numbers as enumerators, from the table errnos.def. */
#ifndef TINE_ERRNO_H
#define TINE_ERRNO_H

enum errno_value {
#define ERRNO(number, name, text) name = number,
#include <tine/errnos.def>
#undef ERRNO
};

#define EWOULDBLOCK EAGAIN
#define EDEADLOCK EDEADLK
#define ENOTSUP EOPNOTSUPP

#endif
