# SPDX-License-Identifier: MIT
"""The story in letters: a column per lane, a line per beat, and a sentence to it."""

from timelines.story import ALIVE, EMPTY, beat_text, beat_time

WIDTH = 100
TIME_WIDTH = 11
LANE_WIDTH = 2
LANES_MOST = 24                 # as many as leave room for the sentences
LEGEND = ["| lives   : is a ZOMBIE   +-\\ is forked   * executes a program   x ends",
          "<-o one is waited for by the other, and gone   ^-o an orphan has a new parent"]
LANE_MARKS = {EMPTY: " ", ALIVE: "|"}
OWN_MARKS = {"fork": "\\", "exec": "*", "exit": "x", "wait": "o", "orphan": "o",
             "there": "|", "lost": "!"}
OTHER_MARKS = {"fork": "+", "wait": "<", "orphan": "^"}


def lanes_drawn(beat, count):
    """The lanes at one beat, with the line between two of them."""
    marks = [LANE_MARKS.get(state, ":") for state in beat.lanes]
    marks += [" "] * (count - len(marks))
    cells = list("".join(mark.ljust(LANE_WIDTH) for mark in marks[:count]))
    own = beat.lane * LANE_WIDTH
    if beat.other is not None:
        other = beat.other * LANE_WIDTH
        for column in range(min(own, other) + 1, max(own, other)):
            if column < len(cells) and cells[column] == " ":
                cells[column] = "-"
        if other < len(cells):
            cells[other] = OTHER_MARKS[beat.kind]
    if own < len(cells):
        cells[own] = OWN_MARKS[beat.kind]
    return "".join(cells)


def story_text(story):
    if not story.beats:
        return "Nothing was forked, executed or waited for.\n"
    start_ns, count = story.beats[0].time_ns, min(story.lanes, LANES_MOST)
    lines = LEGEND + [""]
    for beat in story.beats:
        line = "%*s  %s  " % (TIME_WIDTH, beat_time(beat, start_ns),
                              lanes_drawn(beat, count))
        words = beat_text(beat)
        if len(line) + len(words) > WIDTH:
            words = beat.words
        lines.append((line + words)[:WIDTH])
    if story.lanes > count:
        lines.append("The lanes of %d more processes at a time are not drawn." % (
            story.lanes - count))
    return "\n".join(lines) + "\n"
