/* SPDX-License-Identifier: MIT */
/* The signals of O_ASYNC: to whom, and which. */
#pragma once

#include "fs/file.h"

/* Makes WHO, a process or the negative number of a group, OWNER in the name of the
 * running process; 0: nobody. Errors: -ESRCH there is none; -EINVAL INT_MIN. */
int sigio_set_owner(struct file_owner *owner, pid_t who, bool is_process);
/* Returns: the same number, or 0 if nobody bears it any more. */
pid_t sigio_owner(const struct file_owner *owner);
/* What file_signal_hook is for. */
void sigio_send(const struct file *file, int code);
