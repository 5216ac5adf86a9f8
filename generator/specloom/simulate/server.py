"""HTTP/1.1 on loopback with h11: it can break a connection anywhere."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import h11

from specloom import ir
from specloom.python.binding import Bound

from .app import EventStream, Lost, Reply, Simulation, base_path
from .requests import Incoming
from .scenario import Scenario
from .streaming import Cut, steps

_BODY_LIMIT = 256 * 1024 * 1024
_READ_SIZE = 64 * 1024
_IDLE_SECONDS = 300.0


class _Broken(Exception):
    """The connection is to be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a simulation is served. `latency` is added before each answer, seconds."""

    port: int = 0
    latency: float = 0.0
    seed: int = 0
    speed: float = 1.0
    """How many seconds of a job pass in one; tests of callers take 20 or more."""


async def serve(
    api: ir.Api,
    bound: Bound,
    scenario: Scenario,
    settings: Settings,
    announce: Callable[[str], None],
) -> None:
    """Serve on 127.0.0.1 until cancelled; `announce` gets the base URL."""
    simulation: Simulation | None = None

    async def connected(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        assert simulation is not None
        connection = Connection(simulation, reader, writer, settings)
        with suppress(ConnectionError, asyncio.TimeoutError):
            await connection.run()

    server = await asyncio.start_server(connected, "127.0.0.1", settings.port)
    port = server.sockets[0].getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    simulation = Simulation(
        api=api,
        bound=bound,
        scenario=scenario,
        origin=origin,
        base=base_path(api),
        clock=lambda: time.monotonic() * settings.speed,
        seed=settings.seed,
    )
    announce(origin + base_path(api))
    async with server:
        await server.serve_forever()


@dataclass(slots=True)
class Connection:
    """One client's connection, served request by request."""

    simulation: Simulation
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    settings: Settings

    async def run(self) -> None:
        """Serve requests until the client leaves or the connection is cut."""
        wire = h11.Connection(h11.SERVER)
        try:
            while True:
                incoming = await self._receive(wire)
                if incoming is None:
                    break
                await self._respond(wire, incoming)
                if wire.our_state is h11.MUST_CLOSE:
                    break
                wire.start_next_cycle()
        except h11.RemoteProtocolError as error:
            await self._refuse(wire, error.error_status_hint)
        except _Broken:
            self.writer.transport.abort()
            return
        self.writer.close()

    async def _receive(self, wire: h11.Connection) -> Incoming | None:
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = wire.next_event()
            if event is h11.NEED_DATA:
                if wire.they_are_waiting_for_100_continue:
                    self._write(
                        wire, h11.InformationalResponse(status_code=100, headers=[])
                    )
                read = self.reader.read(_READ_SIZE)
                wire.receive_data(await asyncio.wait_for(read, _IDLE_SECONDS))
            elif isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > _BODY_LIMIT:
                    raise _Broken
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _incoming(head, bytes(body))
            else:
                return None

    async def _respond(self, wire: h11.Connection, incoming: Incoming) -> None:
        if self.settings.latency > 0:
            await asyncio.sleep(self.settings.latency)
        exchange = self.simulation.answer(incoming)
        match exchange:
            case Lost():
                raise _Broken
            case Reply():
                await self._reply(wire, exchange, incoming.method)
            case EventStream():
                await self._stream(wire, exchange)

    async def _reply(self, wire: h11.Connection, reply: Reply, method: str) -> None:
        raw, media_type = _encoded(reply.body)
        headers = {
            "Content-Type": media_type,
            **reply.headers,
            "Content-Length": str(len(raw)),
        }
        status, empty = reply.status, reply.status in (204, 304)
        if empty:
            headers = dict(reply.headers)
        self._write(
            wire, h11.Response(status_code=status, headers=list(headers.items()))
        )
        if raw and method != "HEAD" and not empty:
            self._write(wire, h11.Data(data=raw))
        self._write(wire, h11.EndOfMessage())
        await self.writer.drain()

    async def _stream(self, wire: h11.Connection, exchange: EventStream) -> None:
        headers = [
            ("Content-Type", "text/event-stream"),
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ]
        self._write(wire, h11.Response(status_code=200, headers=headers))
        async for step in steps(self.simulation, exchange, self._pause):
            if isinstance(step, Cut):
                await self.writer.drain()
                await asyncio.sleep(0.05)
                raise _Broken
            self._write(wire, h11.Data(data=step.data))
            await self.writer.drain()
            if self.reader.at_eof():
                raise _Broken
        self._write(wire, h11.EndOfMessage())
        await self.writer.drain()

    async def _pause(self, seconds: float) -> None:
        """Let seconds of a job pass."""
        await asyncio.sleep(seconds / self.settings.speed)

    async def _refuse(self, wire: h11.Connection, status: int) -> None:
        if wire.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            await self._reply(wire, Reply(status, {"message": "malformed HTTP"}), "GET")
        self.writer.close()

    def _write(self, wire: h11.Connection, event: Any) -> None:
        data = wire.send(event)
        if data:
            self.writer.write(data)


def _incoming(head: h11.Request, body: bytes) -> Incoming:
    return Incoming(
        method=head.method.decode("ascii"),
        target=head.target.decode("ascii", "replace"),
        headers={
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in head.headers
        },
        body=body,
    )


def _encoded(body: Any) -> tuple[bytes, str]:
    if isinstance(body, bytes):
        return body, "application/octet-stream"
    return json.dumps(body).encode(), "application/json"
