#!/bin/sh
# SPDX-License-Identifier: MIT
# Includes go downwards only.
exec tools/check-layers
