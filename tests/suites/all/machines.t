#!/bin/sh
# SPDX-License-Identifier: MIT
# Machines from 8 MiB to 2 GiB, other CPUs and chip sets, up to the prompt.
exec tools/test-boots machines
