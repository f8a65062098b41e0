# SPDX-License-Identifier: MIT
"""The story of fork, exec, exit and wait in a trace: what happened, one beat after the
other, and in which lane each process is.

A process keeps its lane and pid from fork to wait, whatever it executes in between.
The lane is free again when somebody has waited for it.
"""

from timelines.axis import span_text

EMPTY, ALIVE, ZOMBIE = " ", "alive", "zombie"


class Beat:
    """One thing that happened, to one ACTOR; OTHER is the lane of a second one to or
    from whom an arrow goes, or None. LANES tells what all lanes are afterwards."""

    def __init__(self, time_ns, kind, actor, other, words, lanes):
        self.time_ns, self.kind, self.words, self.lanes = time_ns, kind, words, lanes
        self.lane, self.pid, self.name = actor.lane, actor.pid, actor.name
        self.other = None if other is None else other.lane
        self.memory = actor.memory


class Actor:
    """A process as the story has it."""

    def __init__(self, pid, name, lane):
        self.pid, self.name, self.lane = pid, name, lane
        self.state = ALIVE
        self.memory = {}

    def __str__(self):
        return "%d %s" % (self.pid, self.name)


class Story:
    """The beats of a trace's rows."""

    def __init__(self, rows):
        self.actors = {}            # pid -> Actor
        self.beats = []
        self.pending = None         # the beat that a row `memory` belongs to
        for row in rows:
            take = getattr(self, "take_" + row.event, None)
            if take:
                take(row)
        self.lanes = max((len(beat.lanes) for beat in self.beats), default=0)

    def lane_free(self):
        taken = {actor.lane for actor in self.actors.values()}
        return min(set(range(len(taken) + 1)) - taken)

    def actor(self, row, pid=None):
        """Who that is; one of whom nothing was heard yet gets a lane."""
        pid = row.pid if pid is None else pid
        if pid not in self.actors:
            self.actors[pid] = Actor(pid, "?", self.lane_free())
        return self.actors[pid]

    def beat(self, row, kind, actor, words, other=None):
        lanes = {a.lane: a for a in self.actors.values()}
        states = [lanes[n].state if n in lanes else EMPTY
                  for n in range(max(lanes, default=-1) + 1)]
        self.pending = Beat(row.time_ns, kind, actor, other, words, states)
        self.beats.append(self.pending)

    # ---- one function per event ----

    def take_process(self, row):
        if row.pid and row.pid not in self.actors:
            actor = self.actor(row)
            actor.name = row.cause
            actor.state = ZOMBIE if row.to == "ZOMBIE" else ALIVE
            self.beat(row, "there", actor, "%s is there" % actor)
        elif row.pid:
            self.actor(row).name = row.cause

    def take_state(self, row):
        if row.origin == "NEW" and row.pid and row.pid not in self.actors:
            self.beat(row, "there", self.actor(row), "process %d begins" % row.pid)

    def take_fork(self, row):
        parent = self.actor(row)
        if parent.name == "?":
            parent.name = row.cause
        self.actors.pop(int(row.to), None)
        child = self.actor(row, int(row.to))
        child.name, child.memory = parent.name, parent.memory
        self.beat(row, "fork", child, "%s forks %d" % (parent, child.pid), parent)

    def take_exec(self, row):
        if row.to:
            actor = self.actor(row)
            before, actor.name = str(actor), row.to
            self.beat(row, "exec", actor, "%s executes %s" % (before, row.to))

    def take_memory(self, row):
        """Belongs to the beat before it: an exec, or the fork of this process."""
        words = row.cause.split()
        actor = self.actor(row)
        actor.memory = dict(zip(words[::2], map(int, words[1::2])))
        if self.pending and self.pending.lane == actor.lane:
            self.pending.memory = actor.memory

    def take_exit(self, row):
        actor = self.actor(row)
        actor.state = ZOMBIE
        self.beat(row, "exit", actor, "%s ends: %s" % (actor, row.cause))

    def take_wait(self, row):
        parent, child = self.actor(row), self.actors.get(int(row.origin))
        if child and child.state == ZOMBIE:
            del self.actors[child.pid]
            self.beat(row, "wait", child, "%s waits for %s: %s" % (
                parent, child, row.cause), parent)

    def take_parent(self, row):
        child, parent = self.actor(row), self.actor(row, int(row.to))
        self.beat(row, "orphan", child, "%s is an orphan: %s is its parent now" % (
            child, parent), parent)

    def take_lost(self, row):
        actor = next(iter(self.actors.values()), None)
        if actor:
            self.beat(row, "lost", actor, "here %s events were lost" % row.to)


def memory_text(memory):
    """The memory strip in words."""
    return ", ".join("%s %d" % part for part in memory.items()) + " KiB"


def beat_text(beat):
    if beat.kind == "exec" and beat.memory:
        return "%s (%s)" % (beat.words, memory_text(beat.memory))
    return beat.words


def beat_time(beat, start_ns):
    return span_text(beat.time_ns - start_ns)
