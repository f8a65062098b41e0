# SPDX-License-Identifier: MIT
"""A paper in Markdown as the tools that try its commands read it."""

import re


class Wrong(Exception):
    """The paper is not as the test can read it."""


class Paper:
    """A paper: its sections, blocks and tables."""

    SECTION = re.compile(r"^## (.*)$", re.M)
    BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        pieces = self.SECTION.split(self.text)
        self.sections = dict(zip(pieces[1::2], pieces[2::2]))
        self.sections[""] = pieces[0]

    def section(self, title):
        if title not in self.sections:
            raise Wrong("the paper has no section \"%s\"" % title)
        return self.sections[title]

    def blocks(self, title):
        """The fenced blocks of a section: (language, lines)."""
        return [(language, body.splitlines())
                for language, body in self.BLOCK.findall(self.section(title))]

    def rows(self, title):
        """The rows of a section's tables, as lists of cells."""
        rows = [line.strip("|").split(" | ")
                for line in self.section(title).splitlines()
                if line.startswith("|") and not line.startswith("|--")]
        return [[cell.strip() for cell in row] for row in rows]

    def find(self, title, pattern):
        """The match of PATTERN in a section, whose lines are one here."""
        match = re.search(pattern, " ".join(self.section(title).split()))
        if match is None:
            raise Wrong("nothing like this under \"%s\": %s" %
                        (title, pattern))
        return match


def typed_lines(lines, prompt):
    """[(command, what it shows)] of a block in which PROMPT begins lines."""
    found = []
    for line in lines:
        if line.startswith(prompt):
            found.append((line[len(prompt):], []))
        elif found:
            found[-1][1].append(line)
    if not found:
        raise Wrong("no line of a block begins with " + prompt)
    return found
