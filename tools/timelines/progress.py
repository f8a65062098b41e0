# SPDX-License-Identifier: MIT
"""Says on standard error, every few seconds, how far a machine is that one waits for."""

import os
import sys
import threading
import time

SECONDS = 5


class Progress:
    """While inside `with Progress(PATH):` the size of the trace PATH is told."""

    def __init__(self, path):
        self.path = path
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self.tell, daemon=True)

    def tell(self):
        start = time.monotonic()
        while not self.is_over.wait(SECONDS):
            size = os.path.getsize(self.path) if os.path.exists(self.path) else 0
            print("timeline: %d s, %d KiB of trace" % (
                time.monotonic() - start, size >> 10), file=sys.stderr)

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()
