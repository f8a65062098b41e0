#!/bin/sh
# SPDX-License-Identifier: MIT
# Which of Linux's system calls are there, and that the README knows.
exec tools/abi-coverage --check
