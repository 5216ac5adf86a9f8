"""The frames of a NemoVideo chat, in both forms that are known."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

from tests.standins.serving import Cut

CHATS = frozenset(
    {
        "success",
        "adk",
        "silent-close",
        "failure",
        "stream-cut",
        "no-change",
        "heartbeats",
    }
)
_NOISE = "I encountered a temporary issue"


async def frames(scenario: str, duration: float) -> AsyncIterator[bytes | Cut]:
    """Yield frames over `duration` seconds; what happens last depends."""
    script = _endless if scenario == "heartbeats" else _SCRIPTS.get(scenario, _flat)
    loop = asyncio.get_running_loop()
    over = loop.time() + duration + 0.02
    for chunk in script():
        await asyncio.sleep(duration / 8)
        yield chunk
    await asyncio.sleep(max(0.0, over - loop.time()))


def _data(value: Any) -> bytes:
    return f"data: {json.dumps(value, separators=(',', ':'))}\n\n".encode()


def _flat() -> Iterator[bytes | Cut]:
    yield _data({"type": "heartbeat"})
    yield _data({"type": "tool_call", "name": "edit_multitrack", "args": {"d": 5}})
    yield b"data: \n\n"
    yield _data({"type": "tool_result", "name": "edit_multitrack", "result": "ok"})
    yield _data({"type": "text", "content": "Your clip is ready."})
    yield _data({"type": "text", "content": _NOISE})


def _agent() -> Iterator[bytes | Cut]:
    call = {"id": "c1", "name": "edit_multitrack", "args": {"d": 5}}
    answer = {"id": "c1", "name": "edit_multitrack", "response": {"ok": True}}
    yield b": keep-alive\n\n"
    yield _event([{"functionCall": call}])
    yield _event([{"functionResponse": answer}])
    yield _event([{"text": "Your clip "}], partial=True)
    yield _event([{"text": "is ready."}], partial=True)
    yield _event([{"text": "Your clip is ready."}], turnComplete=True)


def _event(parts: list[dict[str, Any]], **more: Any) -> bytes:
    event = {
        "id": "e1",
        "invocationId": "i1",
        "author": "nemo_agent",
        "timestamp": 1750000000.5,
        "content": {"role": "model", "parts": parts},
    }
    return _data(event | more)


def _silent() -> Iterator[bytes | Cut]:
    yield _data({"type": "tool_call", "name": "edit_multitrack", "args": {}})
    yield _data({"type": "tool_result", "name": "edit_multitrack", "result": "ok"})


def _broken() -> Iterator[bytes | Cut]:
    """An exception text put into JSON without escaping."""
    yield _data({"type": "tool_call", "name": "edit_multitrack", "args": {}})
    yield b'data: {"error": "tool "edit_multitrack" failed: no clip"}\n\n'


def _torn() -> Iterator[bytes | Cut]:
    yield _data({"type": "tool_call", "name": "edit_multitrack", "args": {}})
    yield b'data: {"type": "te'
    yield Cut()


def _endless() -> Iterator[bytes | Cut]:
    for _ in range(10_000):
        yield _data({"type": "heartbeat"})


_SCRIPTS = {
    "adk": _agent,
    "silent-close": _silent,
    "failure": _broken,
    "stream-cut": _torn,
    "no-change": _torn,
}
