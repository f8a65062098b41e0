# SPDX-License-Identifier: MIT
"""The timeline for https://ui.perfetto.dev and chrome://tracing: trace.json, in Chrome's
Trace Event Format. A track per process, its states as slices, and arrows (flows) for
fork, wake and signal."""

import json

from timelines.states import BY_NAME

MACHINE = 1             # in the format processes are threads of one machine
IDLE_TRACK = 999999     # for process 0: the viewers have a use of their own for 0
LIVES = 1000000         # a pid's second life is so many tracks further
NS_PER_US = 1000


def us(time_ns):
    return time_ns / NS_PER_US


def track_names(tracks):
    yield {"ph": "M", "pid": MACHINE, "name": "process_name", "args": {"name": "Tine"}}
    for process, track in tracks.items():
        yield {"ph": "M", "pid": MACHINE, "tid": track, "name": "thread_name",
               "args": {"name": "%d %s" % (process.pid, process.name)}}
        yield {"ph": "M", "pid": MACHINE, "tid": track, "name": "thread_sort_index",
               "args": {"sort_index": track}}


def slices(tracks):
    for process, track in tracks.items():
        for piece in process.slices:
            yield {"ph": "X", "pid": MACHINE, "tid": track, "name": piece.state,
                   "cat": "state", "ts": us(piece.start), "dur": us(piece.length),
                   "cname": BY_NAME[piece.state].chrome,
                   "args": {"begins": piece.cause, "ends": piece.next_cause}}


def flows(timeline, tracks):
    """A flow begins in the slice around its time and ends in another's."""
    for number, flow in enumerate(timeline.flows, 1):
        common = {"pid": MACHINE, "cat": flow.kind, "id": number,
                  "name": flow.what or flow.kind, "ts": us(flow.time_ns)}
        yield dict(common, ph="s", tid=tracks[flow.origin])
        yield dict(common, ph="f", bp="e", tid=tracks[flow.target])


def losses(timeline):
    for loss in timeline.losses:
        yield {"ph": "i", "s": "g", "pid": MACHINE, "tid": 0, "ts": us(loss.time_ns),
               "cat": "lost", "name": "%d events were lost" % loss.events}


def trace_write(timeline, file):
    """One event a line, so that a person can read it too."""
    tracks = {}
    for process in timeline.processes:
        track = process.pid or IDLE_TRACK
        while track in tracks.values():
            track += LIVES
        tracks[process] = track
    events = [*track_names(tracks), *slices(tracks),
              *flows(timeline, tracks), *losses(timeline)]
    file.write('{"displayTimeUnit": "ns",\n"otherData": %s,\n"traceEvents": [\n'
               % json.dumps({"lost": timeline.lost_events}))
    file.write(",\n".join(map(json.dumps, events)))
    file.write("\n]}\n")
