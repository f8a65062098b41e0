#!/bin/sh
# SPDX-License-Identifier: MIT
# How the first program ends.
exec tools/test-boots ends
