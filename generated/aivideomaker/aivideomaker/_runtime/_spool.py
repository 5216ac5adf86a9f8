"""A binary answer on its way to the caller: in memory while small, then in a file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from ._bodies import AsyncStream, Stream, oversized
from ._wire import Chunk, Eof, Failed, Reply

if TYPE_CHECKING:
    from ._policy import Limits

IN_MEMORY = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileReply(Reply):
    """An answer whose body is a file, rewound."""

    file: Any = None


@dataclass(frozen=True, slots=True)
class OpenReply(Reply):
    """The head of an answer whose body is read as a stream."""

    stream: Any = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The head of an answer, and whether its body becomes a file."""

    reply: Reply
    binary: bool
    limits: Limits


def keep(plan: Plan, stream: Stream, deadline: float) -> Reply | Failed:
    """Read the body to its end, into memory or into a file."""
    reply = plan.reply
    if not plan.binary:
        body = stream.rest(deadline)
        if isinstance(body, Failed):
            return body
        return Reply(reply.status, reply.headers, body)
    file, size = _spool(), 0
    while True:
        step = stream.read(plan.limits.read_timeout)
        match step:
            case Chunk(data):
                size += len(data)
                file.write(data)
                if _over(plan, size):
                    stream.close()
                    file.close()
                    return oversized(plan.limits.download_bytes or 0)
            case Eof():
                return _rewound(reply, file)
            case Failed():
                file.close()
                return step


async def keep_async(
    plan: Plan,
    stream: AsyncStream,
    deadline: float,
) -> Reply | Failed:
    """Read the body to its end, into memory or into a file."""
    reply = plan.reply
    if not plan.binary:
        body = await stream.rest(deadline)
        if isinstance(body, Failed):
            return body
        return Reply(reply.status, reply.headers, body)
    file, size = _spool(), 0
    while True:
        step = await stream.read(plan.limits.read_timeout)
        match step:
            case Chunk(data):
                size += len(data)
                file.write(data)
                if _over(plan, size):
                    await stream.close()
                    file.close()
                    return oversized(plan.limits.download_bytes or 0)
            case Eof():
                return _rewound(reply, file)
            case Failed():
                file.close()
                return step


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)


def _over(plan: Plan, size: int) -> bool:
    limit = plan.limits.download_bytes
    return limit is not None and size > limit


def _rewound(reply: Reply, file: IO[bytes]) -> FileReply:
    file.seek(0)
    return FileReply(reply.status, reply.headers, b"", file)
