/* SPDX-License-Identifier: MIT */
/* Access and modification times: utime.h(0p). */
#pragma once

#include <sys/types.h>

struct utimbuf {
    time_t actime;
    time_t modtime;
};

int utime(const char *path, const struct utimbuf *times);
