# SPDX-License-Identifier: MIT
"""What the rows of a trace say about the processes: who lived when, in which states.

A Process's slices touch one another from the first moment at which it was seen to the
last: so their lengths sum to its life, exactly. A pid that is used again is another
Process. Where events were lost nothing is guessed: the state is UNKNOWN until a row
tells it.
"""

from typing import NamedTuple

IDLE = 0
NOT_ENDED = (0x7f, 0xff)    # a wait status's low byte: stopped, continued


class Slice:
    """One state, from START to END."""

    def __init__(self, state, start, cause):
        self.state, self.start, self.cause = state, start, cause
        self.end = start
        self.next_cause = ""        # why it ended

    @property
    def length(self):
        return self.end - self.start


class Memory(NamedTuple):
    """What a process has mapped, in KiB."""
    time_ns: int
    total: int
    parts: dict         # code, data, heap, stack


class Process:
    """One life of a pid, as far as the trace shows it."""

    def __init__(self, pid, name, parent, time_ns):
        self.pid, self.name, self.parent = pid, name, parent
        self.first_ns = self.last_ns = time_ns
        self.born_ns = None         # None: it was there before the trace
        self.exit_ns = None         # became a ZOMBIE
        self.ending = ""            # "exit 3", "SIGSEGV"
        self.reaped_ns = None
        self.slices = []
        self.memory = []
        self.is_guess = False       # the last state is from a snapshot

    @property
    def state(self):
        return self.slices[-1].state if self.slices else None

    def enter(self, state, time_ns, cause=""):
        self.close(time_ns, cause)
        self.slices.append(Slice(state, time_ns, cause))

    def close(self, time_ns, cause=""):
        self.last_ns = time_ns
        if self.slices:
            self.slices[-1].end = time_ns
            self.slices[-1].next_cause = cause

    def time_in(self, *states):
        return sum(s.length for s in self.slices if s.state in states)

    @property
    def life_ns(self):
        return self.last_ns - self.first_ns

    @property
    def first_run_ns(self):
        return next((s.start for s in self.slices if s.state == "RUNNING"), None)


class Flow(NamedTuple):
    """Something that goes from one process to another."""
    kind: str           # fork, wake, signal
    time_ns: int
    origin: Process
    target: Process
    what: str


class Loss(NamedTuple):
    time_ns: int
    events: int


class Timeline:
    """All processes of a trace, in the order in which they were first seen."""

    def __init__(self, rows, notes=None):
        self.rows = rows
        self.notes = [] if notes is None else notes
        self.processes = []
        self.flows = []
        self.losses = []
        self.running = None         # who had the CPU last
        self.live = {}              # pid -> Process
        self.waited = {}            # pid -> Process, until the pid is used again
        self.start_ns = rows[0].time_ns if rows else 0
        self.end_ns = rows[-1].time_ns if rows else 0
        for row in rows:
            take = getattr(self, "take_" + row.event, None)
            if take:
                take(row)
        for process in self.live.values():
            process.close(self.end_ns)

    # ---- who is it ----

    def add(self, pid, name, parent, time_ns):
        old = self.live.pop(pid, None)
        self.waited.pop(pid, None)
        if old:                     # its end was not seen
            old.close(time_ns)
        process = Process(pid, name, parent, time_ns)
        self.live[pid] = process
        self.processes.append(process)
        return process

    def get(self, pid, time_ns):
        """The process; one of which nothing was known yet is added."""
        if pid not in self.live:
            name = "idle" if pid == IDLE else "?"
            self.add(pid, name, None, time_ns).enter("UNKNOWN", time_ns)
        return self.live[pid]

    def flow(self, kind, row, origin, target, what):
        if origin and target and origin is not target:
            self.flows.append(Flow(kind, row.time_ns, origin, target, what))

    # ---- one function per event ----

    def take_state(self, row):
        process = self.get(row.pid, row.time_ns)
        if row.origin == "NEW" and process.state == "UNKNOWN":
            process.born_ns = row.time_ns
        if process.state not in (row.origin, "UNKNOWN"):
            if not process.is_guess:
                self.notes.append("at %d ns process %d goes from %s, and was %s" % (
                    row.time_ns, row.pid, row.origin, process.state))
            process.slices[-1].state = row.origin
        process.is_guess = False
        if row.origin == "BLOCKED":
            self.flow("wake", row, self.running, process, row.cause)
        process.enter(row.to, row.time_ns, row.cause)
        if row.to == "RUNNING":
            self.running = process
        if row.to == "ZOMBIE":
            process.exit_ns = row.time_ns

    def take_fork(self, row):
        parent = self.get(row.pid, row.time_ns)
        if row.cause and parent.name == "?":
            parent.name = row.cause
        child = self.add(int(row.to), parent.name, row.pid, row.time_ns)
        child.born_ns = row.time_ns
        child.enter("NEW", row.time_ns, "forked")
        self.flow("fork", row, parent, child, "fork")

    def take_exec(self, row):
        if row.to:
            self.get(row.pid, row.time_ns).name = row.to

    def take_exit(self, row):
        self.get(row.pid, row.time_ns).ending = row.cause

    def take_wait(self, row):
        pid = int(row.origin)
        child = self.live.get(pid) or self.waited.get(pid)
        if child and int(row.to) & 0xff not in NOT_ENDED:
            child.close(row.time_ns, "waited for")
            child.reaped_ns = row.time_ns
            self.waited[pid] = child    # by WNOWAIT it stays: the next wait counts
            self.live.pop(pid, None)

    def take_signal(self, row):
        process = self.get(row.pid, row.time_ns)
        sender = int(row.origin or 0)
        if sender != IDLE:
            self.flow("signal", row, self.live.get(sender), process, row.to)

    def take_memory(self, row):
        words = row.cause.split()
        self.get(row.pid, row.time_ns).memory.append(Memory(
            row.time_ns, int(row.to), dict(zip(words[::2], map(int, words[1::2])))))

    def take_parent(self, row):
        self.get(row.pid, row.time_ns).parent = int(row.to)

    def take_process(self, row):
        """A row of a snapshot: what is known from elsewhere is known better."""
        process = self.get(row.pid, row.time_ns)
        process.name = row.cause
        process.parent = int(row.origin)
        if process.state == "UNKNOWN":
            process.enter(row.to, row.time_ns)
            process.is_guess = True
            if row.to == "RUNNING":
                self.running = process
            if row.to == "NEW":
                process.born_ns = row.time_ns

    def take_lost(self, row):
        self.losses.append(Loss(row.time_ns, int(row.to)))
        self.running = None
        for process in self.live.values():
            process.enter("UNKNOWN", row.time_ns, "lost")

    @property
    def lost_events(self):
        return sum(loss.events for loss in self.losses)

    def loss_text(self):
        """A sentence where events were lost, or nothing."""
        if not self.losses:
            return ""
        return "%d events were lost (the first at %.6f s): what is drawn is not all" % (
            self.lost_events, self.losses[0].time_ns / 1e9)
