"""Small APIs as values, for tests that need no document."""

from __future__ import annotations

from typing import Any

from specloom import ir
from specloom.runtime._lifecycle import Call, Events, Lifecycle, Pages, Result, Stream

TEXT = ir.Text()
PET = ir.Object(
    properties=(
        ir.Property(wire="id", schema=ir.Numeric(integer=True), required=True),
        ir.Property(wire="name", schema=TEXT, required=True),
    )
)


def schemas(**named: ir.Schema) -> dict[str, ir.Named]:
    """Return named schemas by key."""
    return {key: ir.Named(key=key, schema=found) for key, found in named.items()}


def path(wire: str, schema: ir.Schema = TEXT, **more: Any) -> ir.Parameter:
    """Return a required path parameter."""
    return ir.Parameter(wire=wire, place="path", schema=schema, required=True, **more)


def query(wire: str, schema: ir.Schema = TEXT, **more: Any) -> ir.Parameter:
    """Return a query parameter as documents mean it."""
    return ir.Parameter(
        wire=wire, place="query", schema=schema, style="form", explode=True, **more
    )


def body(
    schema: ir.Schema, media_type: str = "application/json", *, required: bool = True
) -> ir.Body:
    """Return a body in one media type."""
    content = ir.Content(media_type=media_type, schema=schema)
    return ir.Body(contents=(content,), required=required)


def answer(
    schema: ir.Schema | None, status: str = "200", media_type: str = "application/json"
) -> ir.Response:
    """Return a response; None: without a body."""
    contents = (
        () if schema is None else (ir.Content(media_type=media_type, schema=schema),)
    )
    return ir.Response(status=status, contents=contents)


def operation(key: str, *responses: ir.Response, **more: Any) -> ir.Operation:
    """Return an operation by its key."""
    method, _, where = key.partition(" ")
    return ir.Operation(key=key, method=method, path=where, responses=responses, **more)


def api(*operations: ir.Operation, **more: Any) -> ir.Api:
    """Return an API with these operations."""
    more.setdefault("title", "Pet store")
    more.setdefault("version", "1.2")
    return ir.Api(operations=operations, **more)


def pets() -> ir.Api:
    """Return two operations over one model."""
    pet = ir.Ref(name="Pet")
    return api(
        operation(
            "GET /pets/{petId}",
            answer(pet),
            answer(None, "404"),
            operation_id="getPet",
            summary="Returns a pet.",
            tags=("pets",),
            parameters=(path("petId"), query("verbose", ir.Boolean())),
        ),
        operation(
            "POST /pets",
            answer(pet, "201"),
            operation_id="createPet",
            tags=("pets",),
            body=body(pet),
        ),
        schemas=schemas(Pet=PET),
        servers=(ir.Server(url="https://api.example.com/v1"),),
    )


def video() -> ir.Api:
    """Return a job with a streaming form, its plain twin and a poll."""
    task = ir.Object(
        properties=(
            ir.Property(wire="id", schema=TEXT, required=True),
            ir.Property(wire="status", schema=TEXT, required=True),
            ir.Property(wire="data", schema=ir.Ref(name="Video")),
        )
    )
    clip = ir.Object(properties=(ir.Property(wire="url", schema=TEXT, required=True),))
    prompt = ir.Object(
        properties=(
            ir.Property(
                wire="prompt",
                schema=ir.Text(min_length=1, max_length=2500),
                required=True,
                meta=ir.Meta(description="What to show."),
            ),
            ir.Property(
                wire="duration",
                schema=ir.Numeric(
                    integer=True,
                    minimum=3,
                    maximum=15,
                    meta=ir.Meta(default=5, has_default=True),
                ),
            ),
        )
    )
    found = ir.Ref(name="Task")
    life = Lifecycle(
        name="video",
        create="POST /sse/{model+}",
        plain="POST /{model+}",
        id=("$response.body#/id",),
        poll=Call(operation="GET /tasks/{id}", bind={"id": ("$job.id",)}),
        status=("$response.body#/status",),
        states={"DONE": "succeeded", "FAILED": "failed"},
        result=Result(location=("$response.body#/data",)),
        stream=Stream(events=Events()),
    )
    stream = ir.Content(media_type="text/event-stream", schema=TEXT, item_schema=found)
    return api(
        operation("GET /tasks/{id}", answer(found), parameters=(path("id"),)),
        operation(
            "POST /kling-v2.6",
            answer(found),
            body=body(ir.Ref(name="Prompt")),
            lifecycle="video",
            twin_of="POST /sse/kling-v2.6",
        ),
        operation(
            "POST /sse/kling-v2.6",
            ir.Response(status="200", contents=(stream,)),
            name="generation.kling_v2_6",
            exact_name="Kling 2.6",
            body=body(ir.Ref(name="Prompt")),
            lifecycle="video",
            plain="POST /kling-v2.6",
            streams=True,
        ),
        title="Video",
        schemas=schemas(Task=task, Video=clip, Prompt=prompt),
        lifecycles=(life,),
        servers=(ir.Server(url="https://api.example.com"),),
    )


def paged() -> ir.Api:
    """Return a list with pages, an event stream and a download."""
    page = ir.Object(
        properties=(
            ir.Property(wire="items", schema=ir.Array(items=ir.Ref(name="Pet"))),
            ir.Property(wire="next", schema=TEXT),
        )
    )
    stream = ir.Content(
        media_type="text/event-stream", schema=TEXT, item_schema=ir.Ref(name="Pet")
    )
    return api(
        operation(
            "GET /pets",
            answer(page),
            operation_id="listPets",
            tags=("pets",),
            parameters=(query("cursor"),),
            pages=Pages(
                items=("$response.body#/items",),
                cursor=("$response.body#/next",),
                cursor_parameter="cursor",
            ),
        ),
        operation(
            "GET /pets/events",
            ir.Response(status="200", contents=(stream,)),
            operation_id="watchPets",
            tags=("pets",),
        ),
        operation(
            "GET /pets/photo",
            answer(ir.Text(format="binary"), media_type="image/png"),
            operation_id="photo",
            tags=("pets",),
        ),
        schemas=schemas(Pet=PET),
    )


def everything() -> ir.Api:
    """Return pets, pages, streams, downloads and jobs in one API."""
    parts = (pets(), paged(), video())
    return api(
        *(item for part in parts for item in part.operations),
        title="Demo",
        schemas={key: found for part in parts for key, found in part.schemas.items()},
        lifecycles=video().lifecycles,
        servers=pets().servers,
    )
