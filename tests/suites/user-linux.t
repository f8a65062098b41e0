#!/bin/sh
# SPDX-License-Identifier: MIT
# The user tests on this Linux, the answer key.
exec tools/test-user --linux ${T:+"T=$T"}
