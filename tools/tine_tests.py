# SPDX-License-Identifier: MIT
"""The programs of tests/user: where they are, and the verdict on one."""

import glob
import os

from tine_runner import RUNNER

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HELPER = "helper-"          # begins the names of programs that are no test
PLACES = ("tests/user/*.c", "tests/user/bugs/*.c")


def sources(match, places=PLACES):
    """The tests' names and sources, in order, whose name holds MATCH."""
    found = {}
    for pattern in places:
        for path in glob.glob(os.path.join(ROOT, pattern)):
            name = os.path.basename(path)[:-2]
            if (name != RUNNER and not name.startswith(HELPER)
                    and match in name):
                found[name] = path
    return dict(sorted(found.items()))


def mark(path):
    """What the runner's list says of the test whose source is PATH."""
    with open(path, encoding="utf-8") as source:
        return "root" if "Needs: root" in source.read(2000) else ""


def judge(tap, name, result, expected):
    """Prints the checks of one test, then those about it as a whole."""
    if result is None:
        tap.ok(False, name + ": runs", ["it is absent from the output"])
        return
    if result.skipped:
        tap.skip(name, result.skipped)
        return
    for verdict, what in result.checks:
        tap.ok(verdict, "%s: %s" % (name, what))
    comment = ["it said:"] + ["  " + line for line in result.lines[-40:]]
    if result.trouble:
        comment = [result.trouble + "; the console's last lines:"] + [
            "  " + line for line in getattr(result, "console", [])]
    elif result.end != "exit 0":
        comment.insert(0, "its end: %s" % result.end)
    if result.planned != len(result.checks):
        comment.insert(0, "planned %s checks, made %d" % (
            result.planned, len(result.checks)))
    tap.ok(result.is_complete() and not result.trouble,
           name + ": makes its checks and exits 0", comment)
    if result.objects:
        tap.ok(result.objects == "same",
               name + ": kernel objects are as before", comment)
    if expected is not None:
        said = [what for verdict, what in result.checks if verdict]
        tap.ok(said == expected, name + ": the same result as on Linux",
               ["only on Linux: " + w for w in expected if w not in said] +
               ["only on Tine: " + w for w in said if w not in expected])
