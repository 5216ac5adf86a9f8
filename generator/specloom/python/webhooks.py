"""The module of a client that receives webhooks: typed, checked by their signature."""

from __future__ import annotations

from collections.abc import Iterator

from specloom import ir
from specloom.runtime._operation import TypeName

from . import constants, media, pointers, source, types
from .imports import Import, Imports
from .view import WebhooksView

_MODULE = "webhooks"


def root(api: ir.Api) -> types.Root | None:
    """Return the type of any event, None where the document declares no webhooks."""
    joined = pointers.joined(_events(api))
    if joined is None:
        return None
    return types.Root("WebhookEvent", joined, _MODULE, "output")


def view(planned: types.TypePlan, found: types.Root) -> WebhooksView:
    """Return what the module prints."""
    module, name = planned.locate(found)
    run_time, checked = Imports(within=_MODULE), Imports(within=_MODULE)
    run_time.add(
        Import("typing", "TYPE_CHECKING"),
        Import("._runtime._operation", "Types"),
        Import("._runtime._webhooks", "TOLERANCE"),
        Import("._runtime._webhooks", "unwrap"),
    )
    checked.add(
        Import("collections.abc", "Mapping"),
        Import("collections.abc", "Sequence"),
        Import(f".{module}", name),
    )
    return WebhooksView(
        docstring=source.docstring("Webhooks: the events that this API sends."),
        imports=run_time.render(),
        type_imports=checked.render(4),
        event=constants.expression(TypeName(module, name), 0, len("_EVENT = ")),
        name=name,
        exports={
            "WebhookError": "_runtime._webhooks",
            "unwrap_webhook": "webhooks",
            name: module,
        },
    )


def _events(api: ir.Api) -> Iterator[ir.Schema]:
    for hook in api.webhooks:
        for content in hook.contents:
            if hook.callback_of is None and media.form(content.media_type) == "json":
                yield content.schema
