#!/bin/sh
# SPDX-License-Identifier: MIT
# A run with a seed can be had again, and a race is found by its seed.
exec tools/test-rerun
