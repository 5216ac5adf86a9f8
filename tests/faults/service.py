"""The service that the scenarios talk to: jobs with every way of following them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from specloom.runtime._lifecycle import (
    Before,
    Call,
    Cancel,
    Events,
    Fallback,
    Idempotency,
    Lifecycle,
    Listing,
    Problem,
    Progress,
    Result,
    State,
    Stream,
    Wait,
)
from specloom.runtime._operation import Body, Operation, Parameter, Service

from tests.faults.world import World

ID = Parameter(wire="id", place="path", required=True)
JSON = (Body(media_type="application/json"),)
STATES: dict[str, State] = {
    "IN_QUEUE": "queued",
    "IN_PROGRESS": "running",
    "COMPLETED": "succeeded",
    "FAILED": "failed",
    "CANCELED": "cancelled",
    "TIMEOUT": "expired",
}


def _operation(key: str, **more: Any) -> Operation[Any]:
    method, path = key.split(" ", 1)
    parameters = (ID,) if "{id}" in path else ()
    return Operation(key=key, method=method, path=path, parameters=parameters, **more)


STREAMED = _operation(
    "POST /sse/jobs",
    kind="job",
    lifecycle="job",
    bodies=JSON,
    streams=True,
    plain="POST /jobs",
    accept="text/event-stream",
)
ONLY_STREAMED = replace(STREAMED, plain=None)
PLAIN = _operation("POST /jobs", kind="job", lifecycle="job", bodies=JSON)
OPERATIONS = {
    item.key: item
    for item in (
        STREAMED,
        PLAIN,
        _operation("GET /jobs/{id}"),
        _operation("GET /jobs/{id}/events", accept="text/event-stream"),
        _operation("POST /jobs/{id}/cancel"),
        _operation("GET /jobs"),
        _operation("GET /results/{id}"),
        _operation("GET /state"),
        _operation("GET /credits"),
    )
}
POLL = Call(operation="GET /jobs/{id}", bind={"id": ("$job.id",)})
LIFECYCLE = Lifecycle(
    name="job",
    create="POST /sse/jobs",
    plain="POST /jobs",
    id=("$response.body#/id",),
    poll=POLL,
    status=("$response.body#/status",),
    states=STATES,
    progress=Progress(percent=("$response.body#/progress",)),
    result=Result(
        location=("$response.body#/data",),
        assets=("$response.body#/data/url",),
    ),
    error=Problem(
        code=("$response.body#/code",),
        message=("$response.body#/message",),
    ),
    usage=("$response.body#/usage",),
    stream=Stream(),
    wait=Wait(interval=3.0, factor=1.0, ceiling=3.0, jitter=0.0),
    outcome_names={"job_id": "taskId"},
)
OWN_STREAM = Stream(
    call=Call(operation="GET /jobs/{id}/events", bind={"id": ("$job.id",)}),
)
FOLLOWED = replace(LIFECYCLE, stream=OWN_STREAM)
"""Created plainly, then followed by a stream operation of its own."""
POLLED = replace(LIFECYCLE, stream=None)
KEYED = replace(
    POLLED,
    idempotency=Idempotency(place="header.Idempotency-Key"),
)
CHOSEN = replace(
    POLLED,
    client_id="render_{uuid}",
    client_id_place="body.id",
)
CHAT = Lifecycle(
    name="job",
    before=(
        Before(
            call=Call(operation="GET /state"),
            keep={"videos": ("$response.body#/videos",)},
        ),
    ),
    stream=Stream(
        events=Events(
            text=("$response.body#/content",),
            error=("$response.body#/error",),
            heartbeat="$response.body#/type == 'heartbeat'",
            ignore=("temporary issue",),
        ),
        silence=600.0,
        total=900.0,
        notice=120.0,
    ),
    fallback=Fallback(
        call=Call(operation="GET /state"),
        compare={"videos": ("$response.body#/videos",)},
        clean_close="succeeded",
    ),
    result=Result(location=("$response.body#/videos",)),
    wait=Wait(deadline=900.0),
    serial=("$request.body#/session",),
)
CANCELLABLE = replace(
    POLLED,
    cancel=Cancel(call=Call(operation="POST /jobs/{id}/cancel", bind=POLL.bind)),
)
LISTED = replace(
    POLLED,
    listing=Listing(
        call=Call(operation="GET /jobs"),
        items=("$response.body#/jobs",),
        id=("$response.body#/id",),
    ),
)


def serve(
    world: World,
    lifecycle: Lifecycle,
    routes: dict[str, Any],
    **setup: Any,
) -> World:
    """Serve these routes to a client of a service with this lifecycle."""
    more = {name: setup.pop(name) for name in ("errors", "envelope") if name in setup}
    service = Service(servers=("https://api.test",), lifecycles=(lifecycle,), **more)
    operations = {**OPERATIONS, **setup.pop("operations", {})}
    return world.serve(service, operations, routes, **setup)


def start(
    world: World, lifecycle: Lifecycle, routes: dict[str, Any], **setup: Any
) -> Any:
    """Serve, and create a job: streamed where the lifecycle's create streams."""
    own = lifecycle.stream is None or lifecycle.stream.call is not None
    operation = setup.pop("operation", PLAIN if own else STREAMED)
    options = setup.pop("options", None)
    serve(world, lifecycle, routes, **setup)
    return world.submit(operation, options)
