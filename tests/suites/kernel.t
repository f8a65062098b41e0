#!/bin/sh
# SPDX-License-Identifier: MIT
# The kernel's self-tests.
exec tools/test-kernel
