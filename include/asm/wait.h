/* SPDX-License-Identifier: MIT */
/* Waiting for children: wait(2); the encoding of wait statuses. */
#pragma once

#define WNOHANG 0x00000001
#define WUNTRACED 0x00000002
#define WSTOPPED WUNTRACED
#define WEXITED 0x00000004
#define WCONTINUED 0x00000008
#define WNOWAIT 0x01000000
#define __WNOTHREAD 0x20000000 /* threads are not built: nothing changes */
#define __WALL 0x40000000
#define __WCLONE ((int)0x80000000) /* only children without SIGCHLD at their end */

typedef enum { P_ALL, P_PID, P_PGID, P_PIDFD } idtype_t; /* of waitid(2) */

#define W_EXITCODE(code, sig) ((code) << 8 | (sig))
#define W_STOPCODE(sig) ((sig) << 8 | 0x7f)
#define W_CONTINUED 0xffff
#define WCOREFLAG 0x80

#define WEXITSTATUS(s) (((s) >> 8) & 0xff)
#define WTERMSIG(s) ((s) & 0x7f)
#define WSTOPSIG(s) WEXITSTATUS(s)
#define WIFEXITED(s) (WTERMSIG(s) == 0)
#define WIFSIGNALED(s) (((signed char)(((s) & 0x7f) + 1) >> 1) > 0)
#define WIFSTOPPED(s) (((s) & 0xff) == 0x7f)
#define WIFCONTINUED(s) ((s) == W_CONTINUED)
#define WCOREDUMP(s) ((s) & WCOREFLAG)
