# SPDX-License-Identifier: MIT
"""How tools/test-readme tries each boot option and variable of README.md.

Each function takes the host, a TAP stream, the option as the README writes it
and what the README says of it.
"""

import os
import re
import shutil
import tarfile
import time

from readme_terminal import BOOT, LONG, MONITOR, SHORT
from tine_console import Silence

# The program that the trials of the random numbers run.
RANDOM_SOURCE = """#include <stdio.h>

int main(void)
{
    FILE *file = fopen("/dev/urandom", "r");
    int i;

    for (i = 0; file && i < 8; i++)
        printf("%02x", fgetc(file));
    printf(" is random\\n");
    return 0;
}
"""
SPIN_SECONDS = 4
LEAST_SHARE = 0.85      # of the memory is RAM that the kernel may use
SCREEN_BYTES, SCREEN_ADDRESS = 80 * 25 * 2, 0xb8000     # the PC's text screen


def qemu(host, append, more=""):
    return host.open("make qemu APPEND='%s' %s" % (append, more))


def try_init(host, tap, option, _meaning):
    """init=: the first program, with its arguments."""
    line = option.replace("ARGS", '-c "echo so it is said; exit 3"')
    terminal = qemu(host, line)
    program = re.search(r"init=(\S+)", option).group(1)
    status = terminal.ended(BOOT)
    tap.ok("ARGS" in option and status == 0 and
           re.search(r"^so it is said\ninit: %s exited 3\n" % program,
                     terminal.text, re.M), option, terminal.last_lines(6))


def try_slice(host, tap, option, meaning):
    """slice=: CPU ticks for each time that the CPU was taken."""
    terminal = qemu(host, "sched=rr " + option)
    terminal.booted()
    terminal.line("spin & spin & sleep %d" % SPIN_SECONDS, LONG)
    text = terminal.line("cat /proc/$!/stat /proc/$!/status")
    fields = re.search(r"^\d+ \(spin\) (.*)$", text, re.M).group(1).split()
    ticks = int(fields[11]) + int(fields[12])       # utime and stime, proc(5)
    forced = int(re.search(r"^nonvoluntary_ctxt_switches:\s*(\d+)", text,
                           re.M).group(1))
    wanted = int(option.split("=")[1])
    tap.ok("10 ms" in meaning and forced > 0 and
           wanted * 0.6 <= ticks / forced <= wanted * 1.6, option,
           ["%d ticks, preempted %d times" % (ticks, forced)])
    tap.ok(terminal.poweroff() == 0, option + ": powers off")


def try_sched(host, tap, option, meaning):
    """sched=: the policy that is named; one there is not is told of."""
    names = re.findall(r"`([a-z]+)`", meaning)
    terminal = qemu(host, option)
    terminal.booted()
    text = terminal.line("cat /proc/sched/policy")
    tap.ok(option.split("=")[1] in names and option[6:] + "\n" in text, option)
    text = terminal.line(re.search(r"`(echo .*?)`", meaning).group(1) +
                         " && cat /proc/sched/policy")
    tap.ok(option[6:] + "\n" in text, "and later", [text])
    tap.ok(terminal.poweroff() == 0, option + ": powers off")
    terminal = qemu(host, option + "x")
    terminal.expect(r"^%sx: no such scheduling policy; there are: %s$" %
                    (option, " ".join(names)), BOOT)
    terminal.booted()
    tap.ok("mlfq\n" in terminal.line("cat /proc/sched/policy"),
           option + "x: the default")
    tap.ok(terminal.poweroff() == 0, option + "x: there is no such policy")


def try_trace(host, tap, option, meaning):
    """trace=: rows on the second serial port and in /proc/trace, as chosen."""
    terminal = qemu(host, option, "QEMUFLAGS='-serial file:trace.csv'")
    terminal.booted()
    shown = terminal.line(re.search(r"`(cat .*?)`", meaning).group(1), LONG)
    terminal.line(re.search(r"`(echo .*?)`", meaning).group(1))
    kept = terminal.line("cat /proc/trace_mask")
    tap.ok(terminal.poweroff() == 0, option + ": powers off")
    with open(host.path("trace.csv"), encoding="ascii") as file:
        sent = file.read()
    for rows in shown, sent:
        tap.ok(all(part in rows for part in (
            "time_ns,pid,event,from,to,cause\n", ",process,0,",
            ",state,READY,RUNNING,scheduled\n", ",exec,5,")) and
               ",signal," not in rows, option + ": rows", rows.splitlines()[:9])
    tap.ok("states,life\n" in kept and
           all("`%s`" % word in meaning for word in ("states", "life", "signals",
                                                  "+calls", "+switches")),
           "the categories", [kept])


def screen_text(host, terminal):
    """What stands on the PC's screen, by QEMU's monitor."""
    path = host.path("screen.bin")
    terminal.monitor()
    terminal.type_raw("pmemsave %#x %d screen.bin\n" % (SCREEN_ADDRESS,
                                                       SCREEN_BYTES))
    terminal.expect(r"screen\.bin\n\(qemu\) ")
    terminal.type_raw(MONITOR)      # back to the guest
    with open(path, "rb") as file:
        return file.read()[::2].decode("latin-1")


def try_console(host, tap, option, meaning):
    """console=: on which devices the shell speaks."""
    values = re.findall(r"`([a-z,]+)`", meaning)
    tap.ok(option.split("=")[1] in values, option + " is among those named")
    for value in values + [None]:
        names = (value or values[-1]).split(",")
        line = "console=" + value if value else ""
        terminal = qemu(host, line)
        if "serial" in names:
            terminal.booted()
        text = ""
        patience = time.monotonic() + BOOT * terminal.scale
        while time.monotonic() < patience:
            text = screen_text(host, terminal)
            if "vga" not in names or "init: starting sh" in text:
                break
        tap.ok(("init: starting sh" in text) == ("vga" in names) and
               ("init: starting sh" in terminal.text) == ("serial" in names),
               "%s: speaks on %s" % (line or "without it", " and ".join(names)),
               [text.strip()])
        terminal.quit()


def selftests(host, pattern):
    """Boots with test=PATTERN. Returns status and the names of the tests."""
    terminal = qemu(host, "test=" + pattern)
    status = terminal.ended(BOOT)
    plan = re.search(r"^1\.\.(\d+)$", terminal.text, re.M)
    names = re.findall(r"^ok \d+ - (.*)$", terminal.text, re.M)
    if not plan or len(names) != int(plan.group(1)):
        status = "not all passed"
    return status, names, terminal


def try_test(host, tap, option, _meaning):
    """test=: all of the self-tests, or some."""
    status, names, terminal = selftests(host, option.split("=")[1])
    tap.ok(status == 0 and names, option, terminal.last_lines())
    word = re.match(r"\w+", names[-1]).group(0)
    status, some, terminal = selftests(host, word)
    tap.ok(status == 0 and some == [name for name in names if word in name] and
           len(some) < len(names), "test=%s: some of them" % word,
           terminal.last_lines())


def crash_once(host, tap, kind, how):
    """One boot that panics; HOW is what make is told besides."""
    terminal = qemu(host, "crash=" + kind, how)
    wrong = None
    try:
        for part in (r"^panic: ", r"crash_\w+\+0x", r"^The kernel has stopped"):
            terminal.expect(part, BOOT if "^p" in part else SHORT)
    except Silence as missing:
        wrong = "no %s came" % missing
    tap.ok(not wrong, "crash=%s panics" % kind, [wrong] + terminal.last_lines())
    tap.ok(terminal.quit() == 0, "crash=%s: ctrl-a x quits" % kind)


def try_crash(host, tap, option, meaning):
    """crash=: each kind panics, and there are no other kinds."""
    always, debug, more = meaning.partition("`DEBUG=1`")
    tap.ok(debug and host.run("make DEBUG=1")[0] == 0, "make DEBUG=1")
    kinds = {kind: "" for kind in
             [option.split("=")[1]] + re.findall(r"`(\w+)`", always)}
    kinds.update((kind, "DEBUG=1") for kind in re.findall(r"`(\w+)`", more))
    for kind, how in kinds.items():
        crash_once(host, tap, kind, how)
    terminal = qemu(host, "crash=unheard-of")
    listed = terminal.expect(r"no such kind; there are (\w[^\n]*)\n",
                             BOOT).group(1)
    terminal.quit()
    for filler in ("and ", "with DEBUG=1 also "):
        listed = listed.replace(filler, "")
    tap.ok(set(re.findall(r"\w+", listed)) == set(kinds),
           "these are all kinds of crash", [listed])


def try_seed(host, tap, option, _meaning):
    """seed=: the same numbers for the same seed."""
    source = host.path("user/bin/readme-random.c")
    with open(source, "w", encoding="utf-8") as file:
        file.write(RANDOM_SOURCE)
    seen = []
    for seed in (option, option, option + "7"):
        text = host.run("make qemu APPEND='init=/bin/readme-random %s'" %
                        seed)[1]
        seen += re.findall(r"^(\w+) is random$", text, re.M)
    os.unlink(source)
    tap.ok(len(seen) == 3 and seen[0] == seen[1] != seen[2],
           option + ": random numbers start there", seen)


def try_memory(host, tap, _option, text):
    """MEM=: the least, and the default."""
    least, default = map(int, re.search(
        r"`MEM=` is the machine's memory in MiB \(from (\d+); (\d+) if", text
    ).groups())
    for more, mib in (("MEM=%d" % least, least), ("", default)):
        terminal = qemu(host, "", more)
        terminal.booted()
        kib = int(re.search(r"^Tine: (\d+) KiB of memory", terminal.text,
                            re.M).group(1))
        tap.ok(mib * 1024 * LEAST_SHARE <= kib <= mib * 1024,
               "%s: %d MiB" % (more or "without MEM=", mib), ["%d KiB" % kib])
        tap.ok(terminal.poweroff() == 0, "and powers off")


def try_initrd(host, tap, _option, text):
    """INITRD=: another RAM disk."""
    disk = host.path("another.tar")
    shutil.copy(host.path("build/initrd.tar"), disk)
    with open(host.path("mark"), "w", encoding="utf-8") as file:
        file.write("another disk\n")
    with tarfile.open(disk, "a", format=tarfile.USTAR_FORMAT) as archive:
        archive.add(host.path("mark"), "mark")
    status, text_shown = host.run("make qemu INITRD=another.tar "
                                  "APPEND='init=/bin/cat -- /mark'")
    tap.ok("`INITRD=` another RAM disk" in text and status == 0 and
           re.search(r"^another disk$", text_shown, re.M), "INITRD=",
           text_shown.splitlines()[-5:])


OPTIONS = {
    "init": try_init, "slice": try_slice, "sched": try_sched,
    "trace": try_trace, "console": try_console, "test": try_test, "crash": try_crash,
    "seed": try_seed, "MEM": try_memory, "INITRD": try_initrd,
}
