"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Service
from ._runtime._servers import Server, Variable

SERVICE = Service(
    profile=Profile(
        title="A client takes the server and its variables; an operation may have its own",
        package="client",
    ),
    version="1",
    servers=(
        Server(
            "https://{region}.example.com/{base}",
            name="live",
            variables=(
                Variable("region", "eu", choices=("eu", "us")),
                Variable("base", "v2"),
            ),
        ),
        Server("https://sandbox.example.com", name="Sandbox"),
    ),
    own_servers=(
        Server(
            "https://{region}.upload.example.com",
            variables=(Variable("region", "eu"),),
        ),
    ),
)

_PLACES: dict[str, str] = {
    "GET /things": "things.LIST",
    "POST /files": "files.UPLOAD",
    "files.upload": "files.UPLOAD",
    "listThings": "things.LIST",
    "things.list": "things.LIST",
    "uploadFile": "files.UPLOAD",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
