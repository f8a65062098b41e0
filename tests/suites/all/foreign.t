#!/bin/sh
# SPDX-License-Identifier: MIT
# busybox and other shells from Debian, on this Linux and on Tine.
exec tools/test-foreign ${T:+"T=$T"}
