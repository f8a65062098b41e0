#!/bin/sh
# SPDX-License-Identifier: MIT
# What happens, event by event: /proc/trace and the second serial port.
exec tools/test-trace
