# SPDX-License-Identifier: MIT
"""One timer switch of a real trace as the table of limited direct execution that OSTEP
draws in its chapter 6: who does what, operating system, hardware or program.

Wanted are the rows of the category `switches`, beside those of the states.
"""

import bisect
import os
import subprocess
import textwrap
from typing import NamedTuple

from timelines.axis import span_text
from timelines.stream import Row

HEADS = "Operating system (kernel mode)", "Hardware", "Program (user mode)"
WIDTHS = 42, 29, 21             # with what is between them, 100 columns


class Switch(NamedTuple):
    """The rows of one switch from a program to another, and their names."""
    trap: Row
    leaves: Row         # the state of who had the CPU
    comes: Row          # and of who has it now
    switch: Row
    resume: Row
    names: dict         # pid -> name

    def length_ns(self):
        return self.resume.time_ns - self.trap.time_ns


class Finder:
    """Looks for a switch that the timer's interrupt brought about: a trap, and before
    anybody is back in user mode the end of a slice and a switch. Who comes must go on
    where a trap has met it: not begin a program, nor a signal's handler."""

    def __init__(self):
        self.names = {}
        self.trapped = {}           # pid -> where it was when it last entered
        self.found = {}

    def take(self, row):
        """Looks at the next row. Returns the Switch that it completes, or None."""
        if row.event == "process" or (row.event == "exec" and row.to):
            self.names[row.pid] = row.to if row.event == "exec" else row.cause
        elif row.event == "fork":
            self.names[int(row.to)] = self.names.get(row.pid, row.cause)
        elif row.event == "trap":
            self.found = {"trap": row}
            self.trapped[row.pid] = row.origin
        elif row.event == "state" and row.cause == "slice over":
            self.found["leaves"] = row
        elif row.event == "state" and row.to == "RUNNING":
            self.found["comes"] = row
        elif row.event == "switch":
            self.found["switch"] = row
        elif row.event == "resume":
            return self.finish(row)
        return None

    def finish(self, row):
        found, self.found = self.found, {}
        if len(found) < 4:
            return None
        pids = found["leaves"].pid, found["comes"].pid
        right = (found["trap"].pid == pids[0] and row.pid == pids[1] and
                 self.trapped.get(row.pid) == row.to and
                 (found["switch"].origin, found["switch"].to) == tuple(map(str, pids)))
        return Switch(resume=row, names=dict(self.names), **found) if right else None


def switch_find(rows):
    """The quickest timer switch of ROWS between two programs, or None: in others the
    tick had more to do, such as to send the trace."""
    finder = Finder()
    found = filter(None, map(finder.take, rows))
    return min(found, key=Switch.length_ns, default=None)


def symbol_of(name, address):
    """The function at ADDRESS of the program NAME as function+offset; nothing if that
    is not known."""
    path = os.path.join(os.environ.get("BUILD", "build"), "user/bin", name)
    try:
        text = subprocess.run(["nm", "-n", path], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return ""
    symbols = [line.split() for line in text.splitlines() if " T " in line.upper()]
    starts = [int(symbol[0], 16) for symbol in symbols]
    index = bisect.bisect_right(starts, address) - 1
    return "" if index < 0 else "%s+0x%x" % (symbols[index][2], address - starts[index])


def hexed(text):
    return "0x%08x" % int(text, 16)


def where(found, row, eip):
    symbol = symbol_of(found.names.get(row.pid, "?"), int(eip, 16))
    return "EIP %s%s" % (hexed(eip), symbol and " (%s)" % symbol)


def table_rows(found):
    """[(operating system, hardware, program)], from A, who leaves, to B, who comes."""
    saved, loaded = map(hexed, found.switch.cause.split())
    return [
        ("", "", "A runs"),
        ("", "", where(found, found.trap, found.trap.origin)),
        ("", found.trap.to, ""),
        ("", "finds A's kernel stack in the TSS; pushes SS, ESP, EFLAGS, CS, EIP of A "
             "there", ""),
        ("", "goes to kernel mode, and to the handler in the trap table (IDT)", ""),
        ("pushes A's other registers there too: its trapframe is at %s" % hexed(
            found.trap.cause), "", ""),
        ("handles the interrupt: %s" % found.leaves.cause, "", ""),
        ("A: %s -> %s" % (found.leaves.origin, found.leaves.to), "", ""),
        ("the policy chooses B", "", ""),
        ("B: %s -> %s" % (found.comes.origin, found.comes.to), "", ""),
        ("switch: pushes the kernel's registers onto A's kernel stack; keeps ESP, %s, "
         "in A's PCB" % saved, "", ""),
        ("loads ESP, %s, from B's PCB; pops the kernel's registers off B's kernel "
         "stack" % loaded, "", ""),
        ("pops B's registers off its trapframe; returns from the trap (iret)", "", ""),
        ("", "pops EIP, CS, EFLAGS, ESP, SS of B off B's kernel stack", ""),
        ("", "goes to user mode", ""),
        ("", "", "B runs"),
        ("", "", where(found, found.resume, found.resume.to)),
    ]


def table_line(cells):
    return " | ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS)).rstrip()


def lde_text(rows):
    """The table, or a sentence that there was no such switch."""
    found = switch_find(rows)
    if found is None:
        return "There is no timer switch between two programs in this trace.\n"
    rule = "-+-".join("-" * width for width in WIDTHS)
    who = [(row.pid, found.names.get(row.pid, "?")) for row in (found.trap, found.resume)]
    lines = ["A timer switch at %.6f s; it took %s, tracing included." % (
                 found.trap.time_ns / 1e9, span_text(found.length_ns())),
             "A is process %d (%s), B is process %d (%s)." % (*who[0], *who[1]),
             "", table_line(HEADS), rule]
    for row in table_rows(found):
        columns = [textwrap.wrap(cell, width, subsequent_indent="  ")
                   for cell, width in zip(row, WIDTHS)]
        for n in range(max(map(len, columns))):
            lines.append(table_line([column[n] if n < len(column) else ""
                                     for column in columns]))
    return "\n".join(lines) + "\n"
