# SPDX-License-Identifier: MIT
"""The tables of a timeline: its events, and a row of measures per process."""

import csv

from timelines.fair import (is_rival, response_ns, rivals_index, share,
                           turnaround_ns)
from timelines.states import STATES, UNKNOWN
from timelines.stream import HEADER

STATE_COLUMNS = [state.name for state in STATES] + [UNKNOWN.name]
COLUMNS = (["pid", "name", "parent", "born_ns", "exit_ns", "ending", "turnaround_ns",
            "response_ns", "waiting_ns", "life_ns"] +
           [name.lower() + "_ns" for name in STATE_COLUMNS] +
           ["share", "competes"])


def writer(file):
    return csv.writer(file, lineterminator="\n")


def trace_write(timeline, file):
    """trace.csv: the events as they came."""
    table = writer(file)
    table.writerow(HEADER)
    table.writerows(timeline.rows)


def process_row(process):
    row = {
        "pid": process.pid,
        "name": process.name,
        "parent": process.parent,
        "born_ns": process.born_ns,
        "exit_ns": process.exit_ns,
        "ending": process.ending,
        "turnaround_ns": turnaround_ns(process),
        "response_ns": response_ns(process),
        "waiting_ns": process.time_in("READY"),
        "life_ns": process.life_ns,
        "share": "%.4f" % share(process),
        "competes": "yes" if is_rival(process) else "",
    }
    for name in STATE_COLUMNS:
        row[name.lower() + "_ns"] = process.time_in(name)
    return row


def summary_write(timeline, file):
    """summary.csv: the times in the states sum to life_ns. Under the shares stands
    Jain's index of those who compete; then what was lost, if any was."""
    table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for process in timeline.processes:
        table.writerow(process_row(process))
    count, index = rivals_index(timeline.processes)
    table.writerow({"name": "Jain's index",
                    "share": "" if index is None else "%.4f" % index,
                    "competes": count})
    if timeline.losses:
        table.writerow({"name": "lost", "ending": timeline.loss_text()})
