# SPDX-License-Identifier: MIT
"""Boots a kernel with user/bin/bench as process 1, and reads what that says.

Tine and Linux get the same files and QEMU the same options: tools/run has them.
Linux is Debian's for i386, fetched and unpacked aside by tools/foreign-fetch.
"""

import glob
import os
import re

from foreign_root import BUILD, FOREIGN, Unavailable, fetch
from tine_console import Console

LINUX = "linux-image-686"       # depends on the package that has the kernel
PROGRAMS = ["bench", "true"]
COUNTED = "-icount shift=0,sleep=off"
SILENCE_SECONDS = 300           # for one row, times machine_scale()
ROW = re.compile(r"^bench\t(\S+)\t([^\t]+)\t([\d.]+)\t([\d.]+)$", re.M)
COMPLAINT = re.compile(r"^bench: (?!done).*", re.M)
DONE = re.compile(r"^bench: done, status (\d+)", re.M)
LAST_LINES = 15


class Broken(Exception):
    """A kernel could not be measured; says why."""


class Figure:
    """What a row costs; None is not measured."""

    def __init__(self, name, unit, ns=None, counts=None):
        self.name, self.unit, self.ns, self.counts = name, unit, ns, counts


class Tine:
    """How Tine is booted."""

    name = "Tine"
    options = "init=/bin/bench"

    def __init__(self, build):
        self.kernel = os.path.join(build, "tine.elf")
        self.initrd = os.path.join(build, "initrd.tar")


class Linux:
    """How Debian's kernel is booted, and that it can be."""

    name = "Linux"
    options = "console=ttyS0 quiet panic=-1 rdinit=/bin/bench"

    def __init__(self, place):
        fetch([LINUX])
        with open(os.path.join(FOREIGN, LINUX, "depends"),
                  encoding="utf-8") as file:
            package = file.read().split()[0]
        self.version = fetch([package])[0]
        kernels = glob.glob(os.path.join(FOREIGN, package, "boot", "vmlinuz-*"))
        if not kernels:
            raise Unavailable("%s has no kernel in it" % package)
        self.kernel = kernels[0]
        self.initrd = os.path.join(place, "initramfs")
        initramfs_write(self.initrd)


def entry(number, name, mode, data=b"", device=(0, 0)):
    """A file of a cpio archive in the `newc` format, cpio(5): a header of hexadecimal
    numbers, the name, the data, each filled up to four bytes."""
    head = "070701" + "".join("%08X" % value for value in (
        number, mode, 0, 0, 1, 0, len(data), 0, 0) + device +
        (len(name) + 1, 0))
    head = head.encode() + name.encode() + b"\0"
    return b"".join(part + b"\0" * (-len(part) % 4) for part in (head, data))


def initramfs_write(path):
    """What Linux needs to start bench, and no more."""
    files = [(name, 0o40755) for name in ("bin", "dev", "proc")]
    files += [("dev/console", 0o20600, b"", (5, 1)),
              ("dev/null", 0o20666, b"", (1, 3))]
    for name in PROGRAMS:
        with open(os.path.join(BUILD, "stripped", "bin", name), "rb") as file:
            files.append(("bin/" + name, 0o100755, file.read()))
    files.append(("TRAILER!!!", 0))
    with open(path, "wb") as out:
        for number, file in enumerate(files):
            out.write(entry(number + 1, *file))


def rows_measure(kernel, rows, is_counted, scale):
    """Boots KERNEL and has ROWS measured, or all if there are none."""
    before = {name: os.environ.get(name) for name in ("KERNEL", "QEMUFLAGS")}
    os.environ["KERNEL"] = kernel.kernel
    os.environ["QEMUFLAGS"] = COUNTED if is_counted else ""
    try:
        console = Console(BUILD, kernel.initrd, append=" ".join(
            [kernel.options, "--"] + rows))
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
    try:
        while not DONE.search(console.text) and console.more(
                SILENCE_SECONDS * scale):
            pass
        return rows_read(kernel, console, is_counted)
    finally:
        console.close()


def rows_read(kernel, console, is_counted):
    """The Figures that CONSOLE shows."""
    done = DONE.search(console.text)
    if done is None or done.group(1) != "0":
        raise Broken("%s did not come to the end:\n%s" % (
            kernel.name, "\n".join(console.last_lines(LAST_LINES))))
    for complaint in COMPLAINT.findall(console.text):
        print("%s: %s" % (kernel.name, complaint))
    found = []
    for name, unit, ns, counts in ROW.findall(console.text):
        kind = {"counts": float(counts)} if is_counted else {"ns": float(ns)}
        found.append(Figure(name, unit, **kind))
    return found
