#!/bin/sh
# SPDX-License-Identifier: MIT
# Panics on purpose, each of which must explain itself.
exec tools/test-boots crashes
