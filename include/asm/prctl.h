/* SPDX-License-Identifier: MIT */
/* prctl(2). */
#ifndef ASM_PRCTL_H
#define ASM_PRCTL_H

#define PR_SET_NAME 15
#define PR_GET_NAME 16

#endif
