#!/bin/sh
# SPDX-License-Identifier: MIT
# What docs/ostep.md tells its readers to type, and what it says they will see.
exec tools/test-ostep
