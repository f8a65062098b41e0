#!/bin/sh
# SPDX-License-Identifier: MIT
# The user tests with musl, on this Linux and on Tine.
exec tools/test-library musl ${T:+"T=$T"}
