"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Call, Lifecycle, Problem, Profile, Result, Wait
from ._runtime._operation import Operation, Service

SERVICE = Service(
    profile=Profile(
        title="A job that another tool declares is a job",
        package="client",
    ),
    version="1",
    servers=("https://api.example.com",),
    lifecycles=(
        Lifecycle(
            name="createDisk",
            create="PUT /disks/{name}",
            id=(
                "$response.header.Azure-AsyncOperation",
                "$response.body#/id",
                "$request.path.name",
            ),
            poll=Call(
                operation="GET /disks/{name}",
                bind={"path.name": ("$request.path.name",)},
            ),
            poll_url=("$response.header.Azure-AsyncOperation",),
            status=(
                "$response.body#/status",
                "$response.body#/properties/provisioningState",
            ),
            status_http={"202": "running"},
            states={
                "Accepted": "queued",
                "Canceled": "cancelled",
                "Cancelled": "cancelled",
                "Completed": "succeeded",
                "Creating": "running",
                "Deleting": "running",
                "Failed": "failed",
                "InProgress": "running",
                "NotStarted": "queued",
                "Pending": "queued",
                "Running": "running",
                "Succeeded": "succeeded",
                "Updating": "running",
            },
            done_when="$statusCode == 204 || ($statusCode == 200 && $response.body#/status == null && $response.body#/properties/provisioningState == null)",
            result=Result(
                call=Call(
                    operation="GET /disks/{name}",
                    bind={"path.name": ("$request.path.name",)},
                ),
            ),
            error=Problem(
                code=("$response.body#/error/code",),
                message=("$response.body#/error/message",),
            ),
            wait=Wait(interval=5, factor=1.0, ceiling=5),
        ),
        Lifecycle(
            name="createRun",
            create="POST /runs",
            id=("$response.body#/id",),
            poll=Call(operation="GET /runs/{id}", bind={"id": ("$job.id",)}),
            done_when='($statusCode == 200) && ($response.body#/state == "ok")',
            failed_when='($statusCode == 200) && ($response.body#/state == "bad")',
            wait=Wait(interval=2, factor=1.0, ceiling=2),
        ),
        Lifecycle(
            name="startRender",
            create="POST /renders",
            id=("$response.body#/render",),
            poll=Call(operation="GET /renders/{id}", bind={"id": ("$job.id",)}),
            status=("$response.body#/status",),
            states={"done": "succeeded", "failed": "failed", "queued": "queued"},
        ),
    ),
)

_PLACES: dict[str, str] = {
    "GET /disks/{name}": "disks.GET",
    "GET /renders/{id}": "renders.GET",
    "GET /runs/{id}": "runs.GET",
    "POST /renders": "renders.START",
    "POST /runs": "runs.CREATE",
    "PUT /disks/{name}": "disks.CREATE",
    "createDisk": "disks.CREATE",
    "createRun": "runs.CREATE",
    "disks.create": "disks.CREATE",
    "disks.get": "disks.GET",
    "getDisk": "disks.GET",
    "getRender": "renders.GET",
    "getRun": "runs.GET",
    "renders.get": "renders.GET",
    "renders.start": "renders.START",
    "runs.create": "runs.CREATE",
    "runs.get": "runs.GET",
    "startRender": "renders.START",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
