"""A small, fast server in a process of its own: things to get, jobs to wait for."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .document import value


@contextmanager
def serving(polls: int = 3) -> Iterator[str]:
    """Serve on loopback; yields the base URL. A job ends after so many polls."""
    command = (sys.executable, "-m", "tests.bench.server", str(polls))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def counted(url: str) -> dict[str, int]:
    """Return how many creates and polls the server saw."""
    with urllib.request.urlopen(f"{url}/count", timeout=30) as answer:
        found: dict[str, int] = json.load(answer)
    return found


class Served(asyncio.Protocol):
    """One connection: requests in a row, answers from memory."""

    polls = 3
    left: dict[bytes, int]
    seen: dict[str, int]

    def connection_made(self, transport: Any) -> None:
        """Take the transport."""
        self._transport = transport
        self._held = b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._held += data
        while b"\r\n\r\n" in self._held:
            head, _, rest = self._held.partition(b"\r\n\r\n")
            size = _length(head)
            if len(rest) < size:
                return
            self._held = rest[size:]
            method, target, _ = head.split(b" ", 2)
            self._transport.write(self._answer(method, target))

    def _answer(self, method: bytes, target: bytes) -> bytes:
        if target.startswith(b"/v1/"):
            return _THING
        if target == b"/count":
            return _reply(200, self.seen)
        if method == b"POST":
            self.seen["creates"] += 1
            name = f"job_{self.seen['creates']:08d}"
            self.left[name.encode()] = self.polls
            return _reply(201, {"id": name, "status": "IN_QUEUE"})
        self.seen["polls"] += 1
        key = target.rpartition(b"/")[2]
        self.left[key] -= 1
        if self.left[key] > 0:
            return _reply(200, {"id": key.decode(), "status": "IN_PROGRESS"})
        done = {"id": key.decode(), "status": "COMPLETED", "data": {"url": "x"}}
        return _reply(200, done)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line[:15].lower() == b"content-length:":
            return int(line[15:])
    return 0


def _reply(status: int, body: Any) -> bytes:
    data = json.dumps(body).encode()
    head = (
        f"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(data)}\r\nX-Request-Id: r-1\r\n"
        "Date: Wed, 01 Jan 2025 00:00:00 GMT\r\nServer: bench\r\n\r\n"
    )
    return head.encode() + data


_THING = _reply(200, value())


async def _main(polls: int) -> None:
    Served.polls, Served.left = polls, {}
    Served.seen = {"creates": 0, "polls": 0}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Served, "127.0.0.1", 0, backlog=4096)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
