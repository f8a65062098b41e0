# SPDX-License-Identifier: MIT
"""OSTEP's measures of a schedule: turnaround, response, waiting, and fairness."""

HALF = 0.5


def turnaround_ns(process):
    """From birth to exit; None if either was not seen."""
    if process.born_ns is None or process.exit_ns is None:
        return None
    return process.exit_ns - process.born_ns


def response_ns(process):
    """From birth until it first had the CPU."""
    if process.born_ns is None or process.first_run_ns is None:
        return None
    return process.first_run_ns - process.born_ns


def alive_ns(process):
    """Its life without its time as a ZOMBIE."""
    return process.life_ns - process.time_in("ZOMBIE")


def share(process):
    """What part of its time it had the CPU."""
    alive = alive_ns(process)
    return process.time_in("RUNNING") / alive if alive else 0.0


def is_rival(process):
    """Whether it wanted the CPU, had it or not, for at least half of its time: such
    processes compete, and between them a policy may be fair."""
    wanted = process.time_in("RUNNING", "READY")
    return process.pid != 0 and wanted > 0 and wanted >= HALF * alive_ns(process)


def jain_index(shares):
    """Jain's index: 1 if all have the same, 1/n if one of n has all; None for none."""
    squares = sum(x * x for x in shares)
    return sum(shares) ** 2 / (len(shares) * squares) if squares else None


def rivals_index(processes):
    """(How many compete, Jain's index of their shares)."""
    shares = [share(p) for p in processes if is_rival(p)]
    return len(shares), jain_index(shares)
