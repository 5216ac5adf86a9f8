"""The types of a package: planned from what its operations need, then printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from specloom import ir
from specloom.python import grouping, printing
from specloom.python.annotations import Flavour, Place, Side, annotate
from specloom.python.declarations import Declaration, Declarations
from specloom.python.expression import Atom, Expression, Named, flat, parts
from specloom.python.imports import Import
from specloom.python.names import type_name
from specloom.python.view import TypeModule


@dataclass(frozen=True, slots=True)
class Root:
    """One named type that an operation needs: `Root("DrawBody", schema, ...)`."""

    name: str
    schema: ir.Schema
    module: str
    """The resource that needs it."""
    side: Side
    own: str = ""
    """Its name where the other one is taken."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Text for a signature, and what its names are imported from."""

    text: str
    imports: tuple[Import, ...] = ()


@dataclass(frozen=True, slots=True)
class TypePlan:
    """Where every type stands and how it is referred to."""

    modules: tuple[TypeModule, ...]
    _api: ir.Api
    _declared: Declarations
    _places: Mapping[int, str]
    _roots: Mapping[tuple[Side, str, str], Sequence[tuple[Root, int]]]

    def locate(self, root: Root) -> tuple[str, str]:
        """Return module and name of a root; KeyError when it was not planned."""
        made = self._declared.found[self._key(root)]
        return self._places[made.key], made.name

    def annotation(self, what: Root | ir.Schema, side: Side) -> Annotation:
        """Return the type of a root or of a schema below one, for a signature."""
        schema = what.schema if isinstance(what, Root) else what
        place = Place(name="", flavour=Flavour(side=side))
        found = annotate(self._api, schema, place, self._declared)
        if isinstance(what, Root) and len(flat(found)) > _WIDE:
            made = self._declared.found[self._key(what)]
            found = Named(made.name, made.key)
        return Annotation(flat(found), tuple(sorted(set(self._imports(found)))))

    def _key(self, root: Root) -> int:
        known = self._roots[(root.side, root.module, root.name)]
        for other, key in known:
            if other.schema is root.schema:
                return key
        return next(key for other, key in known if other == root)

    def _imports(self, found: Expression) -> Iterator[Import]:
        for part in parts(found):
            match part:
                case Atom(imports=needed):
                    yield from needed
                case Named(name, key):
                    yield Import(f".{self._places[key]}", name)


_WIDE = 60


def plan(api: ir.Api, roots: Sequence[Root], package: str) -> TypePlan:
    """Name, place and print every type that some roots need."""
    declared = Declarations.of(api, [root.schema for root in roots])
    found: dict[tuple[Side, str, str], list[tuple[Root, int]]] = {}
    places: dict[int, str] = {}
    for side in ("output", "input"):
        needed = [root for root in roots if root.side == side]
        keys = [
            declared.root(type_name(root.name), root.schema, side, root.own).key
            for root in needed
        ]
        declared.work()
        for root, key in zip(needed, keys, strict=True):
            known = found.setdefault((side, root.module, root.name), [])
            known.append((root, key))
        pairs = [(key, root.module) for root, key in zip(needed, keys, strict=True)]
        places |= grouping.modules(declared.found, pairs, side)
    declared.sealed = True
    modules = printing.modules(api, declared.found, places)
    return TypePlan(modules, api, declared, places, found)


def input_source(api: ir.Api, schema_roots: Sequence[Root]) -> str:
    """Return one module with the types of some requests, to be compiled in memory.

    Each root stands in it under its own name. It imports only typing,
    typing_extensions, pydantic and the runtime.
    """
    names = [root.name for root in schema_roots]
    declared = Declarations.of(api, [root.schema for root in schema_roots], names)
    made: list[Declaration] = [
        declared.exact(root.name, root.schema, "input") for root in schema_roots
    ]
    declared.work()
    places = dict.fromkeys(declared.found, "params.compiled")
    declared.sealed = True
    del made
    return printing.standalone(api, declared.found, places)
