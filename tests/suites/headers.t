#!/bin/sh
# SPDX-License-Identifier: MIT
# Each header compiles alone.
exec tools/check-headers
