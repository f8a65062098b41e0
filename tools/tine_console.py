# SPDX-License-Identifier: MIT
"""A running Tine and its serial console, for the tools that watch or type.

Console starts QEMU with the guest's serial line on pipes and collects what
the guest prints in a thread.  Nobody sleeps for a fixed time: a reader waits
for text, and gives up when the guest has been silent for too long.  How long
is too long is measured once: a slow machine gets more patience.
"""

import codecs
import os
import queue
import re
import subprocess
import threading
import time

# A loop that takes about this long on the machine the limits were set on.
CALIBRATION_SECONDS = 0.05
CALIBRATION_ROUNDS = 1000000
LEAST_SCALE = 1.0
MOST_SCALE = 10.0


def machine_scale():
    """How many times slower than the reference this machine is now, >= 1.

    TIMEOUT_SCALE in the environment replaces the measurement.
    """
    if os.environ.get("TIMEOUT_SCALE"):
        return float(os.environ["TIMEOUT_SCALE"])
    start = time.monotonic()
    total = 0
    for i in range(CALIBRATION_ROUNDS):
        total += i & 3
    scale = (time.monotonic() - start) / CALIBRATION_SECONDS
    return min(max(scale, LEAST_SCALE), MOST_SCALE)


class Silence(Exception):
    """The awaited text did not come."""


class Ended(Exception):
    """QEMU ended before the awaited text came."""


ESCAPE = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78DEHM])|\r|\x07")
ESCAPE_BEGUN = re.compile(r"\x1b(\[[0-9;?]*|[()])?$")


def plain(text):
    """TEXT without carriage returns and terminal escape sequences."""
    return ESCAPE.sub("", text)


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MUX_ESCAPE = "\x01"         # to QEMU itself; twice, to the guest


class Console:
    """One boot: QEMU, its console's output so far, and a way to type."""

    def __init__(self, build, initrd, append="", memory=256, log=None):
        environment = dict(os.environ, BUILD=build, INITRD=initrd,
                           APPEND=append, MEM=str(memory))
        self.start([os.path.join(ROOT, "tools", "run"), "-no-reboot"],
                   environment, log)

    def start(self, command, environment, log):
        self.log = open(log, "wb") if log else None
        self.forget()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.collect(process, process.stdin, process.stdout)

    def forget(self):
        """Nothing has been read so far."""
        self.text = ""          # without escape sequences and returns
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.begun = ""         # an escape sequence that may go on
        self.seen = 0           # what expect() has already matched

    def collect(self, process, keys, screen):
        """Begins to read SCREEN; what is typed goes to KEYS."""
        self.process, self.keys, self.screen = process, keys, screen
        self.chunks = queue.Queue()
        self.is_over = False
        self.thread = threading.Thread(target=self._collect, daemon=True)
        self.thread.start()

    def _collect(self):
        while True:
            try:
                data = os.read(self.screen.fileno(), 65536)
            except OSError:     # a pseudo-terminal that nobody has open
                data = b""
            self.chunks.put(data)
            if not data:
                return
            if self.log:
                self.log.write(data)
                self.log.flush()

    def more(self, seconds):
        """Waits for output, at most SECONDS.  False: none came."""
        if self.is_over:
            return False
        try:
            data = self.chunks.get(timeout=max(seconds, 0))
        except queue.Empty:
            return False
        if not data:
            self.is_over = True
            return False
        data = self.begun + self.decoder.decode(data)
        begun = ESCAPE_BEGUN.search(data)
        self.begun = begun.group(0) if begun else ""
        self.text += plain(data[:len(data) - len(self.begun)])
        return True

    def type(self, text):
        """Sends TEXT as if typed."""
        text = text.replace(MUX_ESCAPE, MUX_ESCAPE * 2)
        try:
            self.keys.write(text.encode())
            self.keys.flush()
        except OSError:
            self.is_over = True

    def expect(self, pattern, seconds):
        """Waits until the regular expression PATTERN occurs in the output
        that no earlier expect() has passed, and passes it.  Returns the match;
        raises Silence after SECONDS, Ended when QEMU is gone."""
        deadline = time.monotonic() + seconds
        regex = re.compile(pattern, re.S | re.M)
        while True:
            match = regex.search(self.text, self.seen)
            if match:
                self.seen = match.end()
                return match
            left = deadline - time.monotonic()
            if left <= 0:
                raise Silence(pattern)
            if not self.more(min(left, 1.0)) and self.is_over:
                match = regex.search(self.text, self.seen)
                if match:
                    self.seen = match.end()
                    return match
                raise Ended(pattern)

    def last_lines(self, count=30):
        """The end of the console's output, for a failure's report."""
        return self.text.splitlines()[-count:]

    def wait(self, seconds):
        """QEMU's exit status once it ends by itself; None if it does not."""
        deadline = time.monotonic() + seconds
        while not self.is_over and time.monotonic() < deadline:
            self.more(min(1.0, max(deadline - time.monotonic(), 0)))
        try:
            return self.process.wait(max(deadline - time.monotonic(), 0.5))
        except subprocess.TimeoutExpired:
            return None

    def close(self):
        """Ends QEMU, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        try:
            self.keys.close()
        except OSError:
            pass
        self.thread.join(5)
        self.screen.close()
        if self.log:
            self.log.close()


class Tap:
    """A TAP stream on standard output: checks are numbered as they come, the
    plan stands at the end."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, condition, what, comment=()):
        self.count += 1
        if not condition:
            self.failed += 1
        print("%s %d - %s" % ("ok" if condition else "not ok", self.count,
                              what.replace("#", "\\#")))
        if not condition:
            for line in comment:
                self.note(line)
        self._flush()
        return condition

    def skip(self, what, why):
        self.count += 1
        print("ok %d - %s # SKIP %s" % (self.count, what, why))
        self._flush()

    def note(self, text):
        for line in str(text).splitlines():
            print("# " + line)

    @staticmethod
    def _flush():
        import sys
        sys.stdout.flush()

    def done(self):
        """Prints the plan.  Returns the exit status."""
        print("1..%d" % self.count)
        self._flush()
        return 1 if self.failed else 0
