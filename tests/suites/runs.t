#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two runs of the tests in one build directory: the second is refused, for each would
overwrite what the other writes down."""

import fcntl
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, "tools")
sys.dont_write_bytecode = True
from tine_console import Tap  # noqa: E402

REFUSAL = "another run of the tests"


def run(build):
    """What tools/test says of a suite that is not there."""
    return subprocess.run(["tools/test", "no-such-suite"], text=True,
                          env=dict(os.environ, BUILD=build),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as build:
        taps = os.path.join(build, "tap")
        record = os.path.join(taps, "record.tap")
        os.mkdir(taps)
        open(record, "wb").close()
        lock = os.open(taps, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = run(build)
        tap.ok(second.returncode != 0 and REFUSAL in second.stdout,
               "the second run is refused", second.stdout.splitlines())
        tap.ok(os.path.exists(record), "and removes nothing")
        os.close(lock)
        third = run(build)
        tap.ok(REFUSAL not in third.stdout and not os.path.exists(record),
               "after the first the next one goes", third.stdout.splitlines())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
