#!/bin/sh
# SPDX-License-Identifier: MIT
# No warning with gcc and clang at -O0, -O2 and -Os: kernel, programs, tests.
build=${BUILD:-build}
unset CC CROSS MAKEFLAGS MFLAGS MAKELEVEL
number=0
failed=0
for compiler in "" clang; do
    for level in -O0 -O2 -Os; do
        number=$((number + 1))
        name=${compiler:-gcc}
        where=$build/compilers/$name$level
        if log=$(make -j2 ${compiler:+CC=$compiler} OPT=$level WERROR=1 \
                BUILD="$where" all programs user-tests 2>&1); then
            echo "ok $number - $name $level builds without a warning"
        else
            failed=1
            echo "not ok $number - $name $level builds without a warning"
            echo "$log" | grep -E 'error|warning|\*\*\*' | head -20 |
                sed 's/^/#   /'
        fi
    done
done
echo "1..$number"
exit $failed
