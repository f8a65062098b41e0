# SPDX-License-Identifier: MIT
"""The timeline as a picture: chart.svg. A row per process, as high for 200 of them as
for two. What is narrower than a pixel is drawn together, as a stack of its shares."""

from timelines.axis import span_text, ticks
from timelines.draw import (ALARM, FAINT, INK, STRIPE, element, line, picture, rect,
                           state_fill, state_patterns, text)
from timelines.states import STATES, UNKNOWN

WIDTH, MARGIN, LABEL = 1200, 24, 150
PLOT = WIDTH - LABEL - 2 * MARGIN
ROW, BAR = 18, 12               # a process's row, and the bar in it
LEGEND_ROW, LEGEND_COLUMNS = 20, 2
TICKS = 12
LEAST_PX, STACK_PX = 1.0, 2.0   # narrower slices are stacked, as wide as this
FAR, STUB = 12 * ROW, 5         # a fork's line is not longer, or only its ends are drawn
DOT = 1.5                       # its radius: it stands between two bars
# In a stack from the bottom up.
ORDER = ["RUNNING", "READY", "BLOCKED", "STOPPED", "NEW", "ZOMBIE", "UNKNOWN"]


class Plot:
    """Where things are: x by time, y by row."""

    def __init__(self, timeline, top):
        self.start, self.top = timeline.start_ns, top
        self.span = max(timeline.end_ns - timeline.start_ns, 1)
        self.rows = {p: n for n, p in enumerate(timeline.processes)}
        self.bottom = top + ROW * len(self.rows)

    def x(self, time_ns):
        return MARGIN + LABEL + (time_ns - self.start) * PLOT / self.span

    def y(self, process):
        return self.top + ROW * self.rows[process] + (ROW - BAR) // 2


def legend(top):
    parts = []
    half = (len(STATES) + 2) // LEGEND_COLUMNS
    for index, state in enumerate(STATES + [UNKNOWN]):
        x = MARGIN + index // half * (WIDTH // LEGEND_COLUMNS)
        y = top + index % half * LEGEND_ROW
        parts += [rect(x, y, 36, BAR, state_fill(state.name), stroke=FAINT),
                  text(x + 46, y + BAR - 1, state.name),
                  text(x + 116, y + BAR - 1, state.meaning)]
    y = top + half * LEGEND_ROW
    parts.append(text(MARGIN, y + BAR - 1, "Where slices are too narrow to be seen, "
                      "each state has its share of the bar's height. A line with a dot "
                      "is a fork (if far, its ends), a triangle a signal.", fill=FAINT))
    return parts, y + LEGEND_ROW


def axis(plot, y, grid_to=None):
    parts = []
    for time_ns, label in ticks(plot.start, plot.start + plot.span, TICKS):
        x = plot.x(time_ns)
        parts.append(text(x, y, label, text_anchor="middle", fill=FAINT))
        if grid_to is not None:
            parts.append(line(x, y + 4, x, grid_to, stroke="#dddddd"))
    return parts


def row_label(plot, process):
    return text(MARGIN, plot.y(process) + BAR - 2,
                "%5d %s" % (process.pid, process.name[:14]), style="white-space:pre")


def slice_title(process, piece):
    text_ = "%d %s: %s for %s" % (process.pid, process.name, piece.state,
                                  span_text(piece.length))
    for word, cause in (("begins", piece.cause), ("ends", piece.next_cause)):
        text_ += "; %s: %s" % (word, cause) if cause else ""
    return text_


class Stack:
    """Narrow slices side by side, drawn as one column of their shares."""

    def __init__(self, plot, y):
        self.plot, self.y, self.pieces = plot, y, []

    def add(self, piece):
        """Takes PIECE; returns what is drawn if that fills the column."""
        self.pieces.append(piece)
        return self.flush() if self.width() >= STACK_PX else []

    def width(self):
        return self.plot.x(self.pieces[-1].end) - self.plot.x(self.pieces[0].start)

    def flush(self):
        if not self.pieces:
            return []
        shares = {}
        for piece in self.pieces:
            shares[piece.state] = shares.get(piece.state, 0) + piece.length
        x, width = self.plot.x(self.pieces[0].start), max(self.width(), LEAST_PX)
        total, bottom, parts = sum(shares.values()), float(self.y + BAR), []
        for state in ORDER:
            height = BAR * shares.get(state, 0) / total
            bottom -= height
            if height:
                parts.append(rect(x, bottom, width, height, state_fill(state)))
        self.pieces = []
        return parts


def bars(plot, process):
    """A process's life."""
    y = plot.y(process)
    stack, parts = Stack(plot, y), []
    for piece in process.slices:
        if not piece.length:
            continue
        x = plot.x(piece.start)
        width = plot.x(piece.end) - x
        if width < LEAST_PX:
            parts += stack.add(piece)
            continue
        parts += stack.flush()
        parts.append(rect(x, y, width, BAR, state_fill(piece.state),
                          slice_title(process, piece)))
    return parts + stack.flush()


def flow_title(flow):
    return element("title", "%s from %d to %d" % (flow.what, flow.origin.pid,
                                                   flow.target.pid))


def fork_mark(plot, flow):
    """A line from the parent's bar to the child's, which are drawn over it, and a dot
    below the one that begins; where they are far apart only both ends of the line, for
    those of many children would be all that is seen between."""
    x = plot.x(flow.time_ns)
    parent, child = plot.y(flow.origin), plot.y(flow.target)
    sign, top, bottom = (1, parent + BAR, child) if child > parent else \
        (-1, parent, child + BAR)
    ends = [(top, bottom)]
    if abs(bottom - top) > FAR:
        ends = [(top, top + sign * STUB), (bottom - sign * STUB, bottom)]
    return "".join(line(x, a, x, b, stroke=INK, stroke_width=0.7) for a, b in ends) + \
        element("circle", flow_title(flow), cx=x, cy=top + sign * DOT, r=DOT)


def signal_mark(plot, flow):
    """A triangle that stands on the bar."""
    return element("path", flow_title(flow), fill=ALARM, d="M%.2f %.2fl-3 -5h6z" % (
        plot.x(flow.time_ns), plot.y(flow.target)))


def flow_marks(plot, timeline, kind, mark):
    return [mark(plot, flow) for flow in timeline.flows if flow.kind == kind]


def chart_svg(timeline):
    """The text of chart.svg."""
    title = "%d processes, %d events, %s" % (
        len(timeline.processes), len(timeline.rows),
        span_text(timeline.end_ns - timeline.start_ns))
    parts = [state_patterns(), text(MARGIN, 26, title, font_size=16)]
    if timeline.losses:
        parts.append(text(MARGIN, 46, timeline.loss_text(), fill=ALARM))
    more, bottom = legend(58)
    plot = Plot(timeline, bottom + 36)
    parts += more
    for process in timeline.processes[1::2]:
        parts.append(rect(MARGIN, plot.y(process) - (ROW - BAR) // 2,
                          WIDTH - 2 * MARGIN, ROW, STRIPE))
    parts += axis(plot, plot.top - 10, plot.bottom) + axis(plot, plot.bottom + 18)
    for loss in timeline.losses:
        x = plot.x(loss.time_ns)
        parts.append(line(x, plot.top - 6, x, plot.bottom, stroke=ALARM,
                          stroke_dasharray="4 3"))
    parts += flow_marks(plot, timeline, "fork", fork_mark)
    for process in timeline.processes:
        parts += [row_label(plot, process), *bars(plot, process)]
    parts += flow_marks(plot, timeline, "signal", signal_mark)
    return picture(WIDTH, plot.bottom + 32, title, parts)
