# SPDX-License-Identifier: MIT
"""A run of a command on Tine that can be had again, exactly.

QEMU counts instructions in place of time (tools/run --rerun), nobody types, and what
the serial ports say goes to files, which never keep the machine waiting. So the same
command with the same seed does the same at every instruction; with another seed the
timer interrupts come at other moments.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from typing import NamedTuple, Optional

from tine_tool import ToolError, file_named, text_write

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
COMMAND = "command"             # the script's name in the RAM disk
BEGIN = re.compile(r"^init: starting sh\n", re.M)
END = re.compile(r"^init: /bin/init exited (\d+)\n", re.M)
PATIENCE = 300                  # seconds on this side, for a command that hangs
SEED_MAX = 0xFFFFFFFF


def seed_read(text):
    """A seed as a number."""
    if not re.fullmatch("[0-9]+", text) or int(text) > SEED_MAX:
        raise ToolError("SEED=%s: not a number from 0 to %d" % (text, SEED_MAX), 2)
    return int(text)


class Run(NamedTuple):
    """What came of it."""
    status: Optional[int]       # None: it did not end
    output: str                 # what the command wrote; all, where it did not end
    trace: str                  # the file that the trace is in


class Rerun:
    """A command, made ready to be run with several seeds. APPEND is further boot
    options; the files are in the directory PLACE."""

    def __init__(self, command, place, append="", patience=PATIENCE):
        self.place, self.append, self.patience = place, append, patience
        os.makedirs(place, exist_ok=True)
        self.disk = os.path.join(place, "initrd.tar")
        script = os.path.join(place, COMMAND)
        text_write(script, command + "\n")
        with file_named(self.disk):
            shutil.copyfile(os.path.join(BUILD, "initrd.tar"), self.disk)
            with tarfile.open(self.disk, "a", format=tarfile.USTAR_FORMAT) as disk:
                member = tarfile.TarInfo(COMMAND)       # of no time and no owner
                member.size = os.path.getsize(script)
                with open(script, "rb") as file:
                    disk.addfile(member, file)

    def run(self, seed=0):
        """One boot, in which the command is all that runs."""
        console, trace = (os.path.join(self.place, name)
                          for name in ("console.txt", "trace.csv"))
        for path in (console, trace):
            text_write(path, "")    # nothing of another run is left
        append = "console=serial trace=com2 seed=%d %s -- -c '. /%s'" % (
            seed, self.append, COMMAND)
        process = subprocess.Popen(
            [os.path.join(ROOT, "tools", "run"), "--rerun", self.place],
            env=dict(os.environ, BUILD=BUILD, INITRD=self.disk, APPEND=append),
            stdin=subprocess.DEVNULL, stdout=sys.stderr)
        try:
            process.wait(self.patience)
        except subprocess.TimeoutExpired:
            pass
        finally:
            process.kill()
            process.wait()
        if process.returncode > 0:
            raise ToolError("QEMU ended with status %d" % process.returncode)
        return Run(*said(console), trace)


def said(path):
    """The command's status and output, of what the console has seen."""
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        text = file.read().replace("\r\n", "\n")
    begin, ends = BEGIN.search(text), list(END.finditer(text))
    if not begin or not ends:
        return None, text
    return int(ends[-1].group(1)), text[begin.end():ends[-1].start()]
