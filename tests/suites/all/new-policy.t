#!/bin/sh
# SPDX-License-Identifier: MIT
# The worked example of docs/new-policy.md.
exec tools/test-new-policy
