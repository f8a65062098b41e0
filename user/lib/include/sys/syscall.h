/* SPDX-License-Identifier: MIT */
/* Numbers for syscall(2): SYS_read and so on are enumerators. */
#pragma once

#include <tine/syscall.h>
