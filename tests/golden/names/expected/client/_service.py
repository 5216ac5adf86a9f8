"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(title="class", package="client"),
    servers=("https://api.example.com",),
)

_PLACES: dict[str, str] = {
    "GET /jobs": "jobs.LIST",
    "GET /x/{from}": "x.GET",
    "Import": "class_.POST_IMPORT",
    "POST /Import": "class_.POST_IMPORT",
    "POST /import": "class_.POST_IMPORT_2",
    "class_.post_import": "class_.POST_IMPORT",
    "class_.post_import_2": "class_.POST_IMPORT_2",
    "import": "class_.POST_IMPORT_2",
    "jobs_.list": "jobs.LIST",
    "list": "jobs.LIST",
    "x.get": "x.GET",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
