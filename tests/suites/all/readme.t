#!/bin/sh
# SPDX-License-Identifier: MIT
# What the README tells its readers to type, and what it says they will see.
exec tools/test-readme
