# SPDX-License-Identifier: MIT
"""A root directory of programs that nobody here wrote: Debian's busybox-static
with links for its applets in /bin, other shells for i386, and programs that the
dynamic linker starts.

root_make() leaves it in $BUILD/foreign/root and as $BUILD/foreign/root.tar.
It is the same on Linux, where a test's root is a copy of it, and on Tine.
"""

import os
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
FOREIGN = os.path.join(BUILD, "foreign")
TREE = os.path.join(FOREIGN, "root")
IMAGE = os.path.join(FOREIGN, "root.tar")
# (package, its file, the name in /bin)
PROGRAMS = [
    ("busybox-static", "bin/busybox", "busybox"),
    ("bash-static", "bin/bash-static", "bash"),
    ("zsh-static", "bin/zsh-static", "zsh"),
    ("mksh", "usr/lib/klibc/bin/mksh", "mksh"),
    ("mksh", "bin/lksh", "lksh"),
    ("sash", "bin/sash", "sash"),
    ("dash", "bin/dash", "dash"),
    ("coreutils", "usr/bin/nice", "nice"),
] + [("coreutils", path, "gnu-" + os.path.basename(path)) for path in (
    "bin/ls", "bin/sleep", "usr/bin/cut", "usr/bin/env", "usr/bin/expr",
    "usr/bin/head", "usr/bin/nl", "usr/bin/nohup", "usr/bin/od",
    "usr/bin/printf", "usr/bin/realpath", "usr/bin/seq", "usr/bin/sort",
    "usr/bin/split", "usr/bin/tac", "usr/bin/tail", "usr/bin/tee",
    "usr/bin/timeout", "usr/bin/truncate", "usr/bin/uniq", "usr/bin/wc")]
# (package, its file), for /lib: the dynamic linker and the library.
LIBRARIES = [
    ("libc6", "lib/i386-linux-gnu/ld-linux.so.2"),
    ("libc6", "lib/i386-linux-gnu/libc.so.6"),
]
FILES = {
    "etc/passwd": "root:x:0:0:root:/:/bin/sh\n"
                  "user:x:1000:1000:user:/:/bin/sh\n",
    "etc/group": "root:x:0:\nuser:x:1000:\n",
    "etc/profile": "PS1='# '\n",
    "etc/inittab": "::sysinit:/bin/echo the system is up\n"
                   "::respawn:-/bin/sh\n"
                   "::shutdown:/bin/echo the system goes down\n",
}


class Unavailable(Exception):
    """The programs cannot be had or run here; says why."""


def fetch(packages):
    """Gets PACKAGES.  Returns what they are, a line for each."""
    answer = subprocess.run(
        [os.path.join(ROOT, "tools", "foreign-fetch")] + packages,
        capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise Unavailable(answer.stderr.strip().splitlines()[-1])
    return (answer.stdout + answer.stderr).splitlines()


def applets(busybox):
    """The names of BUSYBOX's applets."""
    try:
        answer = subprocess.run([busybox, "--list"], capture_output=True,
                                text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unavailable("this Linux runs no i386 programs: %s" % error)
    return answer.stdout.split()


def root_make():
    """Makes the tree and its archive.  Returns what was fetched."""
    packages = list(dict.fromkeys(row[0] for row in PROGRAMS + LIBRARIES))
    said = fetch(packages)
    shutil.rmtree(TREE, ignore_errors=True)
    for name in ("bin", "dev", "etc", "lib", "proc", "root", "tests", "tmp"):
        os.makedirs(os.path.join(TREE, name))
    os.chmod(os.path.join(TREE, "tmp"), 0o1777)
    for package, path, name in PROGRAMS:
        shutil.copy(os.path.join(FOREIGN, package, path),
                    os.path.join(TREE, "bin", name))
    for package, path in LIBRARIES:
        shutil.copy(os.path.join(FOREIGN, package, path),
                    os.path.join(TREE, "lib"))
    for name in applets(os.path.join(TREE, "bin", "busybox")):
        if not os.path.lexists(os.path.join(TREE, "bin", name)):
            os.symlink("busybox", os.path.join(TREE, "bin", name))
    for name, text in FILES.items():
        with open(os.path.join(TREE, name), "w", encoding="utf-8") as file:
            file.write(text)
    subprocess.run([os.path.join(ROOT, "tools", "mkinitrd"), "-o", IMAGE,
                    TREE], check=True)
    return said
