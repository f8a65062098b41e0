#!/bin/sh
# SPDX-License-Identifier: MIT
# What the timeline, the story and the table of a switch say of real runs.
exec tools/test-timeline-boot
