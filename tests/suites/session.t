#!/bin/sh
# SPDX-License-Identifier: MIT
# A person's session at the prompt.
exec tools/test-session
