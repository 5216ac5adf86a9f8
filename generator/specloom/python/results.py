"""What a call gives back: its kind, how each success is read, and which schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from specloom import ir
from specloom.runtime._lifecycle import Location
from specloom.runtime._operation import Kind, Reads

from . import media, pointers

_READS: dict[media.Form, Reads] = {
    "json": "json",
    "events": "events",
    "lines": "lines",
    "text": "text",
    "urlencoded": "text",
    "multipart": "bytes",
    "bytes": "bytes",
}


STREAMED: tuple[Reads, ...] = ("events", "lines")
_WHOLE: tuple[media.Form, ...] = ("json", "text", "bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How the answers with one success status are read."""

    status: str
    media_type: str | None
    reads: Reads
    schema: ir.Schema | None
    """Schema of the value, of one event or of one line; None: nothing is said."""
    headers: ir.Object | None = None
    event: ir.EventPart = "data"


def kind(op: ir.Operation, *, stream: bool = False) -> Kind:
    """Return what a method over this operation does. `stream`: the switched form."""
    if stream:
        return "stream"
    if op.lifecycle is not None or op.twin_of is not None:
        return "job"
    if op.pages is not None:
        return "pages"
    streamed = any(item.reads in STREAMED for item in answers(op))
    return "stream" if streamed else "plain"


def answers(op: ir.Operation, *, stream: bool = False) -> tuple[Answer, ...]:
    """Return how each success status is read; `stream` prefers event streams."""
    if op.method == "HEAD":
        return tuple(_nothing(item) for item in _successes(op))
    found = [one for item in _successes(op) for one in _read(op, item, stream)]
    wanted = [one for one in found if (one.reads in STREAMED) == stream]
    return tuple(wanted if op.streams_too and wanted else found)


def accepted(op: ir.Operation) -> tuple[str, ...]:
    """Return the media types to ask for: those that are read in the usual way."""
    found: list[str] = []
    for response in _successes(op):
        usual = [item for item in response.contents if not _is_streamed(item)]
        if usual:
            first = min(usual, key=lambda item: _rank(item, False, op))
            found += _spelled(first, usual)
    return tuple(dict.fromkeys(found))


def _is_streamed(content: ir.Content) -> bool:
    return _form(content) in STREAMED


def _spelled(first: ir.Content, among: Sequence[ir.Content]) -> list[str]:
    """Return the media types of one form; plain JSON is enough where it is one."""
    form = _form(first)
    types = [item.media_type for item in among if _form(item) == form]
    plain = form == "json" and any(not media.is_vendor(item) for item in types)
    return ["application/json"] if plain else types


def refusals(op: ir.Operation) -> tuple[Answer, ...]:
    """Return the typed bodies of errors: statuses with one type stand together."""
    good = {item.status for item in _successes(op)}
    found: list[Answer] = []
    for response in op.responses:
        if response.status in good or response.status[0] not in "45d":
            continue
        schema = next((c.schema for c in response.contents if _form(c) == "json"), None)
        if schema is None or isinstance(schema, ir.Anything):
            continue
        for index, known in enumerate(found):
            if _same(known.schema, schema):
                status = f"{known.status} {response.status}"
                found[index] = replace(known, status=status)
                break
        else:
            found.append(_typed(response.status, schema))
    if len(found) == 1 and found[0].status.endswith("default"):
        return (replace(found[0], status="default"),)
    return tuple(found)


def _typed(status: str, schema: ir.Schema) -> Answer:
    return Answer(status=status, media_type=None, reads="json", schema=schema)


def _same(one: ir.Schema | None, other: ir.Schema) -> bool:
    if isinstance(one, ir.Ref) and isinstance(other, ir.Ref):
        return one.name == other.name
    return one == other


def value_schema(
    api: ir.Api, op: ir.Operation, *, stream: bool = False
) -> ir.Schema | None:
    """Return the schema of a job's result, a page's item or a stream's event."""
    found: ir.Schema | None = None
    match kind(op, stream=stream):
        case "job":
            found = job_result(api, op)
        case "pages" if op.pages is not None:
            found = _page_item(api, op, op.pages.items)
        case "stream":
            streamed = answers(op, stream=True)
            found = next((item.schema for item in streamed if item.schema), None)
        case _:
            found = None
    return found


def job_result(api: ir.Api, op: ir.Operation) -> ir.Schema | None:
    """Return the schema at the place where the lifecycle says the result is."""
    name = lifecycle_name(api, op)
    if name is None:
        return None
    lifecycle = api.lifecycle(name)
    fallback = lifecycle.fallback.call if lifecycle.fallback else None
    call = lifecycle.result.call or lifecycle.poll or fallback
    source = _called(api, call.operation) if call else None
    whole = _json_schema(source or op)
    if whole is None:
        whole = _event_schema(op)
    if whole is None:
        return None
    found = _located(api, whole, lifecycle.result.location)
    return _present(api, found) if lifecycle.result.required else found


def lifecycle_name(api: ir.Api, op: ir.Operation) -> str | None:
    """Return the lifecycle of a create, or of the form it is the twin of."""
    if op.lifecycle is None and op.twin_of is not None:
        twin = _called(api, op.twin_of)
        return twin.lifecycle if twin else None
    return op.lifecycle


def _page_item(api: ir.Api, op: ir.Operation, items: Location) -> ir.Schema | None:
    whole = _json_schema(op)
    found = _located(api, whole, items) if whole is not None else None
    present = _present(api, found)
    listed = api.resolve(present) if present is not None else None
    return listed.items if isinstance(listed, ir.Array) else None


def _present(api: ir.Api, schema: ir.Schema | None) -> ir.Schema | None:
    """Return what a required result is: never null."""
    found = api.resolve(schema) if schema is not None else None
    if not isinstance(found, ir.Union):
        return schema
    kept = [
        present
        for arm in found.arms
        if not isinstance(api.resolve(arm), ir.Null)
        and (present := _present(api, arm)) is not None
    ]
    if tuple(kept) == found.arms:
        return schema
    return kept[0] if len(kept) == 1 else replace(found, arms=tuple(kept))


def _located(api: ir.Api, whole: ir.Schema, location: Location) -> ir.Schema | None:
    """Follow a location through a schema; several places are a union."""
    if not location:
        return whole
    places = (pointers.body_tokens(expression) for expression in location)
    steps = (
        pointers.follow(api, whole, place) for place in places if place is not None
    )
    return pointers.joined(item for item in steps if item is not None)


def _called(api: ir.Api, key: str) -> ir.Operation | None:
    return next((item for item in api.operations if item.key == key), None)


def _json_schema(op: ir.Operation) -> ir.Schema | None:
    read = (item for item in answers(op) if item.reads == "json")
    return next((item.schema for item in read if item.schema is not None), None)


def _event_schema(op: ir.Operation) -> ir.Schema | None:
    read = (item for item in answers(op, stream=True) if item.reads in STREAMED)
    return next((item.schema for item in read if item.schema is not None), None)


def _successes(op: ir.Operation) -> tuple[ir.Response, ...]:
    good = tuple(item for item in op.responses if item.status.startswith("2"))
    return good or tuple(item for item in op.responses if item.status == "default")


def _nothing(response: ir.Response) -> Answer:
    return Answer(
        status=response.status,
        media_type=None,
        reads="none",
        schema=None,
        headers=_headers(response),
    )


def _headers(response: ir.Response) -> ir.Object | None:
    """Return the declared headers as one object, None where there are none."""
    unique = {item.wire.lower(): item for item in response.headers}
    found = tuple(
        ir.Property(
            wire=item.wire,
            schema=item.schema,
            required=item.required,
            meta=ir.Meta(description=item.description),
        )
        for _, item in sorted(unique.items())
    )
    return ir.Object(properties=found) if found else None


def _read(op: ir.Operation, response: ir.Response, stream: bool) -> Iterator[Answer]:
    """Yield how the answers with one status are read, the usual one last.

    Another form of the same thing (XML beside JSON) is never asked for; what is
    something else (a file, a table as text) is read where it comes; so are bytes
    beside a text, which as a text would be lost.
    """
    if not response.contents or response.status in ("204", "205"):
        yield _nothing(response)
        return
    usual = min(response.contents, key=lambda item: _rank(item, stream, op))
    form = _form(usual)
    if form in _WHOLE and response.status != "default":
        for content in response.contents:
            beside = _form(content)
            lossy = form == "text" and beside == "bytes"
            if beside != form and (lossy or _is_other(content)):
                yield _answer(response, content)
    yield _answer(response, usual)


def _answer(response: ir.Response, content: ir.Content) -> Answer:
    reads = _READS[_form(content)]
    schema: ir.Schema | None = content.schema
    if reads in STREAMED:
        schema = content.item_schema or content.schema
    elif reads != "json":
        schema = None
    return Answer(
        status=response.status,
        media_type=content.media_type,
        reads=reads,
        schema=schema,
        headers=_headers(response),
        event=content.event_part,
    )


def _is_other(content: ir.Content) -> bool:
    """Tell a file, or a text of its own, from one more spelling of an object."""
    match _form(content):
        case "bytes":
            return isinstance(content.schema, ir.Text | ir.Anything)
        case "text":
            return isinstance(content.schema, ir.Text) and not _is_markup(content)
        case _:
            return False


def _is_markup(content: ir.Content) -> bool:
    return media.essence(content.media_type).endswith(("xml", "html"))


def _rank(content: ir.Content, stream: bool, op: ir.Operation) -> int:
    """Order the contents of one answer; JSON that says nothing stands behind.

    Frameworks declare it beside the file or the stream that really comes.
    """
    other = _is_other(content)
    match _form(content):
        case "events" | "lines" if op.streams_too and not stream:
            return 9
        case "events":
            return 0
        case "lines":
            return 1
        case "json":
            return 5 if isinstance(content.schema, ir.Anything) else 2
        case "text":
            return 3 if other else 6
        case "bytes":
            return 4 if other else 7
        case _:
            return 8


def _is_whole_file(content: ir.Content) -> bool:
    """Tell a file, text or lines though it may hold, from what is read as such."""
    found = content.item_schema or content.schema
    return isinstance(found, ir.Text) and found.format == "binary"


def _form(content: ir.Content) -> media.Form:
    """Read the schema too: a string in a binary form is a download."""
    found = media.form(content.media_type)
    if found in ("lines", "text") and _is_whole_file(content):
        return "bytes"
    generic = media.essence(content.media_type) in ("*/*", "application/*", "")
    if generic and isinstance(content.schema, ir.Text):
        binary: Literal["bytes", "text"] = (
            "bytes" if content.schema.format == "binary" else "text"
        )
        return binary
    return found
