/* SPDX-License-Identifier: MIT */
/* From file to file: sendfile(2). */
#pragma once

#include <sys/types.h>

ssize_t sendfile(int out_fd, int in_fd, off_t *offset, size_t len);
