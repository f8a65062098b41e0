# SPDX-License-Identifier: MIT
"""The trace as it comes out of Tine: rows of text, one event each.

/proc/trace and the second serial port (boot option trace=com2) carry the same bytes:
CSV, in which a byte that cannot be printed stands as \\ooo. Here each row is
checked, so that nobody behind has to.
"""

import csv
import re
from typing import NamedTuple

from timelines.states import STATES
from tine_tool import ToolError, file_named

HEADER = ["time_ns", "pid", "event", "from", "to", "cause"]


class Row(NamedTuple):
    """One event. Which of the fields mean something depends on what it is."""
    time_ns: int
    pid: int
    event: str
    origin: str         # the column `from`
    to: str
    cause: str


class StreamError(ToolError):
    """The stream is not as it should be; says where."""


def pattern(text):
    return re.compile(text, re.ASCII).fullmatch


ANY, EMPTY = pattern(r".*"), pattern("")
NUMBER, MAYBE_NUMBER = pattern(r"\d+"), pattern(r"\d*")
SIGNED = pattern(r"-?\d+")
HEX = pattern(r"(0x)?[0-9a-f]+")
STATE = pattern("|".join(state.name for state in STATES))
SIGNAL = pattern(r"SIG\w+(\+\d+)?")

# What may stand under `from` and `to`.
EVENTS = {
    "state": (STATE, STATE),
    "fork": (EMPTY, NUMBER),
    "exec": (NUMBER, ANY),
    "exit": (EMPTY, NUMBER),
    "wait": (NUMBER, NUMBER),
    "signal": (MAYBE_NUMBER, SIGNAL),
    "deliver": (EMPTY, SIGNAL),
    "memory": (EMPTY, NUMBER),
    "parent": (NUMBER, NUMBER),
    "call": (EMPTY, ANY),
    "return": (ANY, SIGNED),
    "trap": (HEX, ANY),
    "switch": (NUMBER, NUMBER),
    "resume": (EMPTY, HEX),
    "process": (NUMBER, STATE),
    "heartbeat": (NUMBER, NUMBER),
    "lost": (EMPTY, NUMBER),
}


def row_from(fields):
    """The row of which FIELDS are the columns; ValueError says what is wrong."""
    if len(fields) != len(HEADER):
        raise ValueError("%d columns, not %d" % (len(fields), len(HEADER)))
    time_ns, pid, event, origin, to, cause = fields
    for name, text in (("time_ns", time_ns), ("pid", pid)):
        if not NUMBER(text):
            raise ValueError("%s is %r, not a number" % (name, text))
    if event not in EVENTS:
        raise ValueError("there is no event %r" % event)
    for name, text, is_right in zip(("from", "to"), (origin, to), EVENTS[event]):
        if not is_right(text):
            raise ValueError("%s of %s cannot be %r" % (name, event, text))
    return Row(int(time_ns), int(pid), event, origin, to, cause)


class Lines:
    """The lines of FILE, counted. A last one that was cut short, for the machine was
    switched off while it wrote, is left out."""

    def __init__(self, file):
        self.file = file
        self.number = 0
        self.is_cut = False

    def __iter__(self):
        for line in self.file:
            self.number += 1
            if not line.endswith("\n"):
                self.is_cut = True
                return
            yield line


def rows_read(file, name="the stream", notes=None):
    """The rows of an open file. Raises StreamError at the first bad one; what is odd
    and no error is appended to NOTES."""
    lines = Lines(file)
    reader = csv.reader(lines, strict=True)
    rows, last_ns = [], 0
    try:
        head = next(reader, None)
        if head != HEADER:
            raise ValueError("the first line is not %s" % ",".join(HEADER))
        for fields in reader:
            row = row_from(fields)
            if row.time_ns < last_ns:
                raise ValueError("time goes back from %d to %d"
                                 % (last_ns, row.time_ns))
            last_ns = row.time_ns
            rows.append(row)
    except (ValueError, csv.Error) as error:
        raise StreamError("%s:%d: %s" % (name, lines.number or 1, error)) from None
    if lines.is_cut and notes is not None:
        notes.append("line %d is cut short; it is left out" % lines.number)
    return rows


def rows_load(path, notes=None):
    """The same from a file with that name; - is standard input."""
    name = "standard input" if path == "-" else path
    with file_named(name), open(0 if path == "-" else path, encoding="ascii",
                                errors="backslashreplace", newline="",
                                closefd=path != "-") as file:
        return rows_read(file, name, notes)
