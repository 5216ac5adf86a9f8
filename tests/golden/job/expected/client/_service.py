"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Call, Lifecycle, Profile, Result, Stream
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(title="Video", package="client"),
    version="1",
    servers=("https://api.example.com",),
    lifecycles=(
        Lifecycle(
            name="video",
            create="POST /generation/sse/{model+}",
            plain="POST /generation/{model+}",
            id=("$response.body#/id",),
            poll=Call(operation="GET /generation/{id}", bind={"id": ("$job.id",)}),
            status=("$response.body#/status",),
            states={
                "DONE": "succeeded",
                "FAILED": "failed",
                "QUEUED": "queued",
                "RUNNING": "running",
            },
            result=Result(location=("$response.body#/data",)),
            stream=Stream(),
        ),
    ),
)

_PLACES: dict[str, str] = {
    "GET /generation/{id}": "generation.GET",
    "POST /generation/alpha": "generation.ALPHA_PLAIN",
    "POST /generation/sse/alpha": "generation.ALPHA",
    "createAlpha": "generation.ALPHA_PLAIN",
    "generation.alpha": "generation.ALPHA",
    "generation.get": "generation.GET",
    "getGeneration": "generation.GET",
    "streamAlpha": "generation.ALPHA",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
