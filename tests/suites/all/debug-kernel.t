#!/bin/sh
# SPDX-License-Identifier: MIT
# The self-tests, with the kernel that checks itself: DEBUG=1.
BUILD=${BUILD:-build}/debug
export BUILD
unset MAKEFLAGS MFLAGS MAKELEVEL
if ! log=$(make -j2 DEBUG=1 WERROR=1 tests 2>&1); then
    echo "1..1"
    echo "not ok 1 - the kernel is made with DEBUG=1"
    echo "$log" | tail -20 | sed 's/^/#   /'
    exit 1
fi
exec tools/test-kernel
