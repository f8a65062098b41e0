# SPDX-License-Identifier: MIT
"""Tine's shell at the other end of a console, for the tools that type commands.

A command is typed as a person would, with an echo of its status behind it, and is
over when that and the prompt have come; nothing waits for a fixed time.
"""

import re

from tine_console import Console

PROMPT = r"\$ \Z"
MARK = r"=\[(\d+)\]=\n"
# What is typed to get MARK; a long line may be broken at the screen's edge.
MARK_TYPED = " echo =[$?]="
MARK_ECHO = re.compile("\n?".join(map(re.escape, MARK_TYPED)) + "\n")

SHORT, BOOT = 20, 90                # seconds, times machine_scale()
QUIET_SECONDS = 0.05                # without output, and the prompt is one


class Shell:
    """A shell, booted when it is first needed."""

    def __init__(self, scale):
        self.scale = scale
        self.console = None

    def begin(self, *console_arguments, **more):
        """Boots, up to the prompt: the arguments are Console's."""
        self.console = Console(*console_arguments, **more)
        self.expect(r"init: starting sh", BOOT)
        self.expect(PROMPT, SHORT)

    def close(self):
        if self.console:
            self.console.close()
            self.console = None

    def expect(self, pattern, seconds=SHORT):
        return self.console.expect(pattern, seconds * self.scale)

    def type(self, text):
        self.console.type(text)

    def prompt(self, seconds=SHORT):
        """Waits for the prompt, with nothing behind it."""
        self.expect(PROMPT, seconds)
        while self.console.more(QUIET_SECONDS * self.scale):
            self.expect(PROMPT, seconds)

    def enter(self, line):
        """Types LINE and waits until it was read."""
        self.type(line + "\n")
        self.expect(re.escape(line[-1]) + r"\n")

    def run(self, command, seconds=SHORT):
        """Types COMMAND; returns its status and its output's text."""
        start = self.console.seen
        end = "" if command.endswith("&") else ";"
        self.type(command + end + MARK_TYPED + "\n")
        match = self.expect(MARK, seconds)
        text = self.console.text[start:match.start()]
        self.prompt()
        # The line editor may draw the line more than once: the output starts
        # after the last copy of what was typed.
        for echo in MARK_ECHO.finditer(text):
            output = text[echo.end():]
            break
        else:
            output = text
        return int(match.group(1)), output
