#!/bin/sh
# SPDX-License-Identifier: MIT
# The user tests on Tine.
exec tools/test-user ${T:+"T=$T"}
