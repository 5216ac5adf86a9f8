"""An API bound in memory: the runtime's values without a generated package.

The command line and the simulator run the same Operation values that a generated
package prints. Types of bodies and parameters are compiled from the same source that
would be printed, per type and on first use.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from specloom import ir
from specloom.runtime._operation import Operation, Service, TypeSource
from specloom.suggest import nearest

from . import calls, names, operations, service
from .calls import Call
from .operations import Need

_COMPILED = "specloom.compiled"
_compiling = threading.Lock()


class NotFound(KeyError):
    """No operation has this name. `candidates` are the nearest ones that exist."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates

    def __str__(self) -> str:
        near = ", ".join(f"`{item}`" for item in self.candidates)
        hint = f"; did you mean {near}?" if near else ""
        return f"there is no operation `{self.name}`{hint}"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a `Core` is built from: `Core(bound.service, bound.find)`."""

    service: Service
    find: Finder
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds operations by call path, operationId, exact name, path or key."""

    api: ir.Api
    index: Mapping[str, Call]
    _built: dict[str, Operation[Any]] = field(default_factory=dict, repr=False)

    def __call__(self, name: str) -> Operation[Any]:
        """Return the operation of this name; NotFound with candidates otherwise."""
        return self.operation(self.call(name))

    def call(self, name: str) -> Call:
        """Return the call of this name; NotFound with candidates otherwise."""
        found = self.index.get(name) or self.index.get(_as_key(name))
        if found is None:
            raise NotFound(name, nearest(name, self.index))
        return found

    def operation(self, call: Call) -> Operation[Any]:
        """Return the runtime's value of a call, built once."""
        key = f"{call.operation.key} {call.stream}"
        if key not in self._built:
            types = _Compiler(self.api)
            module = names.snake("_".join(call.resource or call.like[:-1]))
            self._built[key] = operations.value(self.api, call, types, module)
        return self._built[key]


def bind(api: ir.Api) -> Bound:
    """Return service, finder and calls of an API."""
    planned = calls.plan(api)
    finder = Finder(api, _index(api, planned))
    return Bound(service=service.value(api), find=finder, calls=planned)


def _index(api: ir.Api, planned: Sequence[Call]) -> Mapping[str, Call]:
    """Map every name to its call; where two names meet, the more exact one wins."""
    every = [*planned, *calls.twins(api, planned)]
    main = [item for item in every if not item.stream]
    index: dict[str, Call] = {item.operation.key: item for item in main}
    for item in every:
        index.setdefault(item.text, item)
    for item in main:
        index.setdefault(item.operation.operation_id or item.operation.key, item)
    for item in main:
        index.setdefault(item.operation.exact_name or item.operation.key, item)
    for method in ("POST", "GET"):
        for item in main:
            if item.operation.method == method:
                index.setdefault(item.operation.path, item)
    for path, only in _alone(main).items():
        index.setdefault(path, only)
    index.pop("", None)
    return index


def _alone(found: Iterable[Call]) -> Mapping[str, Call]:
    """Return the calls whose path has no other method."""
    by_path: dict[str, list[Call]] = {}
    for item in found:
        by_path.setdefault(item.operation.path, []).append(item)
    return {path: items[0] for path, items in by_path.items() if len(items) == 1}


def _as_key(name: str) -> str:
    """Spell `post /pets` and `pets` as the index does."""
    method, space, path = name.partition(" ")
    if space:
        return f"{method.upper()} {path.strip()}"
    return name if name.startswith("/") else f"/{name}"


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Gives the types of requests; answers stay as they come."""

    api: ir.Api

    def __call__(self, need: Need) -> TypeSource | None:
        return _Compiled(self.api, need) if need.side == "input" else None


@dataclass(slots=True)
class _Compiled:
    """A type compiled from its printed source on first use."""

    api: ir.Api
    need: Need
    _found: list[Any] = field(default_factory=list)

    def __call__(self) -> Any:
        if not self._found:
            self._found.append(_compile(self.api, self.need))
        return self._found[0]


def _compile(api: ir.Api, need: Need) -> Any:
    from . import types

    root = types.Root(need.name, need.schema, need.module, need.side)
    text = types.input_source(api, [root])
    return getattr(_module(text), root.name)


def _module(text: str) -> ModuleType:
    """Execute printed source as a module; forward references are looked up in it."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:24]
    name = f"{_COMPILED}_{digest}"
    with _compiling:
        found = sys.modules.get(name)
        if found is None:
            found = ModuleType(name)
            sys.modules[name] = found
            exec(compile(text, f"<{name}>", "exec"), found.__dict__)
    return found
