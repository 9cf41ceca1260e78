"""Commands that go on until somebody stops them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_WAYS = ("SIGTERM", "SIGHUP")


@contextmanager
def until_stopped() -> Iterator[None]:
    """A block that ends as it should when it is interrupted with Ctrl-C, told to end, or its terminal is closed."""
    for name in _WAYS:
        way = getattr(signal, name, None)
        if way and signal.getsignal(way) is not signal.SIG_IGN:  # as nohup wants it
            signal.signal(way, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        yield
