# SPDX-License-Identifier: MIT
"""What `make bench` shows: the table, results.json, and ratios.svg.

tests/perf-budget has what is to be reached: MISSED where Tine needs more instructions.
In wall time a row about processes shall need a third of Linux's, any other less than
Linux.
"""

import json
import os

from timelines.draw import FAINT, INK, line, picture, rect, text

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUDGET = os.path.join(ROOT, "tests", "perf-budget")
PROCESS_UNITS = ("child", "process")
PROCESS_SHARE = 1 / 3
# The mark may be another row's figure, and this much more.
AS_MUCH = 1.1
COUNT = "processes"             # the unit of a row that is better when it is more
BAR, PITCH, LABEL, PLOT, MARGIN = 12, 18, 150, 520, 20
BLUE, RED = "#3b6ea5", "#b04a3a"


def budget_rows():
    """(row, what is to be reached, the budget or None) of each line of the file."""
    with open(BUDGET, encoding="utf-8") as file:
        for row in file:
            words = row.split("#")[0].split()
            if words:
                name, reach, budget = words
                yield name, reach, None if budget == "-" else float(budget)


def reaches_read():
    return {name: reach for name, reach, budget in budget_rows()}


def results_write(path, figures):
    """Writes and returns a list of dictionaries, one for each row and kind."""
    results = []
    names = list(dict.fromkeys(name for kernel, name in figures))
    for name in names:
        tine, linux = (figures.get((k, name)) for k in ("Tine", "Linux"))
        for kind, attribute in (("instructions", "counts"), ("ns", "ns")):
            values = [getattr(f, attribute) if f else None for f in (tine, linux)]
            if values[0] is None or kind == "ns" and tine.unit == COUNT:
                continue
            results.append({
                "name": name, "kind": kind,
                "unit": "%s a %s" % (kind, tine.unit) if tine.unit != COUNT
                        else COUNT,
                "tine": values[0], "linux": values[1],
                "ratio": values[0] / values[1] if values[1] else None})
    with open(path, "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
    return results


def number(value):
    if value is None:
        return "-"
    return "{:,.0f}".format(value) if value >= 100 else "%.1f" % value


def counts_of(results):
    return {r["name"]: r for r in results if r["kind"] == "instructions"}


def reach_of(result, reaches, counts):
    """How many instructions Tine may need, or None if nobody can say."""
    reach = reaches.get(result["name"], "<")
    if reach in counts:
        return counts[reach]["tine"] * AS_MUCH
    if reach.startswith("<") and result["linux"]:
        return result["linux"]
    digits = reach.lstrip("<")
    return float(digits) if digits.isdigit() else None


def is_missed(result, reaches, counts):
    reach = reach_of(result, reaches, counts)
    if reach is None:
        return False
    if result["unit"] == COUNT:
        return result["tine"] < reach
    return result["tine"] > reach


def is_slow(result):
    """Whether the wall time of this row falls short."""
    share = PROCESS_SHARE if result["unit"].endswith(PROCESS_UNITS) else 1
    return result["ratio"] is not None and result["ratio"] > share


def table_lines(results, reaches):
    """The table, a line for each row."""
    counts = counts_of(results)
    times = {r["name"]: r for r in results if r["kind"] == "ns"}
    form = "%-18s %12s %12s %6s %12s  %11s %11s %6s  %s"
    yield form % ("row", "Tine, instr.", "Linux", "ratio", "reach",
                  "Tine, us", "Linux", "ratio", "")
    for name, result in counts.items():
        wall = times.get(name, {})
        missed = ["MISSED"] if is_missed(result, reaches, counts) else []
        if wall and is_slow(wall):
            missed.append("MISSED in wall time")
        us = [(wall.get(k) or 0) / 1000 for k in ("tine", "linux")]
        yield form % (
            name, number(result["tine"]), number(result["linux"]),
            ratio(result), number(reach_of(result, reaches, counts)),
            micro(us[0]), micro(us[1]), ratio(wall), ", ".join(missed))


def micro(value):
    return "%.2f" % value if value else "-"


def ratio(result):
    return "%.2f" % result["ratio"] if result.get("ratio") else "-"


def ratios_draw(path, results):
    """Bars: what part of Linux's instructions Tine needs. False without a Linux."""
    shown = [r for r in results if r["kind"] == "instructions" and r["ratio"]
             and r["unit"] != COUNT]
    if not shown:
        return False
    most = max([1.0] + [r["ratio"] for r in shown])
    scale = PLOT / most
    left, top = MARGIN + LABEL, MARGIN + 2 * PITCH
    height = top + PITCH * len(shown) + MARGIN
    parts = [text(MARGIN, MARGIN + BAR, "Instructions on Tine as a part of Linux's; "
                  "less is better", fill=INK)]
    for index, result in enumerate(shown):
        y = top + index * PITCH
        width = result["ratio"] * scale
        parts += [text(MARGIN, y + BAR - 1, result["name"], fill=INK),
                  rect(left, y, width, BAR, BLUE if result["ratio"] <= 1 else RED),
                  text(left + width + 4, y + BAR - 1, "%.2f" % result["ratio"],
                       fill=FAINT)]
    parts.append(line(left + scale, top - 4, left + scale, height - MARGIN))
    parts.append(text(left + scale, top - 8, "Linux", text_anchor="middle",
                      fill=FAINT))
    with open(path, "w", encoding="utf-8") as file:
        file.write(picture(left + PLOT + 60, height, "instructions", parts))
    return True
