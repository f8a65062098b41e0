# SPDX-License-Identifier: MIT
"""The story as a picture, story.svg: time goes down, a lane per process. The lane's
colour is the program, the strip beside its name what that has mapped."""

from timelines.draw import (FAINT, INK, STRIPE, element, line, picture, rect, state_fill,
                           state_patterns, text)
from timelines.story import beat_time

MARGIN, TIME_WIDTH, WORDS_WIDTH = 20, 100, 430
ROW, BAR = 34, 12
LANE_LEAST, LANE_MOST, LANES_WIDTH = 40, 150, 900
NAME_LEAST = 90                 # narrower lanes have only the pid beside them
STRIP, STRIP_HEIGHT = 70, 5     # the memory strip's greatest length
PROGRAMS = ["#56B4E9", "#E69F00", "#009E73", "#F0E442", "#0072B2", "#D55E00"]
PARTS = {"code": "#1a1a1a", "data": "#0072B2", "heap": "#E69F00", "stack": "#56B4E9"}


class Sheet:
    """Where lanes and beats are."""

    def __init__(self, story, top):
        self.top = top
        self.lane_width = min(max(LANES_WIDTH // max(story.lanes, 1), LANE_LEAST),
                              LANE_MOST)
        self.words_x = MARGIN + TIME_WIDTH + self.lane_width * story.lanes
        self.width = self.words_x + WORDS_WIDTH
        self.bottom = top + ROW * len(story.beats)

    def x(self, lane):
        """The left edge of a lane's bar."""
        return MARGIN + TIME_WIDTH + self.lane_width * lane

    def y(self, index):
        return self.top + ROW * index


class Bars:
    """The lanes' bars: each is drawn when it ends."""

    def __init__(self, sheet):
        self.sheet, self.open, self.parts = sheet, {}, []
        self.colours = {}           # program -> colour

    def colour(self, name):
        if name not in self.colours:
            self.colours[name] = PROGRAMS[len(self.colours) % len(PROGRAMS)]
        return self.colours[name]

    def begin(self, lane, y, fill, title):
        self.end(lane, y)
        self.open[lane] = y, fill, title

    def end(self, lane, y):
        if lane in self.open:
            start, fill, title = self.open.pop(lane)
            self.parts.append(rect(self.sheet.x(lane), start, BAR, y - start, fill,
                                   title, stroke=FAINT, stroke_width=0.5))

    def take(self, beat, y):
        who = "%d %s" % (beat.pid, beat.name)
        if beat.kind in ("there", "fork", "exec"):
            self.begin(beat.lane, y, self.colour(beat.name), who)
        elif beat.kind == "exit":
            self.begin(beat.lane, y, state_fill("ZOMBIE"), who + " is a ZOMBIE")
        elif beat.kind == "wait":
            self.end(beat.lane, y)

    def finish(self):
        for lane in list(self.open):
            self.end(lane, self.sheet.bottom)
        return self.parts


def memory_strip(x, y, memory, most):
    parts = []
    for name, kib in memory.items():
        width = STRIP * kib / most
        parts.append(rect(x, y, width, STRIP_HEIGHT, PARTS.get(name, FAINT),
                          "%s %d KiB" % (name, kib)))
        x += width
    return parts


def label(sheet, beat, y, most):
    """Who is in the lane from here on, and what he has mapped."""
    x = sheet.x(beat.lane) + BAR + 4
    if sheet.lane_width < NAME_LEAST:
        return [text(x, y + 12, str(beat.pid), font_size=9)]
    parts = [text(x, y + 12, "%d %s" % (beat.pid, beat.name[:12]))]
    return parts + memory_strip(x, y + 17, beat.memory, most)


def arrow(sheet, beat, y):
    """From one lane to another: solid for fork and wait, dashed for a new parent."""
    own, other = sheet.x(beat.lane) + BAR / 2, sheet.x(beat.other) + BAR / 2
    start, end = (other, own) if beat.kind == "fork" else (own, other)
    side = 1 if end > start else -1
    tip = end - side * BAR / 2 if beat.kind != "fork" else end
    return [line(start, y, tip, y, stroke=INK, stroke_width=1.2,
                 stroke_dasharray="4 3" if beat.kind == "orphan" else None),
            element("path", d="M%.1f %dl%d -4v8z" % (tip, y, -7 * side), fill=INK)]


def legend(bars, y):
    """The programs' colours and the parts of the memory strip."""
    parts, x = [], MARGIN
    for name, colour in [*bars.colours.items(), ("ZOMBIE", state_fill("ZOMBIE"))]:
        parts += [rect(x, y, BAR, BAR, colour, stroke=FAINT),
                  text(x + 18, y + 11, name[:15])]
        x += 34 + 8 * len(name[:15])
    x, y = MARGIN, y + 24
    parts.append(text(x, y + 11, "mapped:", fill=FAINT))
    x += 66
    for name, colour in PARTS.items():
        parts += [rect(x, y + 4, 24, STRIP_HEIGHT, colour), text(x + 30, y + 11, name)]
        x += 46 + 8 * len(name)
    return parts


def story_svg(story):
    """The text of story.svg."""
    sheet = Sheet(story, 118)
    bars = Bars(sheet)
    most = max((sum(beat.memory.values()) for beat in story.beats), default=0) or 1
    marks = []
    for index, beat in enumerate(story.beats):
        y = sheet.y(index)
        bars.take(beat, y)
        marks += [text(MARGIN + TIME_WIDTH - 16, y + 4, beat_time(
                      beat, story.beats[0].time_ns), text_anchor="end", fill=FAINT),
                  text(sheet.words_x, y + 4, beat.words)]
        if beat.kind in ("there", "fork", "exec"):
            marks += label(sheet, beat, y, most)
        if beat.other is not None:
            marks += arrow(sheet, beat, y)
    guides = [line(MARGIN + TIME_WIDTH, sheet.y(n), sheet.words_x - 8, sheet.y(n),
                   stroke=STRIPE) for n in range(len(story.beats))]
    title = "fork, exec, exit and wait: %d processes at a time" % story.lanes
    return picture(sheet.width, sheet.bottom + MARGIN, title, [
        state_patterns(), text(MARGIN, 28, title, font_size=16), *guides,
        *bars.finish(), *legend(bars, 46), *marks])
