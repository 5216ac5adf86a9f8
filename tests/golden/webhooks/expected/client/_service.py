"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(title="What an API sends is a model", package="client"),
    version="1",
    servers=("https://api.example.com",),
)

_PLACES: dict[str, str] = {
    "POST /orders": "orders.CREATE",
    "createOrder": "orders.CREATE",
    "orders.create": "orders.CREATE",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
