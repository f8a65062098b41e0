#!/bin/sh
# SPDX-License-Identifier: MIT
# A function's name means one place.
exec tools/check-names
