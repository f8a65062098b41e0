# SPDX-License-Identifier: MIT
"""The timeline in letters: chart.txt. A row per process, a column per span of time."""

from timelines.axis import span_text, ticks
from timelines.fair import response_ns, rivals_index, share, turnaround_ns
from timelines.states import BY_NAME, PART_MARK, STATES, UNKNOWN

WIDTH = 100
LABEL = "%5d %-13.13s"
LABEL_WIDTH = len(LABEL % (0, ""))
COLUMNS = WIDTH - LABEL_WIDTH - 2       # between two bars
ROWS_PER_AXIS = 40
TICKS = 7


class Columns:
    """Which column of the chart a time is in."""

    def __init__(self, start_ns, end_ns, count):
        self.start, self.count = start_ns, count
        self.span = max(end_ns - start_ns, 1)

    def at(self, time_ns):
        column = (time_ns - self.start) * self.count // self.span
        return min(max(column, 0), self.count - 1)

    def edge(self, column):
        return self.start + column * self.span / self.count


def state_shares(process, columns):
    """What each column holds of PROCESS: a list of {state: nanoseconds}."""
    shares = [{} for _ in range(columns.count)]
    for piece in process.slices:
        if not piece.length:
            continue
        for column in range(columns.at(piece.start), columns.at(piece.end) + 1):
            part = (min(piece.end, columns.edge(column + 1)) -
                    max(piece.start, columns.edge(column)))
            if part > 0:
                cell = shares[column]
                cell[piece.state] = cell.get(piece.state, 0) + part
    return shares


def cell_mark(cell):
    """The letter of the state with most of a column."""
    if not cell:
        return " "
    state = max(cell, key=cell.get)
    if state != "RUNNING" and "RUNNING" in cell:
        return PART_MARK
    return BY_NAME[state].mark


def axis_lines(columns):
    """Two lines: the ticks' texts, and the ticks."""
    end = columns.start + columns.span
    texts, line = [" "] * (columns.count + 2), ["-"] * columns.count
    for time_ns, text in ticks(columns.start, end, TICKS):
        column = columns.at(time_ns)
        line[column] = "+"
        start = min(column + 1, columns.count + 2 - len(text))
        texts[start:start + len(text)] = text
    return [" " * LABEL_WIDTH + "".join(texts).rstrip(),
            "  PID NAME".ljust(LABEL_WIDTH) + "+" + "".join(line) + "+"]


def process_line(process, columns):
    marks = "".join(map(cell_mark, state_shares(process, columns)))
    return LABEL % (process.pid, process.name) + "|" + marks + "|"


def legend_lines():
    lines = ["Each column shows the state that has most of it:"]
    lines += ["  %s  %-8s %s" % (state.mark, state.name, state.meaning)
              for state in STATES]
    lines += ["  %s  %-8s for the smaller part of the column" % (PART_MARK, "RUNNING"),
              "  %s  %-8s %s" % (UNKNOWN.mark, UNKNOWN.name, UNKNOWN.meaning)]
    return lines


TABLE = "%5s %-13.13s %11s %11s %11s %11s %11s %6s  %s"


def table_lines(timeline):
    """Turnaround, response and waiting, and how fair it was."""
    lines = [TABLE % ("PID", "NAME", "TURNAROUND", "RESPONSE", "WAITING", "RUNNING",
                      "BLOCKED", "CPU", "ENDING")]
    for process in timeline.processes:
        lines.append((TABLE % (
            process.pid, process.name, span_text(turnaround_ns(process)),
            span_text(response_ns(process)), span_text(process.time_in("READY")),
            span_text(process.time_in("RUNNING")),
            span_text(process.time_in("BLOCKED")), "%.1f%%" % (100 * share(process)),
            process.ending))[:WIDTH].rstrip())
    count, index = rivals_index(timeline.processes)
    if count > 1:
        lines += ["", "Jain's index of fairness is %.4f: 1 if all %d that wanted the "
                  "CPU most of their" % (index, count),
                  "time had the same part of it, %.4f if one of them had it all."
                  % (1 / count)]
    return lines


def chart_text(timeline):
    """The whole of chart.txt."""
    columns = Columns(timeline.start_ns, timeline.end_ns, COLUMNS)
    lines = ["%d processes, %d events, %s; a column is %s" % (
        len(timeline.processes), len(timeline.rows), span_text(columns.span),
        span_text(columns.span // columns.count))]
    if timeline.losses:
        lines.append("LOST: " + timeline.loss_text())
    for number, process in enumerate(timeline.processes):
        if number % ROWS_PER_AXIS == 0:
            lines += [""] + axis_lines(columns)
        lines.append(process_line(process, columns))
    lines += ["", *legend_lines(), "", *table_lines(timeline)]
    return "\n".join(lines) + "\n"
