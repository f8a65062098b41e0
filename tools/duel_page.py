# SPDX-License-Identifier: MIT
"""The page of a duel: charts and figures side by side, in one file that needs no other."""

from html import escape

from duel_figures import OF_ALL, OF_EACH, lines_of_all, lines_of_each
from timelines.svg import chart_svg

STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #1a1a1a; }
table { border-collapse: collapse; margin: 1em 0; }
caption { text-align: left; font-weight: bold; padding: .3em 0; }
th, td { padding: .2em .9em; border-bottom: 1px solid #dddddd; text-align: right; }
th:first-child { text-align: left; white-space: pre; }
small { color: #666666; font-weight: normal; }
.best { font-weight: bold; }
.best::after { content: " \\2713"; }
.tables, .charts { display: flex; flex-wrap: wrap; gap: 1em 3em; }
.charts > section { flex: 1 1 36em; min-width: 0; }
.charts svg { width: 100%; height: auto; border: 1px solid #dddddd; }
pre { background: #f4f4f4; padding: .6em; overflow: auto; max-height: 20em; }
"""
HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title><style>%s</style></head><body>
"""


def tag(name, content, **attributes):
    inside = "".join(' %s="%s"' % (key.rstrip("_"), escape(value))
                     for key, value in attributes.items() if value)
    return "<%s%s>%s</%s>" % (name, inside, content, name)


def table(caption, contests, heads_and_lines):
    """Who is best in a line is marked."""
    rows = [tag("tr", tag("th", "") + "".join(tag("th", escape(c.policy), scope="col")
                                              for c in contests))]
    for head, line in heads_and_lines:
        rows.append(tag("tr", tag("th", head, scope="row") + "".join(
            tag("td", escape(cell), class_="best" if is_best else "")
            for cell, is_best in zip(line.cells, line.best))))
    return tag("table", tag("caption", caption) + "\n".join(rows))


def caption(name, meaning):
    return escape(name) + " " + tag("small", escape(meaning))


def section(contest):
    parts = [tag("h2", escape(contest.policy)), chart_svg(contest.timeline)]
    if contest.output:
        parts.append(tag("pre", escape(contest.output)))
    return tag("section", "\n".join(parts))


def page(command, contests):
    title = "Duel: " + ", ".join(c.policy for c in contests)
    tables = [table("all jobs", contests, (
        (caption(measure.name, measure.meaning), line)
        for measure, line in zip(OF_ALL, lines_of_all(contests))))]
    tables += [table(caption(measure.name, measure.meaning), contests, (
        (escape(line.head), line) for line in lines_of_each(contests, measure)))
               for measure in OF_EACH]
    return (HEAD % (escape(title), STYLE) +
            tag("h1", escape(title)) + tag("pre", escape(command)) +
            tag("div", "\n".join(tables), class_="tables") +
            tag("div", "\n".join(map(section, contests)), class_="charts") +
            "</body></html>\n")
