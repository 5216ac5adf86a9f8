"""A raw server on this machine that can break in the middle of anything."""

from __future__ import annotations

import json
import socket
import socketserver
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

Reaction: TypeAlias = "Callable[[Exchange], None]"


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    connection: int
    """Which connection it came on, counted from 0."""

    def header(self, name: str) -> str | None:
        """Return the first value of a header."""
        wanted = name.lower()
        return next((v for n, v in self.headers if n.lower() == wanted), None)

    @property
    def text(self) -> str:
        """Everything that stood in the request."""
        lines = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return f"{self.method} {self.target}\n{lines}\n{self.body!r}"


@dataclass(slots=True)
class Exchange:
    """One request and the connection to answer it on."""

    seen: Seen
    stream: Any
    server: Loopback
    open: bool = True

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.stream.sendall(data)

    def answer(
        self,
        body: bytes = b"{}",
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> None:
        """Send a whole answer with its length."""
        found = {"Content-Type": "application/json", **(headers or {})}
        found.setdefault("Content-Length", str(len(body)))
        lines = "".join(f"{name}: {value}\r\n" for name, value in found.items())
        self.send(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode("latin-1") + body)

    def json(self, value: Any, status: int = 200, **headers: str) -> None:
        """Answer with JSON."""
        self.answer(json.dumps(value).encode(), status, headers)

    def close(self) -> None:
        """Close the connection cleanly."""
        self.open = False

    def reset(self) -> None:
        """Reset the connection: what was not read yet is lost."""
        linger = struct.pack("ii", 1, 0)
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.open = False

    def hold(self, seconds: float = 20.0) -> None:
        """Do nothing until the server stops."""
        self.server.stopping.wait(seconds)
        self.open = False


@dataclass(slots=True)
class Loopback:
    """The server: its reactions one after another, the last one for all that follow."""

    reactions: list[Reaction]
    port: int = 0
    scheme: str = "http"
    seen: list[Seen] = field(default_factory=list)
    connections: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def serve(self, stream: Any) -> None:
        """Answer the requests of one connection."""
        with self.lock:
            number, self.connections = self.connections, self.connections + 1
        reader = stream.makefile("rb")
        while (seen := _read(reader, number)) is not None:
            with self.lock:
                index = min(len(self.seen), len(self.reactions) - 1)
                self.seen.append(seen)
            exchange = Exchange(seen, stream, self)
            self.reactions[index](exchange)
            if not exchange.open:
                return


def _read(reader: Any, connection: int) -> Seen | None:
    line = reader.readline(70_000)
    if not line.strip():
        return None
    method, target, _ = line.decode("latin-1").split(" ", 2)
    headers: list[tuple[str, str]] = []
    while (line := reader.readline(200_000)).strip():
        name, _, value = line.decode("latin-1").partition(":")
        headers.append((name, value[1:].rstrip("\r\n")))
    found = {name.lower(): value for name, value in headers}
    if found.get("transfer-encoding") == "chunked":
        body = b"".join(_chunks(reader))
    else:
        body = reader.read(int(found.get("content-length", "0")))
    return Seen(method, target, tuple(headers), body, connection)


def _chunks(reader: Any) -> Iterator[bytes]:
    while size := int(reader.readline() or b"0", 16):
        yield reader.read(size)
        reader.readline()
    reader.readline()


CERTIFICATE = Path(__file__).with_suffix(".pem")
"""For 127.0.0.1, signed by itself; made for these tests and used nowhere else."""


def tls_context() -> ssl.SSLContext:
    """Return the server's side of TLS, with a certificate that nobody else signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False
    request_queue_size = 128


@contextmanager
def accepting(handle: Callable[[socket.socket], None]) -> Iterator[str]:
    """Hand every connection to a function that has read nothing of it; yield the URL."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                handle(self.request)
            except OSError:
                return

    with _Server(("127.0.0.1", 0), Handler) as inner:
        thread = threading.Thread(target=inner.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{inner.server_address[1]}"
        inner.shutdown()


@contextmanager
def serving(
    *reactions: Reaction,
    context: ssl.SSLContext | None = None,
) -> Iterator[Loopback]:
    """Serve reactions on a free port of this machine until the block ends."""
    server = Loopback(list(reactions), scheme="https" if context else "http")

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            stream = self.request
            try:
                if context is not None:
                    stream = context.wrap_socket(stream, server_side=True)
                server.serve(stream)
            except (OSError, ValueError):
                return
            finally:
                stream.close()

    with _Server(("127.0.0.1", 0), Handler) as inner:
        server.port = inner.server_address[1]
        thread = threading.Thread(target=inner.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            inner.shutdown()


def routed(**routes: Callable[[Exchange, int], None]) -> Callable[[Exchange], None]:
    """React by the first part of the path, told how often it was asked."""
    counts: dict[str, int] = {}

    def react(exchange: Exchange) -> None:
        name = exchange.seen.target.partition("?")[0].strip("/")
        counts[name] = counts.get(name, 0) + 1
        routes[name](exchange, counts[name])

    return react


def targets(server: Loopback) -> list[str]:
    """The paths that were asked, in order."""
    return [seen.target.partition("?")[0] for seen in server.seen]
