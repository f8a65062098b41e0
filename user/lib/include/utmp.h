/* SPDX-License-Identifier: MIT */
/* Logging in: of utmp(5) only what opens a terminal for it. */
#pragma once

int login_tty(int fd);
