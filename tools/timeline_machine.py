# SPDX-License-Identifier: MIT
"""Runs a command on a Tine of its own and keeps the trace.

QEMU counts instructions in place of time (-icount) and its clock starts at a fixed
date; nobody types. So with the same seed the same happens, to the nanosecond.
"""

import os
import re
import selectors
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHIFT = 4                           # an instruction takes 16 ns
CLOCK = ["-icount", "shift=%d,sleep=off" % SHIFT,
         "-rtc", "base=2026-01-01T00:00:00,clock=vm"]
PROGRESS_SECONDS = 5
OPTION_LINE_MAX = 1023              # kernel/lib/option.c
STARTED = "init: starting sh"
ENDED = re.compile(r"init: /bin/init exited (\d+)$")


class MachineError(Exception):
    """The command cannot be run, or the machine did not end as it should."""


def quoted(command):
    """COMMAND as one word of the boot options, which know no escapes."""
    for quote in "'\"":
        if quote not in command:
            return quote + command + quote
    raise MachineError("CMD may hold ' or \", not both: the boot options know no "
                       "escapes. Put it into a script in the RAM disk.")


def boot_options(command, seed, options):
    if "--" in options.split():
        raise MachineError("in APPEND -- has no place: CMD is what is run")
    words = [options, "seed=%s" % seed, "--", "-c", quoted(command)]
    line = " ".join(word for word in words if word)
    if len(line) + len(" build/tine.elf") > OPTION_LINE_MAX:
        raise MachineError("CMD is too long for the boot options")
    return line


class Progress:
    """Says on standard error, from time to time, that there is something going on."""

    def __init__(self, path):
        self.path, self.start = path, time.monotonic()
        self.next = PROGRESS_SECONDS

    def tell(self):
        past = time.monotonic() - self.start
        if past >= self.next:
            self.next = past + PROGRESS_SECONDS
            size = os.path.getsize(self.path) if os.path.exists(self.path) else 0
            print("timeline: %d s, %d KiB of trace" % (past, size >> 10),
                  file=sys.stderr)


def console_lines(process, progress):
    """The console's lines as they come."""
    waiter = selectors.DefaultSelector()
    waiter.register(process.stdout, selectors.EVENT_READ)
    rest = b""
    while True:
        if waiter.select(PROGRESS_SECONDS):
            data = os.read(process.stdout.fileno(), 65536)
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                yield line.decode("utf-8", "replace").rstrip("\r")
            if not data:
                return
        progress.tell()


def watch(process, progress):
    """Shows on standard error what the command prints. Returns its status, None if it
    did not come to its end."""
    is_command, status, said = False, None, []
    for line in console_lines(process, progress):
        said.append(line)
        end = ENDED.match(line)
        if end:
            status = int(end.group(1))
        elif is_command:
            print(line, file=sys.stderr)
        is_command = is_command or line == STARTED
    if status is None and not is_command:
        print("\n".join(said), file=sys.stderr)
    return status


def record(command, path, seed=1, options="trace=com2"):
    """Boots with OPTIONS, has a shell run COMMAND, and writes the trace to PATH.
    Returns the command's exit status."""
    environment = dict(os.environ, APPEND=boot_options(command, seed, options))
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    if os.path.exists(path):
        os.remove(path)
    process = subprocess.Popen(
        [os.path.join(ROOT, "tools/run"), "-no-reboot", "-serial", "file:" + path,
         *CLOCK], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    try:
        status = watch(process, Progress(path))
        process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()
    if status is None:
        raise MachineError("the machine stopped before the command had ended")
    return status
