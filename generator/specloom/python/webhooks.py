"""The module of a client that receives what the API sends: webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specloom import ir
from specloom.runtime._operation import TypeName

from . import constants, media, method_docs, names, pointers, source, types
from .imports import Import, Imports
from .view import ReceiverView, WebhooksView

_MODULE = "webhooks"
_EVENT = "WebhookEvent"


@dataclass(frozen=True, slots=True)
class Receiver:
    """A function that reads a body: its name, its type, and what it is about."""

    name: str
    root: types.Root
    about: str


def receivers(api: ir.Api) -> tuple[Receiver, ...]:
    """Return what reads a webhook, whichever it is, and what reads each callback."""
    joined = pointers.joined(
        content.schema
        for hook in api.webhooks
        if hook.callback_of is None
        for content in _json(hook)
    )
    found = [] if joined is None else [_webhook(joined)]
    keys = {op.key for op in api.operations}
    scope = names.Scope.of("parse_webhook", "unwrap_webhook", *_USED)
    for hook in api.webhooks:
        schema = pointers.joined(content.schema for content in _json(hook))
        if hook.callback_of in keys and schema is not None:
            found.append(_callback(api, hook, schema, scope))
    return tuple(found)


def view(planned: types.TypePlan, found: Sequence[Receiver]) -> WebhooksView:
    """Return what the module prints."""
    run_time, checked = Imports(within=_MODULE), Imports(within=_MODULE)
    signed = any(item.root.name == _EVENT for item in found)
    run_time.add(
        Import("typing", "TYPE_CHECKING"),
        Import("._runtime._operation", "Types"),
        Import("._runtime._webhooks", "read"),
    )
    if signed:
        run_time.add(
            Import("._runtime._webhooks", "TOLERANCE"),
            Import("._runtime._webhooks", "unwrap"),
        )
        checked.add(
            Import("collections.abc", "Mapping"), Import("collections.abc", "Sequence")
        )
    placed = [(item, *planned.locate(item.root)) for item in found]
    checked.add(*(Import(f".{module}", name) for _, module, name in placed))
    own = {name: module for item, module, name in placed if item.root.name == _EVENT}
    return WebhooksView(
        docstring=source.docstring("What this API sends: webhooks and callbacks."),
        imports=run_time.render(),
        type_imports=checked.render(4),
        name=next(iter(own), ""),
        receivers=tuple(_receiver(*place) for place in placed),
        exports={
            **dict.fromkeys((item.name for item in found), _MODULE),
            **own,
            **(_SIGNED if signed else {}),
        },
    )


def _webhook(schema: ir.Schema) -> Receiver:
    root = types.Root(_EVENT, schema, _MODULE, "output")
    about = "Return the event of a webhook whose sender was checked in another way."
    return Receiver("parse_webhook", root, about)


def _callback(
    api: ir.Api, hook: ir.Webhook, schema: ir.Schema, scope: names.Scope
) -> Receiver:
    op = api.operation(hook.callback_of or "")
    words = f"{op.operation_id or op.key} {hook.name}"
    root = types.Root(names.pascal(words), schema, _MODULE, "output", f"{words} Body")
    said = method_docs.first_sentence(hook.summary or hook.description, 60)
    about = f"Return what `{_line(hook.name)}` of `{op.key}` brings"
    return Receiver(
        name=scope.claim(names.snake(f"parse {words}")),
        root=root,
        about=f"{about}: {said}." if said else f"{about}.",
    )


def _receiver(item: Receiver, module: str, name: str) -> ReceiverView:
    constant = names.constant(item.name.removeprefix("parse_"))
    located = constants.expression(TypeName(module, name), 0, len(f"_{constant} = "))
    flat = f"def {item.name}(body: bytes | str) -> {name}:"
    long = f"def {item.name}(\n    body: bytes | str,\n) -> {name}:"
    return ReceiverView(
        constant=f"_{constant}",
        located=located,
        head=flat if source.fits(flat) else long,
        docstring=method_docs.brief(item.about, 4),
        type=name,
    )


def _json(hook: ir.Webhook) -> Iterator[ir.Content]:
    return (item for item in hook.contents if media.form(item.media_type) == "json")


def _line(text: str) -> str:
    return " ".join(text.split())[:60]


_SIGNED = {"WebhookError": "_runtime._webhooks", "unwrap_webhook": _MODULE}
_USED = ("TYPE_CHECKING", "Types", "read", "types", "unwrap")
