# SPDX-License-Identifier: MIT
"""What is compared in a duel: OSTEP's measures of one workload under several policies."""

from typing import Callable, List, NamedTuple

from timelines.axis import span_text
from timelines.fair import jain_index, is_rival, response_ns, share, turnaround_ns
from timelines.model import Process, Timeline

INIT = 1


class Contest(NamedTuple):
    """The workload under one policy."""
    policy: str
    timeline: Timeline
    output: str
    jobs: List[Process]     # those who work, in the order of their births


def jobs_of(timeline):
    """Who was born and ended in the timeline, and made no other processes: a shell
    that starts all and waits is no job."""
    parents = {process.parent for process in timeline.processes}
    return [process for process in timeline.processes
            if process.pid not in parents | {INIT} and
            turnaround_ns(process) is not None]


def waiting_ns(process):
    return process.time_in("READY")


def mean(values):
    return sum(values) // len(values) if values else None


def mean_of(measure):
    return lambda contest: mean([measure(job) for job in contest.jobs])


def fairness(contest):
    return jain_index([share(job) for job in contest.jobs if is_rival(job)])


def switches(contest):
    """How often a job got the CPU."""
    return sum(piece.state == "RUNNING" for job in contest.jobs
               for piece in job.slices)


def length_ns(contest):
    """From the first job's birth to the last one's exit."""
    if not contest.jobs:
        return None
    return (max(job.exit_ns for job in contest.jobs) -
            min(job.born_ns for job in contest.jobs))


def figure_text(value):
    return "-" if value is None else "%.4f" % value


class Measure(NamedTuple):
    name: str
    meaning: str
    value: Callable
    text: Callable
    best: Callable = min


OF_ALL = [
    Measure("turnaround", "from birth to exit, mean", mean_of(turnaround_ns), span_text),
    Measure("response", "from birth to the first time on the CPU, mean",
            mean_of(response_ns), span_text),
    Measure("waiting", "READY, without the CPU, mean", mean_of(waiting_ns), span_text),
    Measure("Jain's index", "1: all who wanted the CPU had the same part of it",
            fairness, figure_text, max),
    Measure("scheduled", "how often a job got the CPU", switches, str),
    Measure("all done", "after the first birth", length_ns, span_text),
]
OF_EACH = [
    Measure("turnaround", "from birth to exit", turnaround_ns, span_text),
    Measure("response", "from birth to the first time on the CPU", response_ns,
            span_text),
    Measure("waiting", "READY, without the CPU", waiting_ns, span_text),
    Measure("share", "of its time it had the CPU", share, figure_text, max),
]


class Line(NamedTuple):
    """A row of a table: what it is about, and one cell per contest."""
    head: str
    values: list
    cells: List[str]
    best: List[bool]        # whether no other contest has a better one


def line(head, measure, values):
    known = [value for value in values if value is not None]
    best = measure.best(known) if len(known) > 1 else None
    differ = len(set(known)) > 1
    return Line(head, values, [measure.text(value) for value in values],
                [differ and value == best for value in values])


def lines_of_all(contests):
    return [line(measure.name, measure, [measure.value(c) for c in contests])
            for measure in OF_ALL]


def lines_of_each(contests, measure):
    """A line for each job; that of another contest is the one with the same pid."""
    lines = []
    for pid, name in {job.pid: job.name for c in contests for job in c.jobs}.items():
        jobs = [next((job for job in c.jobs if job.pid == pid), None)
                for c in contests]
        lines.append(line("%5d %s" % (pid, name), measure,
                          [job and measure.value(job) for job in jobs]))
    return lines


def table_text(contests):
    """All of it, for a terminal."""
    row = "%-20.20s" + "%14s" * len(contests)
    text = [row % ("", *(c.policy for c in contests))]
    text += [row % (one.head, *one.cells) for one in lines_of_all(contests)]
    for measure in OF_EACH:
        text += ["", "%s (%s)" % (measure.name, measure.meaning)]
        text += [row % (one.head, *one.cells)
                 for one in lines_of_each(contests, measure)]
    return "\n".join(text) + "\n"
