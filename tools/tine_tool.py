# SPDX-License-Identifier: MIT
"""How a tool ends that a person has started: with its status, or with one line that
says what was in the way, and never with a traceback for what is no fault of the tool's.
"""

import contextlib
import os
import signal
import sys

CANNOT = 2              # the status where a file cannot be read or written
OUTPUT = "standard output"


class ToolError(Exception):
    """A sentence, and the status with which the tool ends."""

    def __init__(self, sentence, status=1):
        super().__init__(sentence)
        self.status = status


@contextlib.contextmanager
def file_named(name):
    """What goes wrong inside does so with the file NAME, even if the system does not
    say: it names a file that cannot be opened, but not a disk that is full."""
    try:
        yield
    except OSError as error:
        if not isinstance(error.filename, str):
            error.filename = name
        raise


def text_write(path, text):
    """Makes TEXT the whole of a file."""
    with file_named(path), open(path, "w", encoding="utf-8", newline="\n",
                                errors="surrogateescape") as file:
        file.write(text)


def show(text=""):
    """Writes to standard output, and waits until that has it."""
    with file_named(OUTPUT):
        sys.stdout.write(text)
        sys.stdout.flush()


def stop(number, _):
    """The handler of a signal that ends the tool: first it leaves all in good order."""
    sys.exit(128 + number)


def streams_prepare():
    """There is a standard output, and what it cannot show does not end the tool."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="backslashreplace")


def signal_end(number):
    """Ends as one whom signal NUMBER has killed: a shell and make see that."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def status_of(main, *arguments):
    """The status of MAIN, when all that it has printed is where it belongs."""
    try:
        status = main(*arguments)
    except SystemExit as ending:
        status = ending.code
    show()
    return status


def complain(*parts):
    print(": ".join(map(str, filter(None, parts))), file=sys.stderr)


def tool_run(main, *arguments):
    """Runs MAIN and ends with the status that it returns. Ctrl-C, SIGTERM, and a
    reader of the output who has enough, end it too, without a word."""
    name = os.path.basename(sys.argv[0])
    streams_prepare()
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, stop)
    try:
        sys.exit(status_of(main, *arguments))
    except KeyboardInterrupt:
        signal_end(signal.SIGINT)
    except BrokenPipeError:
        signal_end(signal.SIGPIPE)
    except ToolError as error:
        complain(name, error)
        sys.exit(error.status)
    except OSError as error:
        complain(name, error.filename, error.strerror)
        if error.filename == OUTPUT:    # Python would try it once more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CANNOT)
