"""ir.Api -> view.Package: which files there are and what is said in each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from specloom import ir
from specloom.runtime._operation import TypeName, TypeSource

from . import (
    calls,
    constants,
    environment,
    exports,
    manifest,
    names,
    operations,
    packages,
    payload,
    readme,
    sections,
    service,
    source,
    types,
    webhooks,
)
from .calls import Call
from .hints import Hint
from .imports import Import, Imports
from .operations import Need
from .sections import Printed, Resource
from .view import Package, ServiceView


def plan(
    api: ir.Api,
    *,
    package: str | None = None,
    layout: str = "project",
    document: str | None = None,
) -> Package:
    """Return everything one client consists of. `document` is its SHA-256."""
    name = package or api.package or packages.name(api.title)
    api = environment.told(api, name)
    title = api.class_name or names.pascal(name, "Client")
    title = f"{title}Client" if _is_taken(title) else title
    said = f"Client of {' '.join(api.title.split()) or name}."
    planned = calls.plan(api)
    tree = sections.tree(api, planned, (title, f"Async{title}"))
    typed = _typed(api, name, tree)
    received = webhooks.receivers(api)
    hooks = webhooks.view(typed.plan, received) if received else None
    exported = exports.of(title, hooks.exports if hooks else {})
    return Package(
        name=name,
        distribution=source.quote(name.replace("_", "-")),
        version=source.quote(_version(api.version)),
        layout=layout,
        docstring=source.docstring(said),
        description=_toml(said),
        exports=exported,
        export_imports=exports.imports(exported),
        client=sections.client(api, title, said, tree),
        service=_service(api, name, tree),
        resources=tuple(
            sections.view(api, item, tree, typed.printed, typed.hint) for item in tree
        ),
        types=typed.plan.modules,
        manifest=manifest.text(api, planned, document=document),
        payloads=tuple(_payloads(api, planned)),
        readme=readme.view(api, planned, name, title),
        webhooks=hooks,
    )


@dataclass(frozen=True, slots=True)
class _Typed:
    """The printed value of every call, and the plan of the types they name."""

    plan: types.TypePlan
    printed: Mapping[str, Printed]

    def hint(self, wanted: Need | ir.Schema, side: Literal["input", "output"]) -> Hint:
        """Spell a type in a signature."""
        what = _root(wanted) if isinstance(wanted, Need) else wanted
        found = self.plan.annotation(what, side)
        return Hint(found.text, frozenset(found.imports))


def _typed(api: ir.Api, name: str, tree: Sequence[Resource]) -> _Typed:
    """Build every value twice: to learn which types it needs, then to name them."""
    needs: dict[str, list[Need]] = {}
    for call, module in _every(tree):
        collected = needs.setdefault(sections.name_of(call), [])
        operations.value(api, call, _collector(collected), module)
    roots = [_root(need) for found in needs.values() for need in found]
    roots += [item.root for item in webhooks.receivers(api)]
    planned = types.plan(api, _distinct(roots), name)

    def located(need: Need) -> TypeSource:
        return TypeName(*planned.locate(_root(need)))

    printed = {
        sections.name_of(call): Printed(
            operations.value(api, call, located, module),
            tuple(needs[sections.name_of(call)]),
        )
        for call, module in _every(tree)
    }
    return _Typed(planned, printed)


def _every(tree: Sequence[Resource]) -> Iterator[tuple[Call, str]]:
    for resource in tree:
        for call, _ in resource.calls:
            yield call, resource.module


def _collector(found: list[Need]) -> operations.TypeFor:
    def collect(need: Need) -> None:
        found.append(need)

    return collect


def _root(need: Need) -> types.Root:
    return types.Root(need.name, need.schema, need.module, need.side, need.own)


def _distinct(roots: Sequence[types.Root]) -> list[types.Root]:
    found: list[types.Root] = []
    known: dict[tuple[str, str], list[types.Root]] = {}
    for root in roots:
        same = known.setdefault((root.module, root.name), [])
        if root not in same:
            same.append(root)
            found.append(root)
    return found


def _service(api: ir.Api, name: str, tree: Sequence[Resource]) -> ServiceView:
    value = service.value(api, name)
    needed = Imports(within="_service")
    needed.add(*constants.needs(value), Import("._runtime._operation", "Operation"))
    return ServiceView(
        imports=needed.render(),
        constant=constants.expression(value, 0, len("SERVICE = ")),
        places=constants.expression(
            _places(tree), 0, len("_PLACES: dict[str, str] = ")
        ),
    )


def _places(tree: Sequence[Resource]) -> Mapping[str, str]:
    """Map every name of an operation to its module and constant."""
    found: dict[str, str] = {}
    every = [
        (call, f"{resource.module}.{constant}")
        for resource in tree
        for call, constant in resource.calls
    ]
    main = [(call.operation, place) for call, place in every if not call.stream]
    for op, place in main:
        found[op.key] = place
    for call, place in every:
        found.setdefault(call.text or call.operation.key, place)
    for op, place in main:
        found.setdefault(op.operation_id or op.key, place)
    for op, place in main:
        found.setdefault(op.exact_name or op.key, place)
    return found


def _payloads(api: ir.Api, planned: Sequence[Call]) -> Iterator[tuple[str, str]]:
    for call in planned:
        if call.kind == "job":
            body = payload.template(api, call.operation)
            text = json.dumps(body, indent=2, ensure_ascii=False)
            yield f"{call.text}.json", f"{text}\n"


def _version(text: str) -> str:
    """Return the document's version where a package can have it (PEP 440)."""
    found = re.match(r"v?(\d{1,9}(?:[.-]\d{1,9}){0,3})", text.strip())
    parts = re.split(r"[.-]", found[1]) if found else ["0"]
    return ".".join(str(int(part)) for part in parts)


def _toml(text: str) -> str:
    """Return text as a basic string of TOML, which JSON's escapes are."""
    return json.dumps(text, ensure_ascii=True).replace("\\u007f", "\\u007F")


def _is_taken(title: str) -> bool:
    names_here = {*exports.RUNTIME, *exports.CLIENT_MODULE}
    return title in names_here or f"Async{title}" in names_here
