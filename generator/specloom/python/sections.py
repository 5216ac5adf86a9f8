"""The resources of a client: a tree of modules, each with its two classes."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from specloom import ir
from specloom.runtime._operation import Operation, Response

from . import (
    calls,
    constants,
    decorations,
    exports,
    hints,
    method_docs,
    methods,
    names,
    source,
)
from .calls import Call
from .hints import Namespace
from .imports import Import, Imports
from .methods import ASYNC, SYNC, HintFor, Written
from .operations import Need
from .view import ChildView, ClientView, FlavourView, ResourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One module of resources/: the calls it holds, and the resources below."""

    path: tuple[str, ...]
    module: str
    class_name: str
    calls: tuple[tuple[Call, str], ...] = ()
    """Each call with the name of its constant; twins have a constant only."""

    @property
    def attribute(self) -> str:
        """The name under which it is reached."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Printed:
    """The value of a call as it is printed, and the types it needs."""

    operation: Operation[Any]
    needs: tuple[Need, ...]


def tree(
    api: ir.Api, planned: Sequence[Call], clients: tuple[str, ...]
) -> tuple[Resource, ...]:
    """Return every resource, ordered by path; parents without calls included."""
    paths = {call.resource[:depth] for call in planned for depth in _depths(call)}
    modules = names.Scope.of("__init__")
    used = (item.bound for item in _USED)
    classes = names.Scope.of(*clients, *exports.CLIENT_MODULE, *used)
    twins = {item.operation.twin_of: item for item in calls.twins(api, planned)}
    found: list[Resource] = []
    for path in sorted(paths):
        module = modules.claim(names.snake("_".join(path)))
        class_name = _class_name(path, classes)
        own = [item for item in planned if item.resource == path]
        held = _with_constants(own, twins, class_name)
        found.append(
            Resource(path=path, module=module, class_name=class_name, calls=held)
        )
    return tuple(found)


def client(api: ir.Api, title: str, said: str, found: Sequence[Resource]) -> ClientView:
    """Return the two clients; resources of the first level are their attributes."""
    top = [item for item in found if len(item.path) == 1]
    collected = Imports(within="_client")
    collected.add(*_classes(top))
    return ClientView(
        imports=collected.render(4),
        resources=bool(top),
        several_servers=len(api.servers) > 1,
        server_variables=any(item.variables for item in _servers(api)),
        flavours=tuple(
            FlavourView(
                class_name=f"{flavour.prefix}{title}",
                base=f"{flavour.prefix}Core",
                docstring=method_docs.brief(
                    said + (" Awaited." if flavour.prefix else ""), 4
                ),
                resources=_children(top, flavour, "_client"),
            )
            for flavour in (SYNC, ASYNC)
        ),
    )


def _servers(api: ir.Api) -> Iterator[ir.Server]:
    yield from api.servers
    for operation in api.operations:
        yield from operation.servers


def view(
    api: ir.Api,
    resource: Resource,
    every: Sequence[Resource],
    printed: Mapping[str, Printed],
    hint: HintFor,
) -> ResourceView:
    """Return one module of resources/, finished."""
    below = [item for item in every if item.path[:-1] == resource.path]
    space = _namespace(resource, below)
    written = [
        Written(
            api=api,
            call=call,
            constant=name,
            operation=printed[name_of(call)].operation,
            needs=printed[name_of(call)].needs,
            space=space,
            hint=hint,
        )
        for call, name in resource.calls
    ]
    shown = [methods.views(item) for item in written if item.call.path]
    lines = _constants(written)
    run_time, checked = _imports(resource, written, space, below)
    said = _said(api, resource)
    return ResourceView(
        module=resource.module,
        docstring=source.docstring(said),
        imports=run_time,
        type_imports=checked,
        aliases=tuple(
            hints.alias(name, text) for name, text in sorted(space.aliases.items())
        ),
        types=any(item.needs for item in written),
        constants=lines,
        flavours=(
            _flavour(resource, SYNC, said, below, [pair[0] for pair in shown]),
            _flavour(resource, ASYNC, said, below, [pair[1] for pair in shown]),
        ),
    )


def _constants(written: Sequence[Written]) -> tuple[str, ...]:
    """Return one text for each operation; what most of them refuse with comes first."""
    told = Counter(
        response
        for item in written
        for response in item.operation.responses[1:]
        if response.status[0] in "45d"
    )
    found = told.most_common(1)
    if not found or found[0][1] < _OFTEN:
        return _operations(written)
    refused = found[0][0]
    shared = [replace(item, operation=_known(item, refused)) for item in written]
    line = constants.expression(refused, 0, len(f"{_REFUSED} = "))
    return (f"{_REFUSED} = {line}", *_operations(shared))


def _known(item: Written, refused: Response) -> Operation[Any]:
    """Return the operation with the name of what was printed before."""
    name: Any = constants.Known(_REFUSED)
    found = (
        name if response == refused else response
        for response in item.operation.responses
    )
    return replace(item.operation, responses=tuple(found))


def _operations(written: Sequence[Written]) -> tuple[str, ...]:
    forms = {item.call.operation.key: item for item in written if item.call.path}
    return tuple(
        methods.constant(item, forms.get(item.call.operation.twin_of or ""))
        for item in written
    )


_REFUSED = "REFUSED"
_RUN = ("OMIT", "deprecated")
_OFTEN = 2
_USED = (
    Import("functools", "cached_property"),
    Import("typing", "TYPE_CHECKING"),
    Import("typing", "TypeAlias"),
    Import("typing_extensions", "deprecated"),
    *(Import("._runtime._client", name) for name in ("AsyncCore", "Core")),
    *(Import("._runtime._jobs", name) for name in ("AsyncJob", "Job")),
    *(Import("._runtime._omit", name) for name in ("OMIT", "Omit")),
    Import("._runtime._options", "CallOptions"),
    *(Import("._runtime._pages", name) for name in ("AsyncPager", "Pager")),
    *(
        Import("._runtime._stream", name)
        for name in ("AsyncEventStream", "EventStream")
    ),
    *(
        Import("._runtime._operation", name)
        for name in ("Body", "Encoding", "Operation", "Parameter", "Response", "Types")
    ),
    *(
        Import("._runtime._lifecycle", name)
        for name in ("BodyRules", "Call", "Envelope", "ErrorRule", "FilePart", "Pages")
    ),
)
"""What a module of resources/ imports for itself."""


def name_of(call: Call) -> str:
    """Return what tells two calls of one operation apart."""
    return f"{call.operation.key} {call.kind if call.stream else ''}".strip()


def _flavour(
    resource: Resource,
    flavour: methods.Flavour,
    said: str,
    below: Sequence[Resource],
    shown: Sequence[Any],
) -> FlavourView:
    text = f"{said} Awaited." if flavour.awaits else said
    return FlavourView(
        class_name=f"{flavour.prefix}{resource.class_name}",
        base=f"{flavour.prefix}Core",
        docstring=method_docs.brief(text, 4),
        resources=_children(below, flavour, f"resources.{resource.module}"),
        methods=tuple(shown),
    )


def _children(
    found: Sequence[Resource], flavour: methods.Flavour, within: str
) -> tuple[ChildView, ...]:
    return tuple(
        ChildView(
            head=_head(item.attribute, f"{flavour.prefix}{item.class_name}"),
            class_name=f"{flavour.prefix}{item.class_name}",
            docstring=f'"""The `{item.attribute}` operations."""',
            load=_load(f"{flavour.prefix}{item.class_name}", item.module, within),
        )
        for item in found
    )


def _head(name: str, class_name: str) -> str:
    flat = f"def {name}(self) -> {class_name}:"
    if source.fits(flat, 4):
        return flat
    return f"def {name}(\n        self,\n    ) -> {class_name}:"


def _load(name: str, module: str, within: str) -> str:
    found = Imports(within=within)
    found.add(Import(f".resources.{module}", name))
    return found.render(8).lstrip(" ")


def _imports(
    resource: Resource,
    written: Sequence[Written],
    space: Namespace,
    below: Sequence[Resource],
) -> tuple[str, str]:
    run_time = Imports(within=f"resources.{resource.module}")
    checked = Imports(within=f"resources.{resource.module}")
    for one in written:
        run_time.add(*constants.needs(one.operation))
    run_time.add(Import("typing", "TYPE_CHECKING"))
    checked.add(*_classes(below))
    if below:
        run_time.add(Import("functools", "cached_property"))
    if any(item.call.path for item in written):
        checked.add(Import("._runtime._options", "CallOptions"))
    checked.add(Import("._runtime._client", "Core"))
    checked.add(Import("._runtime._client", "AsyncCore"))
    if space.aliases:
        checked.add(Import("typing", "TypeAlias"))
    for found in space.imports:
        (run_time if found.name in _RUN else checked).add(found)
    return run_time.render(), checked.render(4)


def _namespace(resource: Resource, below: Sequence[Resource]) -> Namespace:
    taken: dict[str, Import | None] = {item.bound: item for item in _USED}
    taken |= {item.bound: item for item in _classes(below)}
    taken |= dict.fromkeys(("types", resource.class_name, _REFUSED))
    taken |= dict.fromkeys(
        (*constants.SHARED.values(), *(n for _, n in resource.calls))
    )
    taken[f"Async{resource.class_name}"] = None
    called = {call.path[-1] for call, _ in resource.calls if call.path}
    called.update(item.attribute for item in below)
    hiding = called.intersection((*dir(builtins), "deprecated"))
    return Namespace(taken=taken, methods=frozenset(hiding))


def _classes(found: Sequence[Resource]) -> Iterator[Import]:
    """Yield the imports of the two classes of each resource."""
    for item in found:
        for prefix in (SYNC.prefix, ASYNC.prefix):
            yield Import(f".resources.{item.module}", f"{prefix}{item.class_name}")


def _said(api: ir.Api, resource: Resource) -> str:
    wanted = resource.path[-1]
    same = (
        item
        for item in api.tags
        if wanted in (names.snake(item.name), names.snake(decorations.tag(item.name)))
    )
    tag = next(same, None)
    text = method_docs.first_sentence(tag.description, 72) if tag else ""
    said = ".".join(part.strip("_") for part in resource.path)
    return method_docs.finished(text) or f"The `{said}` operations."


def _depths(call: Call) -> range:
    return range(1, len(call.resource) + 1)


def _class_name(path: tuple[str, ...], classes: names.Scope) -> str:
    wanted = names.type_name("_".join(path))
    for name in (wanted, f"{wanted}Resource"):
        if name not in classes and f"Async{name}" not in classes:
            classes.claim(f"Async{name}")
            return classes.claim(name)
    name = classes.claim(f"{wanted}Resource")
    classes.claim(f"Async{name}")
    return name


def _with_constants(
    found: Sequence[Call], twins: Mapping[str | None, Call], class_name: str
) -> tuple[tuple[Call, str], ...]:
    used = (*constants.SHARED.values(), "OMIT", "TYPE_CHECKING", _REFUSED)
    scope = names.Scope.of(*used, *((class_name,) if class_name.isupper() else ()))
    wanted = ((call, names.constant(call.path[-1])) for call in found)
    pairs = [(call, scope.claim(name, f"{name}_")) for call, name in wanted]
    for call, name in list(pairs):
        twin = twins.get(call.operation.key)
        if twin is not None and not call.stream:
            pairs.append((twin, scope.claim(f"{name}_PLAIN")))
    return tuple(pairs)
