# SPDX-License-Identifier: MIT
"""What tools/test-readme does with each part of README.md.

Each function takes the paper, the host on which it is tried and a TAP stream.
It looks for its commands and outputs in the paper by the place where they
stand; if there is nothing at that place any more, it fails.
"""

import os
import re
import subprocess

from readme_options import OPTIONS
from readme_terminal import BUILD, LONG, SHORT
from tine_paper import Wrong, typed_lines

SCREEN_PROGRAMS = ("top",)          # they go on until a key ends them
KIB_TOLERANCE = 0.01                # free memory may change so much
TABLE_TRIES = 5
STATS_ROUNDING = 100


def part_first_screen(paper, host, tap):
    """The two commands, what is suggested at the prompt, and poweroff."""
    blocks = paper.blocks("")
    commands = [line for line in blocks[0][1] if line.startswith("make ")]
    for line in commands:
        tap.ok(host.run("make -n " + line.split()[1])[0] == 0,
               line.split("#")[0].strip() + " is there")
    boot = next(line for line in commands if "quits" in line)
    terminal = host.open(boot)
    terminal.booted(BUILD)
    tap.ok(True, boot.split("#")[0].strip() + " boots to the prompt")
    for line in blocks[1][1]:
        command, comment = re.match(r"(.*?) +# (.*)", line).groups()
        suggestion(terminal, command, comment, tap)
    word = paper.find("", r"``` and `(\w+)` when you have seen enough").group(1)
    terminal.type(word + "\n")
    status = terminal.ended()
    tap.ok(status == 0, "%s ends it with status 0" % word, [repr(status)])


def suggestion(terminal, command, comment, tap):
    """One line that the first screen suggests."""
    words = command.split()
    if words[-1] in SCREEN_PROGRAMS:
        terminal.type(command + "\n")
        terminal.expect(r"PID[^\n]*\n[^$]*" + words[0])
        for _ in range(2):
            terminal.expect(r"\bspin\b")
        key = re.search(r"(\w) quits", comment).group(1)
        terminal.press(key)
        tap.ok(True, "%s, and %s quits" % (command, key))
        return
    text = terminal.line(command, LONG)
    status = terminal.status()
    tap.ok(status == 0 and "not found" not in text and text.strip(),
           command, ["status %d" % status, text])


# ---- the tour ----

def part_tour(paper, host, tap):
    """Each line of the tour shows what stands below it."""
    lines = [pair for _, body in paper.blocks("A short tour")
             for pair in typed_lines(body, "$ ")]
    host.build()
    terminal = host.open("make qemu")
    terminal.booted()
    for command, expected in lines:
        text = ""
        is_table = bool(expected) and "PID" in expected[0].split()
        for left in reversed(range(TABLE_TRIES if is_table else 1)):
            text = terminal.line(command)
            wrong = table_difference(expected, text.splitlines()) \
                if is_table else lines_difference(expected, text.splitlines())
            if not wrong:
                break
            if left:                # a shell that the host kept waiting has
                terminal.line("sleep 1")    # its allotment again after a boost
        tap.ok(not wrong, command, [wrong, "it shows:"] +
               ["  " + line for line in text.splitlines()])
    tap.ok(terminal.poweroff() == 0, "and poweroff ends it")


def lines_difference(expected, shown):
    """What differs, but for the pids of new jobs: None or a sentence."""
    expected, shown = ([re.sub(r"^(\[\d+\]) \d+$", r"\1 PID", line)
                        for line in lines] for lines in (expected, shown))
    return None if expected == shown else "README: %r, Tine: %r" % (
        expected, shown)


def table_difference(expected, shown):
    """The same for two tables of ps: columns, rows and their order, states
    and parents must agree; pids and times are as they are."""
    if not shown or expected[0] != shown[0]:
        return "the columns are %r" % shown[:1]
    head = expected[0].split()
    tables = [[row.split(None, len(head) - 1) for row in lines[1:]]
              for lines in (expected, shown)]
    if len(tables[0]) != len(tables[1]):
        return "%d rows, not %d" % (len(tables[1]), len(tables[0]))
    pids = {}                       # the README's -> Tine's
    for ours, theirs in zip(*tables):
        pids[ours[head.index("PID")]] = theirs[head.index("PID")]
    for ours, theirs in zip(*tables):
        for name, mine, other in zip(head, ours, theirs):
            mine = pids.get(mine, mine) if "PID" in name else mine
            if mine != other and name != "TIME":
                return "%s of %s is %s" % (name, ours[-1], other)
    return None


# ---- the same binary on Linux ----

def same_but_memory(expected, shown):
    """Whether two lines differ in figures of KiB only, and by little."""
    figure = r"\b(\d+)(?= KiB)"
    if re.sub(figure, "N", expected) != re.sub(figure, "N", shown):
        return False
    return all(abs(int(a) - int(b)) <= KIB_TOLERANCE * int(a) for a, b in
               zip(re.findall(figure, expected), re.findall(figure, shown)))


def part_hello(paper, host, tap):
    """The program of one's own, on Tine and on this Linux."""
    title = "The same binary on Linux"
    blocks = paper.blocks(title)
    path = paper.find(title, r"Put this into `(user/bin/\w+\.c)`").group(1)
    source = next(body for language, body in blocks if language == "c")
    with open(host.path(path), "w", encoding="utf-8") as file:
        file.write("\n".join(source) + "\n")
    status, text = host.run(paper.find(
        title, r"After the next `(make)` it is in").group(1))
    tap.ok(status == 0, "make", text.splitlines()[-10:])
    lines = next(body for language, body in blocks if not language)
    (command, expected), = typed_lines(lines, "$ ")
    status, text = host.run(command)
    shown = text.splitlines()
    for line in expected:
        tap.ok(any(same_but_memory(line, other) for other in shown),
               "it prints: " + line, shown[-len(expected) - 1:])
    tap.ok(status == 0, command + " ends with status 0", [repr(status)])
    name = paper.find(title, r"and `(\w+)` is a command at Tine's").group(1)
    terminal = host.open("make qemu")
    terminal.booted()
    text = terminal.line(name)
    tap.ok("child of 2" in text, name + " is a command at the prompt", [text])
    terminal.poweroff()
    binary = paper.find(title, r"Linux PC, as `([\w/]+)`").group(1)
    try:
        text = subprocess.run([host.path(binary)], stdout=subprocess.PIPE,
                              timeout=SHORT * host.scale).stdout.decode()
        tap.ok(re.search(r"process %s, child of %d\n" % (
            r"\d+", os.getpid()), text), binary + " runs on Linux", [text])
    except OSError as error:
        if os.path.exists(host.path(binary)):
            tap.skip(binary + " on Linux", "i386 programs do not run here")
        else:
            tap.ok(False, binary + " runs on Linux", [str(error)])
    os.unlink(host.path(path))


# ---- make ----

def part_test_user(paper, host, tap):
    """The line that runs some of the user tests."""
    command, word = paper.find(
        "The same binary on Linux",
        r"`(make test-user T=(\w+))` runs those whose names contain `\2`"
    ).groups()
    status, text = host.run(command, LONG + BUILD)
    count = re.search(r"^(\d+) passed, (\d+) failed(, \d+ skipped)?$", text,
                      re.M)
    tap.ok(status == 0 and count and int(count.group(1)) > 0 and
           int(count.group(2)) == 0, command, text.splitlines()[-20:])
    others = set()
    for name in os.listdir(host.path("build/tap")):
        with open(host.path("build/tap/" + name), encoding="utf-8") as file:
            others |= {line for line in re.findall(
                r"^(?:not )?ok \d+ - ([\w-]+)", file.read(), re.M)
                if word not in line}
    tap.ok(not others, "and no other", sorted(others))


def part_make(paper, host, tap):
    """Every target that is mentioned is there and listed by `make help`."""
    listed = host.run("make help")[1]
    targets = sorted(set(re.findall(r"(?:`|^|\$ )make ([a-z][a-z-]*)",
                                    paper.text, re.M)))
    for name in targets:
        tap.ok(host.run("make -n " + name)[0] == 0 and
               re.search(r"^  %s +\S" % name, listed, re.M),
               "make %s is there and in the list" % name)
    for name in sorted(set(re.findall(r"`([A-Z]+)=`?", paper.text))):
        tap.ok(re.search(r"\b%s=" % name, listed), name + "= is in the list")


def part_stats(paper, host, tap):
    """The figures of code lines."""
    status, text = host.run(paper.find("Layout", r"`(make stats)`").group(1))
    said = [int(figure.replace(",", "")) for figure in paper.find(
        "Layout", r"about ([\d,]+) lines for the heart.* ([\d,]+) for the whole"
        r".*above ([\d,]+) and ([\d,]+)\.").groups()]
    for name, figure, budget in zip(("heart", "kernel"), said, said[2:]):
        match = re.search(r"^%s: +(\d+) of +(\d+) code" % name, text, re.M)
        lines, limit = map(int, match.groups())
        tap.ok(status == 0 and abs(lines - figure) <= STATS_ROUNDING and
               figure % STATS_ROUNDING == 0, "the %s has about %d code lines"
               % (name, figure), ["make stats says %d" % lines])
        tap.ok(limit == budget, "its budget is %d" % budget,
               ["make stats says %d" % limit])


def part_layout(paper, host, tap):
    """What is linked or listed exists."""
    links = re.findall(r"\]\((?!http)([^)#]+)\)", paper.text)
    for name in sorted(set(links)):
        tap.ok(os.path.exists(host.path(name)), name + " is there")
    for name in re.findall(r"(?:^|  )([a-z]+/) ", "\n".join(
            paper.blocks("Layout")[0][1]), re.M):
        tap.ok(os.path.isdir(host.path(name)), name + " is there")


# ---- the debugger ----

def part_gdb(paper, host, tap):
    """The commands for GDB, and the two makes that start it."""
    title = "With a debugger"
    start = paper.find(title, r"`(make [\w-]+)` boots, halts").group(1)
    attach = paper.find(title, r"In a second terminal `(make \w+)`").group(1)
    kernel, user = (typed_lines(paper.blocks(title)[part][1], "(gdb) ")
                    for part in (0, 1))
    lines = kernel + user
    script = []
    for number, (command, _) in enumerate(kernel):
        script += ["echo \\n=(%d)=\\n" % number, command]
    named = sorted(set(re.findall(r"tine-\w+", paper.section(title))))
    script += ["echo \\n=(frame)=\\n", "tine-frame",
               # QEMU may report the breakpoint once more that one stands on.
               "delete", "echo \\n=(switch)=\\n", "tine-switch",
               "echo \\n=(help)=\\n",
               paper.find(title, r"`(help \w+)` lists").group(1),
               "delete"]
    for number, (command, _) in enumerate(user, len(kernel)):
        script += ["echo \\n=(%d)=\\n" % number, command]
    script += ["echo \\n=(who)=\\n", "tine-who", "kill"]
    with open(host.path("readme.gdb"), "w", encoding="utf-8") as file:
        file.write("\n".join(script) + "\n")
    machine = host.open(start)
    machine.expect(r"\b%s\b" % attach, BUILD)
    text = host.run(attach + " GDBFLAGS='-batch -x readme.gdb'", LONG)[1]
    pieces = re.split(r"^=\((\w+)\)=\n", text, flags=re.M)
    said = dict(zip(pieces[1::2], pieces[2::2]))
    for number, (command, expected) in enumerate(lines):
        shown = [gdb_plain(line) for line in
                 said.get(str(number), "(nothing)").splitlines()]
        tap.ok(all(gdb_plain(line) in shown for line in expected) and
               "(nothing)" not in shown and not any(
                   re.search(r"not defined|Undefined|No symbol", line)
                   for line in shown), "(gdb) " + command, shown or [text])
    for name, pattern in (("frame", r"eip = "), ("switch", r"context_switch"),
                          ("who", r"^2 sh$")):
        tap.ok(re.search(pattern, said.get(name, ""), re.M),
               "tine-" + name, [said.get(name, text)])
    for name in named:
        tap.ok(name in said.get("help", ""), name + " is in the list")


def gdb_plain(line):
    """A line of GDB without addresses and line numbers, which move, and without the
    breakpoints' numbers: both parts run in one GDB here."""
    for pattern, name in ((r"0x[0-9a-f]+", "0xN"), (r":\d+$", ":N"),
                          (r"^Breakpoint \d+", "Breakpoint N")):
        line = re.sub(pattern, name, line.strip())
    return line


# ---- the boot options ----

def part_options(paper, host, tap):
    """Each row of the table is booted with, and does what it says."""
    title = "Boot options"
    example = paper.find(title, r"as `(make qemu APPEND='[^']*')`").group(1)
    if "`%s`" % re.search(r"'(.*)'", example).group(1) not in \
            paper.section(title).split("| option |")[1]:
        tap.ok(False, "the example is in the table", [example])
    host.build()
    rows = paper.rows(title)[1:]
    if not rows:
        raise Wrong("there is no table of boot options")
    for option, meaning in rows:
        option = option.strip("`")
        check = OPTIONS.get(option.split("=")[0])
        if check is None:
            tap.ok(False, option + " is known to this test")
        else:
            check(host, tap, option, meaning)
    text = " ".join(paper.section(title).split())
    OPTIONS["MEM"](host, tap, "MEM", text)
    OPTIONS["INITRD"](host, tap, "INITRD", text)


PARTS = [part_first_screen, part_tour, part_hello, part_test_user, part_make,
         part_stats, part_layout, part_gdb, part_options]
