#!/bin/sh
# SPDX-License-Identifier: MIT
# Each name of <signal.h> and <sys/wait.h> has a test that fails when it is broken.
exec tools/check-signal-names
