# SPDX-License-Identifier: MIT
"""How many instructions an event of the trace costs, by the kernel's machine code.

The caller that is looked at is state_set, which reports most events. What is counted
is the longest way there is, also where the processor has never gone it.
"""

import re
import subprocess

INSTRUCTION = re.compile(r"^\s*([0-9a-f]+):\t(\S+)\s*(.*)$")
SYMBOL = re.compile(r"<(\w+)(\+0x[0-9a-f]+)?>")


class Function:
    """A function: its instructions, and where each may go on."""

    def __init__(self, elf, objdump, name):
        text = subprocess.run(
            [objdump, "-d", "--no-show-raw-insn", "--disassemble=" + name, elf],
            check=True, capture_output=True, text=True).stdout
        lines = [m.groups() for m in map(INSTRUCTION.match, text.splitlines()) if m]
        self.code = {int(at, 16): (verb, rest) for at, verb, rest in lines}
        self.order = sorted(self.code)
        self.known = {}

    def after(self, at):
        """The instruction behind AT; None at the function's end."""
        place = self.order.index(at) + 1
        return self.order[place] if place < len(self.order) else None

    def target(self, at):
        return int(self.code[at][1].split()[0], 16)

    def ways(self, at):
        """Where the instruction AT may lead to within the function."""
        verb = self.code[at][0]
        if verb.startswith("ret"):
            return []
        if verb.startswith("jmp"):
            return [self.target(at)]
        if verb.startswith("j"):
            return [self.target(at), self.after(at)]
        return [self.after(at)]

    def longest(self, at, end=frozenset(), called=lambda name: 0):
        """The most instructions from AT to a return, or to one of END, and in what is
        CALLED on the way."""
        if at in end:
            return 0
        verb, rest = self.code[at]
        extra = called(SYMBOL.search(rest).group(1)) if verb == "call" else 0
        return 1 + extra + max([self.longest(way, end, called)
                                for way in self.ways(at)] or [0])

    def reached(self, at):
        """All that may follow from AT."""
        seen, todo = set(), [at]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo += self.ways(at)
        return seen


def trace_cost(elf, objdump, mask_address):
    """(instructions of an event that is not kept, of one that is)."""
    caller = Function(elf, objdump, "state_set")
    recorder = Function(elf, objdump, "trace_record")
    look = next(at for at in caller.order if "%x" % mask_address in caller.code[at][1])
    branch, off = look, 0
    while True:
        off += 1
        if caller.code[branch][0].startswith("j"):
            break
        branch = caller.after(branch)

    def calls(at):
        return caller.code[at][0] == "call" and "trace_record" in caller.code[at][1]

    one, other = caller.ways(branch)
    kept, left = (one, other) if calls_first(caller, one, calls) else (other, one)
    body = recorder.longest(recorder.order[0])
    on = off + caller.longest(kept, caller.reached(left),
                              lambda name: body if name == "trace_record" else 0)
    if caller.code[left][0] == "jmp":
        off += 1
    return off, on


def calls_first(function, at, calls):
    """Whether the way from AT runs straight into a call of the recorder."""
    while not function.code[at][0].startswith(("j", "ret")):
        if calls(at):
            return True
        at = function.after(at)
    return False
