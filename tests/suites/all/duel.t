#!/bin/sh
# SPDX-License-Identifier: MIT
# What OSTEP says of the policies, on the workloads of user/root/ostep.
exec tools/test-duel
