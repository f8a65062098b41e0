#!/bin/sh
# SPDX-License-Identifier: MIT
# What tools/timeline makes of traces whose answers are known.
exec tools/test-timeline
