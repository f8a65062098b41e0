#!/bin/sh
# SPDX-License-Identifier: MIT
# The budgets of code lines, and the sizes of files and functions.
exec tools/stats --check
