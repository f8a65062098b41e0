#!/bin/sh
# SPDX-License-Identifier: MIT
# What the timeline and the story say of real runs.
exec tools/test-timeline-boot
