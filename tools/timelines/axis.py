# SPDX-License-Identifier: MIT
"""The axis of time: round figures for its ticks, and how spans are written."""

UNITS = [("s", 10**9), ("ms", 10**6), ("us", 10**3), ("ns", 1)]
STEPS = (1, 2, 5)


def tick_step(span_ns, most):
    """The smallest step 1, 2 or 5 times a power of ten with at most MOST of them in
    the span."""
    power = 1
    while True:
        for step in STEPS:
            if span_ns <= step * power * most:
                return step * power
        power *= 10


def ticks(start_ns, end_ns, most):
    """Where the ticks are: [(time, its text)], in one unit for all."""
    step = tick_step(end_ns - start_ns, most)
    name, unit = next(pair for pair in UNITS if step >= pair[1] or pair[1] == 1)
    first = -(-start_ns // step) * step
    return [(at, "%d %s" % (at // unit, name))
            for at in range(first, end_ns + 1, step)]


def span_text(span_ns):
    """A time with four figures at most: 12.35 ms."""
    if span_ns is None:
        return "-"
    for name, unit in UNITS:
        if span_ns >= unit:
            value = span_ns / unit
            return "%.*f %s" % (0 if name == "ns" else 2 if value < 100 else 1,
                                value, name)
    return "0"
