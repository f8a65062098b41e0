# SPDX-License-Identifier: MIT
"""Somebody types at busybox's shell: job control on Linux and on Tine, and on
Tine under busybox's own init. Nothing waits for a fixed time, and no command is
interrupted before it has said that it runs.
"""

import fcntl
import os
import re
import shutil
import subprocess
import tempfile
import termios

from foreign_root import BUILD, IMAGE, TREE
from tine_console import Console, Ended, Silence
from tine_runner import ENTER, unshare_command

PATIENCE = 60               # seconds for an answer, times machine_scale()
TRIES = 200                 # how often a question is asked again
MARK = r"^=\[(\d+)\]=$"
MARK_TYPED = "echo =[$?]=\n"
PROMPT = r"# \Z"
CTRL_C, CTRL_D, CTRL_U, CTRL_Z, CTRL_BACKSLASH, ERASE = (
    "\x03", "\x04", "\x15", "\x1a", "\x1c", "\x7f")
# Says that it runs, then sleeps until it is ended.
SLEEPER = "sh -c 'echo go; exec sleep 1000'"
# The same, and copies lines. (Linux keeps a pipe locked while cat's sendfile
# waits for the terminal.)
COPIER = "sh -c 'echo go; while read x; do echo $x; done'"


class LinuxConsole(Console):
    """busybox's shell on this kernel, at a pseudo-terminal."""

    def __init__(self, command):
        self.tree = tempfile.mkdtemp(prefix="tine-foreign-")
        shutil.copytree(TREE, self.tree, symlinks=True, dirs_exist_ok=True)
        self.log = None
        self.forget()
        master, slave = os.openpty()

        def own_terminal():
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            if os.geteuid() == 0:  # whatever "nice make foreign" said
                os.setpriority(os.PRIO_PROCESS, 0, 0)
        process = subprocess.Popen(
            command + ["sh", "-c", ENTER, "sh", self.tree, "/bin/sh", "-l"],
            stdin=slave, stdout=slave, stderr=slave, preexec_fn=own_terminal,
            env={"PATH": "/bin:/usr/bin:/sbin:/usr/sbin", "TERM": "vt100"})
        os.close(slave)
        self.collect(process, os.fdopen(os.dup(master), "wb", 0),
                     os.fdopen(master, "rb", 0))

    def close(self):
        super().close()
        shutil.rmtree(self.tree, ignore_errors=True)


class Dialogue:
    """What is typed, and what must come."""

    def __init__(self, tap, name, console, scale):
        self.tap, self.name, self.console = tap, name, console
        self.patience = PATIENCE * scale

    def expect(self, pattern):
        return self.console.expect(pattern, self.patience)

    def ok(self, condition, what):
        self.tap.ok(condition, "%s: %s" % (self.name, what),
                    self.console.last_lines())

    def start(self, command):
        """Types COMMAND, and waits until it says go."""
        self.begin = self.console.seen
        self.console.type(command + "\n")
        self.expect(r"^go$")

    def end(self, keys):
        """Types KEYS; returns the command's status and all that was said. The
        status is asked for at the next prompt: ctrl-C ends a whole line."""
        self.console.type(keys)
        self.expect(PROMPT)
        self.console.type(MARK_TYPED)
        match = self.expect(MARK)
        self.expect(PROMPT)
        return (int(match.group(1)),
                self.console.text[self.begin:match.start()])

    def run(self, command):
        self.begin = self.console.seen
        return self.end(command + "\n")

    def until(self, command, pattern):
        """Gives COMMAND until its output has PATTERN."""
        for _ in range(TRIES):
            if re.search(pattern, self.run(command)[1], re.M):
                return True
        return False


def keys(talk):
    """The keys that make signals, and those that edit a line."""
    talk.start(SLEEPER)
    talk.ok(talk.end(CTRL_C)[0] == 130, "ctrl-C ends a command")
    # This shell's scripts ignore ctrl-\\, so it must be another program.
    talk.start("echo go; cat")
    talk.console.type("it runs\n")
    talk.expect(r"it runs\n(.*\n)?it runs$")
    talk.ok(talk.end(CTRL_BACKSLASH)[0] == 131, "ctrl-\\ ends a command")
    talk.start("echo go; cat")
    talk.console.type("wrong" + CTRL_U + "rihgt" + ERASE * 3 + "ght\n")
    talk.expect(r"^right$")
    talk.ok(talk.end(CTRL_D)[0] == 0, "a line is edited, ctrl-D ends the input")
    talk.start("trap 'echo caught' INT; " + SLEEPER)
    status, _ = talk.end(CTRL_C)
    talk.ok(status == 130, "ctrl-C with a trap")
    talk.run("trap - INT")


def jobs(talk):
    """Job control: ctrl-Z, jobs, bg, fg, kill, wait."""
    talk.start(SLEEPER)
    talk.ok(talk.end(CTRL_Z)[0] == 148, "ctrl-Z stops a command")
    talk.ok("Stopped" in talk.run("jobs")[1], "jobs shows it")
    talk.run("bg")
    talk.ok(talk.until("jobs", "Running"), "bg lets it go on")
    talk.ok(talk.run("kill %1; wait %1")[0] == 143, "kill ends it")
    talk.run("sleep 1000 &")
    talk.run("kill -STOP %1")
    talk.ok(talk.until("jobs", "Stopped"), "kill -STOP stops a job")
    # The shell does not learn of SIGCONT, so its wait is of no use here.
    talk.run("kill -CONT %1; kill %1")
    talk.ok(talk.until("kill -0 $!", "No such process"),
            "it is continued and ended")
    foreground(talk, COPIER)
    foreground(talk, COPIER + " | cat")


def foreground(talk, command):
    """COMMAND copies lines: it is stopped, brought back and ended. Only a line
    that comes back shows that it has the terminal again."""
    talk.start(command)
    talk.ok(talk.end(CTRL_Z)[0] == 148, "ctrl-Z stops " + command)
    talk.begin = talk.console.seen
    talk.console.type("fg\n")
    talk.expect(r"^sh -c .*while.*$")
    talk.console.type("again\n")
    talk.expect(r"again\nagain$")
    talk.ok(talk.end(CTRL_C)[0] == 130, "fg and ctrl-C end " + command)


def terminal(talk):
    """Who may read and write, and the terminal's modes."""
    talk.run("cat &")
    talk.ok(talk.until("jobs", r"Stopped \(tty input\)"),
            "a background job that reads is stopped")
    talk.run("kill -9 %1; wait %1")
    talk.run("stty tostop; echo x &")
    talk.ok(talk.until("jobs", r"Stopped \(tty output\)"),
            "with tostop, one that writes as well")
    talk.run("kill -9 %1; wait %1; stty -tostop")
    talk.ok(re.search(r"\bisig icanon\b.*\becho\b", talk.run(
        "stty -a")[1], re.S) is not None, "stty shows the modes")
    talk.ok("24 80" in talk.run("stty rows 24 cols 80; stty size")[1],
            "stty sets the window's size")
    talk.run("stty intr ^X")
    talk.start(SLEEPER)
    talk.ok(talk.end("\x18")[0] == 130, "stty makes ctrl-X the interrupt key")
    talk.run("stty intr ^C")
    talk.begin = talk.console.seen
    talk.console.type("cd /tmp; vi f" + "\n")
    talk.expect(r"- f ")
    talk.console.type("ihello from vi\x1b")
    talk.expect(r"hello from vi")
    talk.end(":wq\n")
    talk.ok("hello from vi" in talk.run("cat f; cd /")[1], "vi writes a file")


def processes(talk):
    """What ps, pidof, top and kill see."""
    talk.run("sleep 1000 &")
    # It is called sleep only once it has executed that.
    talk.ok(talk.until("echo [$(pidof sleep)] [$!]", r"^\[(\d+)\] \[\1\]$"),
            "pidof finds a program")
    text = talk.run("ps -o pid,ppid,pgid,stat,args | grep [s]leep")[1]
    found = re.search(r"^ *(\d+) +(\d+) +(\d+) S +sleep 1000$", text, re.M)
    talk.ok(found and found.group(1) == found.group(3),
            "ps shows a job in its own group")
    talk.ok(re.search(r"sleep 1000$", talk.run(
        "top -b -n 1 | grep [s]leep")[1], re.M) is not None, "top shows it")
    talk.ok(talk.run("killall sleep; wait %1")[0] == 143, "killall ends it")
    talk.ok(talk.run("pidof sleep")[0] == 1, "and it is gone")


PARTS = [keys, jobs, terminal, processes]


def init(talk):
    """busybox's init: it starts a shell anew and powers off."""
    # A shell of its own kind, so that a part of what is typed is not lost.
    talk.run("echo first >/tmp/mark")
    talk.console.type("exit\n")
    talk.expect(PROMPT)
    talk.ok("first" in talk.run("cat /tmp/mark")[1], "init starts a new shell")
    talk.console.type("kill -9 $$\n")
    talk.expect(PROMPT)
    status, text = talk.run("echo parent $PPID")
    talk.ok("parent 1\n" in text, "also when it was killed")
    talk.console.type("poweroff\n")
    talk.expect("the system goes down")
    talk.ok(talk.console.wait(talk.patience) == 0, "poweroff ends the machine")


def follow(tap, name, console, scale, parts):
    """Follows PARTS to the end, or until the dialogue is lost."""
    talk = Dialogue(tap, name, console, scale)
    try:
        talk.expect(PROMPT)
        for part in parts:
            part(talk)
    except (Silence, Ended) as missing:
        tap.ok(False, "%s: %s" % (name, part.__name__),
               ["no %s came" % missing] + console.last_lines())
    finally:
        console.close()


def sessions_run(tap, scale, match):
    """The dialogues that MATCH names."""
    parts = [part for part in PARTS if match in "session: " + part.__name__]
    command, why = unshare_command()
    if parts and command is None:
        tap.skip("session on Linux", why)
    elif parts:
        follow(tap, "session on Linux", LinuxConsole(command), scale, parts)
    if match in "session: init":
        parts.append(init)
    if parts:
        follow(tap, "session on Tine", Console(
            BUILD, IMAGE, append="init=/bin/init",
            log=os.path.join(BUILD, "test-foreign-session.log")), scale, parts)
