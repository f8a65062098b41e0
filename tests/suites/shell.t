#!/bin/sh
# SPDX-License-Identifier: MIT
# The shell's answers, on this Linux and on Tine.
exec tools/test-shell ${T:+"T=$T"}
