/* SPDX-License-Identifier: MIT */
/* The error numbers as enumerators, from the table errnos.def. */
#pragma once

enum errno_value {
#define ERRNO(number, name, text) name = number,
#include <tine/errnos.def>
#undef ERRNO
};

#define EWOULDBLOCK EAGAIN
#define EDEADLOCK EDEADLK
#define ENOTSUP EOPNOTSUPP
