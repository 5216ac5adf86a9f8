"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Call, Lifecycle, Profile
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(title="What is not chosen leaves nothing behind", package="client"),
    version="1",
    servers=("https://api.example.com",),
    lifecycles=(
        Lifecycle(
            name="draw",
            create="POST /drawings",
            id=("$response.body#/id",),
            poll=Call(operation="GET /drawings/{id}", bind={"id": ("$job.id",)}),
            status=("$response.body#/state",),
            states={"busy": "running", "done": "succeeded"},
        ),
    ),
)

_PLACES: dict[str, str] = {
    "GET /drawings/{id}": "drawings.GET",
    "POST /drawings": "drawings.DRAW",
    "draw": "drawings.DRAW",
    "drawings.draw": "drawings.DRAW",
    "drawings.get": "drawings.GET",
    "getDrawing": "drawings.GET",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
