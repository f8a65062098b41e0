# SPDX-License-Identifier: MIT
"""Tine's sources as the checks see them: files, code lines, functions.

The parser is a few regular expressions: it leans on the house style, in which
a function's braces stand alone in column 0.
"""

import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SUFFIXES = (".c", ".h", ".S", ".def", ".ld")


def sources(*tops):
    """The source files below TOPS, as sorted paths from the tree's root."""
    found = []
    for top in tops:
        whole = os.path.join(ROOT, top)
        if os.path.isfile(whole):
            found.append(top)
        for here, dirs, files in os.walk(whole):
            dirs[:] = [d for d in dirs if not d.startswith(".")]
            for name in files:
                if name.endswith(SUFFIXES) and not name.startswith("."):
                    path = os.path.join(here, name)
                    found.append(os.path.relpath(path, ROOT))
    return sorted(found)


def read(path):
    """The text of a file of the tree."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/'
                   r'|//[^\n]*', re.S)


def without_comments(text):
    """TEXT with each comment replaced by the line ends inside it."""
    def blank(match):
        token = match.group()
        return "\n" * token.count("\n") if token[0] == "/" else token
    return TOKEN.sub(blank, text)


def code_lines(text):
    """How many lines hold more than blanks and comments."""
    return sum(1 for line in without_comments(text).splitlines()
               if line.strip())


class Function:
    """A function's definition: its place, its name, its length, its text
    without comments."""

    def __init__(self, path, name, first, last, text):
        self.path, self.name, self.first, self.last = path, name, first, last
        self.lines = last - first + 1
        self.code = code_lines(text)
        self.text = text


NAME = re.compile(r"\b([A-Za-z_]\w*)\s*\(")
NO_FUNCTION = {"__attribute__", "__aligned", "__section", "section",
               "aligned", "_Static_assert", "SELFTEST", "noreturn"}


def functions(path, text=None):
    """The functions that a C file defines, in order.

    The length counts from the line of the name to that of the last brace.
    """
    text = read(path) if text is None else text
    lines = without_comments(text).splitlines()
    found, head = [], 0
    for number, line in enumerate(lines):
        if line == "{":
            start = number - 1
            while start > head and not (lines[start - 1] == "" or
                                        lines[start - 1][0] in "}#;" or
                                        lines[start - 1].endswith(";")):
                start -= 1
            names = [name for name in NAME.findall(
                " ".join(lines[start:number])) if name not in NO_FUNCTION]
            end = next((i for i in range(number, len(lines))
                        if lines[i].startswith("}")), number)
            if names and lines[end] == "}":
                body = "\n".join(lines[start:end + 1])
                found.append(Function(path, names[0], start + 1, end + 1,
                                      body))
            head = end
    return found
