# SPDX-License-Identifier: MIT
"""Runs many small tests under tests/user/run, on this Linux or on Tine.

A Load is what is to be run.  linux_run() and tine_run() run it and give a
Result for each test.  Many tests share a boot.  A hang or a panic is a failure
of the test that was running; those after it get a new boot.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

from tine_console import Console

RUNNER = "run"              # process 1 of a test run
LAST_LINES = 30
SILENCE_SECONDS = 90        # without any output, times the machine's scale
# In a mount namespace: makes the directory $1 the root, and runs the rest.
ENTER = """mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" &&
    exec chroot "$@\""""
PANIC = re.compile(r"\bpanic\b", re.I)
CHECK = re.compile(r"(not )?ok\b ?(\d*) ?(?:- ?)?(.*)")


class Load:
    """The tests, in order, and the files that stand beside them."""

    def __init__(self):
        self.tests = {}         # name -> what its line in the list says more
        self.files = {}         # path in the tests' directory -> its content

    def add_file(self, name, path):
        """Puts the file PATH there as NAME; nothing if there is none."""
        if os.path.exists(path):
            with open(path, "rb") as file:
                self.files[name] = file.read()

    def list_text(self, names):
        """The runner's list."""
        return "".join(("%s %s" % (name, self.tests[name])).rstrip() + "\n"
                       for name in names)


class Result:
    """What one test said."""

    def __init__(self, name):
        self.name = name
        self.raw = []           # all its lines
        self.checks = []        # (ok, description)
        self.planned = None
        self.skipped = None     # the reason
        self.lines = []         # its comments
        self.end = None         # "exit 0", "signal 11", "timeout"
        self.objects = None     # "same", "differ"
        self.trouble = None     # why there is no proper end

    def take(self, line):
        """Reads one line of the test's output."""
        self.raw.append(line)
        match = CHECK.match(line)
        if match:
            self.checks.append((not match.group(1), match.group(3)))
        elif line.startswith("1.."):
            head, _, skip = line[3:].partition("#")
            self.planned = int(head) if head.strip().isdigit() else -1
            if skip.strip().lower().startswith("skip"):
                self.skipped = skip.strip()[4:].strip() or "no reason given"
        elif line.strip():
            self.lines.append(line.lstrip("# "))

    def is_complete(self):
        return self.end == "exit 0" and self.planned == len(self.checks)


class Reader:
    """Sorts the runner's output by test."""

    def __init__(self):
        self.results = {}
        self.current = None
        self.is_done = False

    def take(self, line):
        mark = re.match(r"# (begin|end|again|objects) (\S+) ?(.*)", line)
        if line.startswith("# all tests done"):
            self.is_done = True
        elif mark and mark.group(1) == "begin":
            self.current = Result(mark.group(2))
            self.results[mark.group(2)] = self.current
        elif self.current is None:
            return
        elif mark and mark.group(2) == self.current.name:
            if mark.group(1) == "objects":
                self.current.objects = mark.group(3)
            elif mark.group(1) == "end":
                self.current.end = mark.group(3)
                self.current = None
        else:
            self.current.take(line)


# ---- on Linux ----

def unshare_command():
    """How to get a PID namespace here; None and the reason if not at all."""
    base = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"]
    tries = [base] if os.geteuid() == 0 else []
    tries += [["unshare", "--map-root-user", "--map-auto"] + base[1:],
              ["unshare", "--map-root-user"] + base[1:]]
    for command in tries:
        try:
            answer = subprocess.run(command + ["true"],
                                    stdin=subprocess.DEVNULL,
                                    capture_output=True, check=False)
        except OSError:
            return None, "there is no unshare program"
        if answer.returncode == 0:
            return command, ""
    return None, "unshare gives no PID namespace here"


def place_fill(place, load):
    """Writes the files and the list into the directory PLACE."""
    os.makedirs(place, exist_ok=True)
    os.chmod(place, 0o755)
    for name, data in load.files.items():
        path = os.path.join(place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
        os.chmod(path, 0o755)
    with open(os.path.join(place, "list"), "w", encoding="utf-8") as out:
        out.write(load.list_text(load.tests))


def runner_command(place, root, seconds):
    """The runner in PLACE and its arguments; in ROOT, which holds PLACE, if
    that is not None."""
    options = ["-t", str(seconds)]
    if root:
        return ["sh", "-c", ENTER, "sh", root, "/tests/" + RUNNER] + options
    return [os.path.join(place, RUNNER), "-d", place,
            "-l", os.path.join(place, "list"),
            "-w", os.path.join(place, "work")] + options


def linux_run(load, seconds, is_verbose=False, tree=None):
    """Runs LOAD on this kernel, SECONDS for a test at most.  With a directory
    TREE, its copy is the tests' root.  Returns name -> Result and ""; or None
    and the reason why nothing can be run."""
    command, why = unshare_command()
    if command is None:
        return None, why
    place = top = tempfile.mkdtemp(prefix="tine-run-")
    try:
        if tree:
            shutil.copytree(tree, top, symlinks=True, dirs_exist_ok=True)
            place = os.path.join(top, "tests")
        place_fill(place, load)
        runner_path = os.path.join(place, RUNNER)
        try:
            subprocess.run([runner_path], check=False, capture_output=True,
                           stdin=subprocess.DEVNULL)
        except OSError as error:
            return None, "this Linux runs no i386 programs: %s" % error
        runner = subprocess.Popen(
            command + runner_command(place, top if tree else None, seconds),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT)
        reader = Reader()
        for raw in runner.stdout:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            if is_verbose:
                print("#| " + line)
                sys.stdout.flush()
            reader.take(line)
        runner.wait()
        return reader.results, ""
    finally:
        shutil.rmtree(top, ignore_errors=True)


# ---- on Tine ----

def image_make(path, initrd, load, names):
    """Appends LOAD's files, and NAMES as the list, to a copy of INITRD."""
    shutil.copy(initrd, path)
    with tarfile.open(path, "a", format=tarfile.USTAR_FORMAT) as archive:
        known = set()

        def add_directory(name):
            if name in known:
                return
            known.add(name)
            member = tarfile.TarInfo(name)
            member.type = tarfile.DIRTYPE
            member.mode = 0o755
            archive.addfile(member)

        def add(name, data):
            member = tarfile.TarInfo("tests/" + name)
            member.mode = 0o755
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))

        add_directory("tests")
        add("list", load.list_text(names).encode())
        for name, data in load.files.items():
            if "/" in name:
                add_directory("tests/" + name.rpartition("/")[0])
            add(name, data)


class Tine:
    """How Tine is booted for a run."""

    def __init__(self, build, scale, seconds, stem, append="", memory=256,
                 is_verbose=False, initrd=None):
        self.build = build
        self.initrd = initrd or os.path.join(build, "initrd.tar")
        self.scale = scale          # of the machine: patience
        self.seconds = seconds      # of the guest's clock, for one test
        self.stem = stem            # begins the names of logs and images
        self.append = append        # more arguments for the runner
        self.memory = memory
        self.is_verbose = is_verbose
        self.is_enough = lambda result: False   # of the running test's

    def boot(self, load, names, serial):
        """One boot that runs NAMES as far as it comes.  Returns the Reader;
        the test that ran when things went wrong has .trouble set."""
        stem = os.path.join(self.build, "%s%d" % (self.stem, serial))
        image_make(stem + ".tar", self.initrd, load, names)
        console = Console(
            self.build, stem + ".tar", append="init=/tests/%s -- -t %d %s" % (
                RUNNER, self.seconds, self.append),
            memory=self.memory, log=stem + ".log")
        reader = Reader()
        try:
            trouble = self.follow(console, reader)
        finally:
            console.close()
            os.remove(stem + ".tar")
        if trouble:
            culprit = reader.current or Result("")
            culprit.trouble = trouble
            culprit.console = console.last_lines(LAST_LINES)
            reader.culprit = culprit
        return reader

    def follow(self, console, reader):
        """Feeds READER until the end.  Returns what went wrong, or None."""
        taken, trouble = 0, None
        while trouble is None and not reader.is_done:
            came = console.more(SILENCE_SECONDS * self.scale)
            lines = console.text[taken:]
            end = lines.rfind("\n") + 1
            for line in lines[:end].splitlines():
                if self.is_verbose:
                    print("#| " + line)
                    sys.stdout.flush()
                reader.take(line)
                if PANIC.search(line) and not line.startswith("# "):
                    trouble = trouble or "the kernel panicked: " + line
            taken += end
            if reader.current and self.is_enough(reader.current):
                return None
            if not came and console.is_over:
                trouble = trouble or "the machine ended"
            elif not came:
                trouble = "no output for %d s" % (SILENCE_SECONDS * self.scale)
        if trouble and "panicked" in trouble:
            while console.more(2 * self.scale):     # the rest of what it says
                pass
        if reader.is_done:
            trouble = None
            console.wait(SILENCE_SECONDS * self.scale)
        return trouble


def tine_run(load, tine):
    """Runs LOAD, in as many boots as it takes.  Returns name -> Result."""
    results, left, boots = {}, list(load.tests), 0
    while left:
        boots += 1
        reader = tine.boot(load, left, boots)
        results.update(reader.results)
        missing = [n for n in left if n not in reader.results]
        if missing == left:     # not even the first began
            lost = Result(left[0])
            culprit = getattr(reader, "culprit", None)
            lost.trouble = "not run: " + (
                culprit.trouble if culprit else "not in the output")
            lost.console = culprit.console if culprit else []
            if not results:
                for name in left:
                    results[name] = lost
                return results
            results[left[0]] = lost
            missing = left[1:]
        elif not hasattr(reader, "culprit"):
            break
        left = missing
    return results
