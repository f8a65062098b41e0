/* SPDX-License-Identifier: MIT */
/* Limits of the ABI: limits.h(0p), sysconf(3). */
#pragma once

#define NAME_MAX 255
#define PATH_MAX 4096
#define PIPE_BUF 4096
#define ARG_MAX 131072
#define NGROUPS_MAX 65536
#define OPEN_MAX 1024
#define IOV_MAX 1024
#define NSIG 64
#define HOST_NAME_MAX 64
#define SYMLOOP_MAX 40
#define DELAYTIMER_MAX 0x7fffffff
#define PID_MAX 32768
