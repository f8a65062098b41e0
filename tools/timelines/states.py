# SPDX-License-Identifier: MIT
"""How a process's states look wherever a tool draws them.

Names and meanings come from include/tine/states.def, the kernel's own table. The
colours are those of Okabe and Ito, which colour-blind people can tell apart; each has
also a brightness and a pattern of its own, for paper and for those who see none.
"""

import os
import re
from typing import NamedTuple

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
TABLE = os.path.join(ROOT, "include/tine/states.def")


class State(NamedTuple):
    name: str
    meaning: str
    mark: str           # in a chart of letters
    colour: str
    pattern: str        # an SVG path in a square of 6 by 6, over the colour
    chrome: str         # the nearest of the colours that Chrome's viewer knows


# name: (mark, colour, pattern, Chrome's colour)
LOOKS = {
    "NEW": ("n", "#E69F00", "M0 3h6M3 0v6", "thread_state_iowait"),
    "READY": (".", "#F0E442", "M1 1h1M4 4h1", "thread_state_runnable"),
    "RUNNING": ("#", "#0072B2", "", "thread_state_running"),
    "BLOCKED": ("-", "#BFE3F7", "M0 3h6", "thread_state_sleeping"),
    "STOPPED": ("T", "#D55E00", "M3 0v6", "terrible"),
    "ZOMBIE": ("z", "#CC79A7", "M-1 1l2-2M0 6l6-6M5 7l2-2", "black"),
}
PART_MARK = "+"         # RUNNING, but for the smaller part of a column
# Events were lost, and nobody knows.
UNKNOWN = State("UNKNOWN", "not known: events were lost", "?", "#FFFFFF",
                "M0 0l6 6M0 6l6-6", "generic_work")
STROKES = {"BLOCKED": "#56B4E9"}    # of the patterns; black if not named


def states_read():
    with open(TABLE, encoding="utf-8") as file:
        rows = re.findall(r'^STATE\((\w+), *\'.\', *"([^"]*)"\)', file.read(), re.M)
    return [State(name, meaning, *LOOKS[name]) for name, meaning in rows]


STATES = states_read()
BY_NAME = {state.name: state for state in STATES + [UNKNOWN]}
