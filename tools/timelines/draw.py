# SPDX-License-Identifier: MIT
"""A few words of SVG, and the look of the states in it."""

from html import escape

from timelines.states import BY_NAME, STROKES

FONT = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace"
INK, FAINT, STRIPE, ALARM = "#1a1a1a", "#666666", "#f4f4f4", "#B00000"
TILE = 6                # a pattern's square


def element(name, content=None, **attributes):
    """An element; `_` in an attribute's name stands for `-`, and None leaves it out."""
    inside = "".join(' %s="%s"' % (key.rstrip("_").replace("_", "-"),
                                   escape(number(value)))
                     for key, value in attributes.items() if value is not None)
    if content is None:
        return "<%s%s/>" % (name, inside)
    return "<%s%s>%s</%s>" % (name, inside, content, name)


def number(value):
    """As short as it goes: two places after the point suffice."""
    return ("%.2f" % value).rstrip("0").rstrip(".") if isinstance(value, float) \
        else str(value)


def text(x, y, words, **attributes):
    return element("text", escape(words, quote=False), x=x, y=y, **attributes)


def line(x1, y1, x2, y2, **attributes):
    attributes.setdefault("stroke", FAINT)
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def rect(x, y, width, height, fill, title=None, **attributes):
    content = None if title is None else element("title", escape(title, quote=False))
    return element("rect", content, x=x, y=y, width=width, height=height, fill=fill,
                   **attributes)


def state_fill(name):
    return "url(#%s)" % name


def state_patterns():
    """The definitions that state_fill refers to: a colour with a pattern over it."""
    parts = []
    for state in BY_NAME.values():
        tile = rect(0, 0, TILE, TILE, state.colour)
        if state.pattern:
            tile += element("path", d=state.pattern, fill="none",
                            stroke=STROKES.get(state.name, INK), stroke_width=0.8)
        parts.append(element("pattern", tile, id=state.name, width=TILE, height=TILE,
                             patternUnits="userSpaceOnUse"))
    return element("defs", "".join(parts))


def picture(width, height, label, parts):
    """The whole file."""
    head = ('<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" '
            'viewBox="0 0 %s %s" role="img" aria-label="%s" font-family="%s" '
            'font-size="12" fill="%s">' % (width, height, width, height, escape(label),
                                           escape(FONT), INK))
    return "\n".join([head, rect(0, 0, width, height, "#ffffff"), *parts,
                      "</svg>", ""])
