#!/bin/sh
# SPDX-License-Identifier: MIT
# A test fails when the kernel's code is disabled: a tenth of the list, or all of
# it by `make test-mutants`.
exec tools/test-mutants "${MUTANTS:---sample}" ${T:+"T=$T"}
