#!/bin/sh
# SPDX-License-Identifier: MIT
# GDB on the kernel and on a user program.
exec tools/test-gdb
