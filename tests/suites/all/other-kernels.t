#!/bin/sh
# SPDX-License-Identifier: MIT
# The kernels that the other compiler and the other levels make work as well.
exec tools/test-boots compilers
