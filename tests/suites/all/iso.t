#!/bin/sh
# SPDX-License-Identifier: MIT
# The same kernel and RAM disk, started by GRUB from the ISO.
unset MAKEFLAGS MFLAGS MAKELEVEL
if ! log=$(make "${BUILD:-build}/tine.iso" 2>&1); then
    echo "1..1"
    echo "not ok 1 - the ISO is made"
    echo "$log" | sed 's/^/#   /'
    exit 1
fi
exec tools/test-boots iso
