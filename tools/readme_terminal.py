# SPDX-License-Identifier: MIT
"""A terminal on which tools/test-readme types the README's commands.

Host is the reader's machine: a copy of the tree, and an environment in which
no make is at work yet. Terminal is one command that runs there on a terminal
of its own, watched like a Console; nothing waits for a fixed time.
"""

import os
import pty
import queue
import re
import signal
import socket
import subprocess
import threading

from tine_console import Console, Silence

PROMPT = r"^\$ \Z"
MARK = r"^=\[(\d+)\]=\n"
MARK_TYPED = "echo =[$?]="
QUIT = "\x01x"              # ctrl-a x, to QEMU
MONITOR = "\x01c"           # ctrl-a c, between QEMU's monitor and the guest

# Seconds, times the machine's scale.
SHORT, BOOT, LONG, BUILD = 20, 45, 150, 500
QUIET_SECONDS = 0.05        # without output, and the prompt is one
KEY_SECONDS = 2             # before a key is pressed once more
KEY_TRIES = 12

# What the make that runs this test may have set, and the README's must not see.
MAKE_VARIABLES = ("MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES BUILD APPEND MEM "
                  "INITRD QEMUFLAGS ACCEL GDBPORT GDBFLAGS T TAP_DIR CC CROSS "
                  "OPT WERROR V").split()


class Terminal(Console):
    """A command on a pseudo-terminal."""

    def __init__(self, command, tree, environment, scale):
        self.scale = scale
        self.log, self.is_over = None, False
        self.forget()
        self.chunks = queue.Queue()
        self.keyboard, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command, shell=True, cwd=tree, env=environment, stdin=theirs,
            stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        self.thread = threading.Thread(target=self._collect, daemon=True)
        self.thread.start()

    def _collect(self):
        data = b"."
        while data:
            try:
                data = os.read(self.keyboard, 65536)
            except OSError:         # all on the terminal have ended
                data = b""
            self.chunks.put(data)

    def type_raw(self, text):
        try:
            os.write(self.keyboard, text.encode())
        except OSError:
            self.is_over = True

    def type(self, text):
        self.type_raw(text.replace("\x01", "\x01\x01"))

    def expect(self, pattern, seconds=SHORT):
        return super().expect(pattern, seconds * self.scale)

    def prompt(self, seconds=SHORT):
        """Waits for the guest's prompt, with nothing behind it."""
        self.expect(PROMPT, seconds)
        while self.more(QUIET_SECONDS * self.scale):
            self.expect(PROMPT, seconds)

    def booted(self, seconds=BOOT):
        self.expect(r"^init: starting sh", seconds)
        self.prompt()

    def line(self, command, seconds=SHORT):
        """Types a line at the prompt, waits for the next prompt and returns
        what came between."""
        self.type(command + "\n")
        self.expect(re.escape(command[-1]) + r"\n")
        start = self.seen
        self.prompt(seconds)
        return self.text[start:self.text.rindex("$ ")]

    def status(self):
        """The status of the last line."""
        return int(re.search(MARK, self.line(MARK_TYPED),
                             re.M).group(1))

    def press(self, key):
        """Presses KEY until the prompt is there: a key pressed while the shell
        starts a program is the shell's."""
        for _ in range(KEY_TRIES):
            self.type(key)
            try:
                return self.prompt(KEY_SECONDS)
            except Silence:
                continue
        raise Silence("the prompt after the key " + key)

    def monitor(self):
        """Presses ctrl-a c until QEMU's monitor answers: what is typed before
        QEMU has the terminal is lost."""
        for _ in range(KEY_TRIES):
            self.type_raw(MONITOR)
            try:
                return self.expect(r"\(qemu\) ", KEY_SECONDS)
            except Silence:
                continue
        raise Silence("QEMU's monitor")

    def ended(self, seconds=SHORT):
        """The status with which the command ends; None if it does not."""
        return self.wait(seconds * self.scale)

    def quit(self):
        """ctrl-a x. Returns the status."""
        self.type_raw(QUIT)
        return self.ended()

    def poweroff(self):
        self.type("poweroff\n")
        return self.ended()

    def close(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.thread.join(5)
        if self.keyboard >= 0:
            os.close(self.keyboard)
        self.keyboard = -1


class Host:
    """The machine on which the README is tried."""

    def __init__(self, tree, scale):
        self.tree = tree
        self.scale = scale
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in MAKE_VARIABLES and value}
        with socket.socket() as probe:      # a port that nobody listens on
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        self.environment.update(CI="true", GDBPORT=port, TERM="vt100")
        self.terminals = []

    def build(self):
        """Has all built, so that what follows need not wait for it."""
        self.run("make")

    def path(self, name):
        return os.path.join(self.tree, name)

    def open(self, command):
        """Starts COMMAND on a terminal of its own."""
        terminal = Terminal(command, self.tree, self.environment, self.scale)
        self.terminals.append(terminal)
        return terminal

    def run(self, command, seconds=BUILD):
        """Runs COMMAND to its end. Returns its status and what it printed."""
        terminal = self.open(command)
        status = terminal.ended(seconds)
        return status, terminal.text

    def last_lines(self):
        return self.terminals[-1].last_lines() if self.terminals else []

    def close_all(self):
        for terminal in self.terminals:
            terminal.close()
        self.terminals = []
