# SPDX-License-Identifier: MIT
"""A trace in, files out: what tools/timeline makes."""

import os
import sys

from timelines import chrome, tables
from timelines.chart import chart_text
from timelines.model import Timeline
from timelines.stream import rows_load
from timelines.svg import chart_svg
from tine_tool import file_named

NOTES_SHOWN = 5

# Each file, and what writes it.
FILES = {
    "chart.txt": lambda timeline, file: file.write(chart_text(timeline)),
    "chart.svg": lambda timeline, file: file.write(chart_svg(timeline)),
    "trace.json": chrome.trace_write,
    "trace.csv": tables.trace_write,
    "summary.csv": tables.summary_write,
}


def timeline_load(path):
    """The timeline of a stream; what is odd about it is told on standard error."""
    notes = []
    timeline = Timeline(rows_load(path, notes), notes)
    if timeline.losses:
        notes.append(timeline.loss_text())
    for note in notes[:NOTES_SHOWN]:
        print("timeline: " + note, file=sys.stderr)
    if len(notes) > NOTES_SHOWN:
        print("timeline: and %d like these" % (len(notes) - NOTES_SHOWN),
              file=sys.stderr)
    return timeline


def files_write(timeline, folder):
    os.makedirs(folder, exist_ok=True)
    for name, write in FILES.items():
        path = os.path.join(folder, name)
        with file_named(path), open(path, "w", encoding="utf-8", newline="\n") as file:
            write(timeline, file)
