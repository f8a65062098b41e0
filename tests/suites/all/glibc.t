#!/bin/sh
# SPDX-License-Identifier: MIT
# The user tests with glibc, on this Linux and on Tine.
exec tools/test-library glibc ${T:+"T=$T"}
