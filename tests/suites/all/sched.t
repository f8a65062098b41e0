#!/bin/sh
# SPDX-License-Identifier: MIT
# What the scheduling policies promise, measured at the prompt.
exec tools/test-sched
