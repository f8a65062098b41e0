#!/bin/sh
# SPDX-License-Identifier: MIT
# How the tools end when something is in the way: a sentence, never a traceback.
exec tools/test-endings
