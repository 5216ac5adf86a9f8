"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(title="Chat", package="client"),
    version="1",
    servers=("https://api.example.com",),
)

_PLACES: dict[str, str] = {
    "GET /chats": "chat.LIST",
    "GET /events": "chat.WATCH",
    "POST /chat": "chat.ANSWER",
    "POST /files": "chat_files.UPLOAD",
    "chat.answer": "chat.ANSWER",
    "chat.answer_stream": "chat.ANSWER_STREAM",
    "chat.files.upload": "chat_files.UPLOAD",
    "chat.list": "chat.LIST",
    "chat.watch": "chat.WATCH",
    "createChat": "chat.ANSWER",
    "listChats": "chat.LIST",
    "uploadFile": "chat_files.UPLOAD",
    "watch": "chat.WATCH",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
