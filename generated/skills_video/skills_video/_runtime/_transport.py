"""Bytes on the wire: the only module that imports the HTTP library.

`Transport` and `AsyncTransport` turn a `Request` into a `Reply`, and every exception
into a `Failed`. Credentials are added below here and nowhere else.
"""

from __future__ import annotations

from typing import Any, ClassVar

import httpx

from ._awaited import AwaitedTransport
from ._blocking import BlockingTransport


class Transport(BlockingTransport):
    """Sends requests, blocking. Safe to use from many threads."""

    library: ClassVar[Any] = httpx

    def _broken_write(self) -> type[Exception]:
        import httpcore  # what moves its bytes; it comes with httpx

        return httpcore.WriteError


class AsyncTransport(AwaitedTransport):
    """Sends requests, awaited."""

    library: ClassVar[Any] = httpx

    def _parser(self) -> Any:
        import h11  # only where something is awaited; it comes with httpx

        return h11
