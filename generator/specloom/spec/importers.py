"""Lifecycles other tools declare: `x-ms-*`, `x-speakeasy-polling`, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specloom import ir
from specloom.location import from_ref
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec import evidence, expressions, inputs, pairing, proposals
from specloom.spec.lifecycles import lifecycle
from specloom.spec.operations import Found
from specloom.spec.raw import Node, Tree

_MS_JOB: Mapping[str, Any] = {
    "status": {
        "location": [
            "$response.body#/status",
            "$response.body#/properties/provisioningState",
        ],
        "http": {"202": "running"},
    },
    "states": {
        "queued": ["NotStarted", "Accepted", "Pending"],
        "running": ["Running", "InProgress", "Creating", "Updating", "Deleting"],
        "succeeded": ["Succeeded", "Completed"],
        "failed": ["Failed"],
        "cancelled": ["Canceled", "Cancelled"],
    },
    "done_when": "$statusCode == 204 || ($statusCode == 200 "
    "&& $response.body#/status == null "
    "&& $response.body#/properties/provisioningState == null)",
    "error": {
        "code": "$response.body#/error/code",
        "message": "$response.body#/error/message",
    },
    "wait": {"interval": 5},
}
_MS_URLS = {
    "azure-async-operation": ["$response.header.Azure-AsyncOperation"],
    "operation-location": ["$response.header.Operation-Location"],
    "location": ["$response.header.Location"],
}


def lifecycles(
    written: Iterable[Found], api: ir.Api, tree: Tree
) -> Iterator[tuple[Lifecycle, str]]:
    """Yield lifecycles, with their pointers, for the operations of `api`."""
    listed = tuple(written)
    free = {operation.key: operation for operation in api.operations}
    polls = {
        key: item
        for item in listed
        if (key := _key(item)) in free and "x-speakeasy-polling" in item.node
    }
    used: set[str] = set()
    for item in listed:
        create = free.get(_key(item))
        if create is None or create.method in ("GET", "HEAD"):
            continue
        found = (
            _microsoft(item.node, create, api)
            or _linked(item.node, create, api, tree)
            or _polled(create, polls, api)
        )
        if found is not None:
            used.add(found["poll"].get("operation", ""))
            name = create.operation_id or create.key
            value = lifecycle(name, Node(found, item.node.pointer, tree.report))
            _told(item.node, create.key)
            yield value, item.node.pointer
    for key in sorted(polls.keys() - used):
        _untaken(polls[key].node, key)


def _untaken(node: Node, key: str) -> None:
    node.row(
        "JOB021",
        f"`x-speakeasy-polling` of `{key}` is not taken over: nothing creates what it "
        "reads.",
        node.at("x-speakeasy-polling"),
        severity="note",
        effect="none",
        subject="other",
        hint="Declare the job as x-specloom-job.",
    )


def _key(item: Found) -> str:
    return f"{item.method} {item.path}"


def _told(node: Node, key: str) -> None:
    node.row(
        "JOB020",
        f"The job of `{key}` is taken over from another tool's extension or a link.",
        severity="note",
        effect="none",
        subject="other",
        hint="Declare it as x-specloom-job to say more: errors, progress, cancelling.",
    )


def _microsoft(node: Node, create: ir.Operation, api: ir.Api) -> dict[str, Any] | None:
    """Read `x-ms-long-running-operation` (and `-options.final-state-via`).

    The job goes by the URL that a header names; what was put, by its own name.
    """
    if node.get("x-ms-long-running-operation") is not True:
        return None
    options = node.child("x-ms-long-running-operation-options")
    via = options.text("final-state-via") or ""
    urls = _MS_URLS.get(via) or [url for listed in _MS_URLS.values() for url in listed]
    original = _original(create, api)
    named = [item.wire for item in create.parameters if item.place == "path"][-1:]
    own = [f"$request.path.{name}" for name in named if create.method == "PUT"]
    found: dict[str, Any] = {
        "create": {"operation": create.key},
        "id": [*urls, "$response.body#/id", *own],
        "poll": {"url": urls, **({} if create.method == "DELETE" else original)},
        **_MS_JOB,
    }
    if original and (via == "original-uri" or create.method == "PUT"):
        found["result"] = original
    return found


def _original(create: ir.Operation, api: ir.Api) -> dict[str, Any]:
    """Return the call that reads at the create's own path; empty where none can."""
    key = f"GET {create.path}"
    reads = next((item for item in api.operations if item.key == key), None)
    if reads is None:
        return {}
    needed = sorted(inputs.required(reads))
    given = {f"{item.place}.{item.wire}" for item in create.parameters}
    bind = {name: f"$request.{name}" for name in needed if name in given}
    if len(bind) < len(needed) or any(map(expressions.problem, bind.values())):
        return {}
    return {"operation": key, "bind": bind}


def _linked(
    node: Node, create: ir.Operation, api: ir.Api, tree: Tree
) -> dict[str, Any] | None:
    """Read a link of a success to an operation that tells a state."""
    for status, raw, pointer in node.child("responses").members():
        response = tree.node(raw, pointer, what="a response")
        if response is None or not status.startswith("2"):
            continue
        for _, link, place in response.child("links").entries():
            target = tree.node(link, place, what="a link")
            found = None if target is None else _link(target, create, api)
            if found is not None:
                return found
    return None


def _link(link: Node, create: ir.Operation, api: ir.Api) -> dict[str, Any] | None:
    poll = _target(link, api)
    if poll is None or poll.method != "GET":
        return None
    fields = evidence.fields(poll, api)
    status = evidence.status(fields)
    given = {
        str(wire).rpartition(".")[2]: str(value)
        for wire, value in sorted(link.child("parameters").value.items())
    }
    told = [wire for wire, value in given.items() if value.startswith("$response.")]
    if status is None or len(told) != 1:
        return None
    bind = given | {told[0]: "$job.id"}
    if not _is_bound(poll, bind, api):
        return None
    return {
        "create": {"operation": create.key},
        "id": given[told[0]],
        "poll": {"operation": poll.key, "bind": bind},
        **proposals.described(fields, status),
    }


def _target(link: Node, api: ir.Api) -> ir.Operation | None:
    """Return the operation of a link: by its id, or by a reference to its place."""
    name, place = link.text("operationId"), link.text("operationRef") or ""
    pointer = from_ref(place) if place.startswith("#/") else None
    for item in api.operations:
        if (name is not None and item.operation_id == name) or item.pointer == pointer:
            return item
    return None


def _is_bound(poll: ir.Operation, bind: Mapping[str, str], api: ir.Api) -> bool:
    """Tell whether a call is given what it takes, and all that it needs."""
    takes = inputs.inputs(poll, api)
    bound = {inputs.meant(name, takes) for name in bind}
    return None not in bound and inputs.required(poll) <= bound


def _polled(
    create: ir.Operation, polls: Mapping[str, Found], api: ir.Api
) -> dict[str, Any] | None:
    """Read `x-speakeasy-polling` of the operation that reads what is created here."""
    for key, item in sorted(polls.items()):
        poll = api.operation(key)
        known = pairing.known(create, poll, api) if _reads(poll, create) else None
        options = [raw for raw, _ in item.node.items("x-speakeasy-polling")]
        if known is None or not options or not isinstance(options[0], Mapping):
            continue
        identity, bind = known
        if not _is_bound(poll, bind, api):
            continue
        return {
            "create": {"operation": create.key},
            "id": identity.location,
            "poll": {"operation": key, "bind": bind},
            **_options(Node(options[0], item.node.pointer, item.node.report)),
        }
    return None


def _reads(poll: ir.Operation, create: ir.Operation) -> bool:
    head, _, last = poll.path.rpartition("/")
    return last.startswith("{") and head == create.path.rstrip("/")


def _options(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"done_when": _criteria(node, "successCriteria")}
    failed = _criteria(node, "failureCriteria")
    if failed:
        found["failed_when"] = failed
    wait = {
        ours: node.get(theirs)
        for ours, theirs in (
            ("first", "delaySeconds"),
            ("interval", "intervalSeconds"),
            ("attempts", "limitCount"),
        )
        if isinstance(node.get(theirs), int | float)
    }
    return found | ({"wait": wait} if wait else {})


def _criteria(node: Node, key: str) -> str | None:
    """Return criteria as one condition: all of them hold, as in Arazzo."""
    texts = [
        raw["condition"]
        for raw, _ in node.items(key)
        if isinstance(raw, Mapping) and isinstance(raw.get("condition"), str)
    ]
    return " && ".join(f"({text})" for text in texts) or None
