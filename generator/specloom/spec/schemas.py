"""JSON Schema (the 3.1 dialect) -> `ir.Schema`; what has no form there is reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from specloom import ir
from specloom.location import resolve as at_pointer
from specloom.spec import closed, enums, families, keywords, tags, targets, unions
from specloom.spec.merge import Merge
from specloom.spec.meta import fill, with_meta
from specloom.spec.meta import read as read_meta
from specloom.spec.raw import Node, Tree, kind_of, shown

_MAX_DEPTH = 60
"""Schemas inside schemas, those being composed included."""
_MAX_OPEN = 8
"""Named schemas of which one needs the next before it is built."""

_UNREAD: Mapping[str, str] = {
    "not": "what a value must not be",
    "if": "conditional rules",
    "contains": "what a list must contain",
    "dependentSchemas": "rules that depend on a property",
    "contentSchema": "the schema of encoded content",
}


@dataclass(slots=True)
class Schemas:
    """The schemas of one document: lowered once, by name or in place."""

    tree: Tree
    _targets: targets.Targets = field(init=False)
    _families: families.Families = field(init=False)
    _merge: Merge = field(init=False)
    _built: dict[str, ir.Schema] = field(init=False, default_factory=dict)
    _bases: dict[str, ir.Schema] = field(init=False, default_factory=dict)
    _open: set[str] = field(init=False, default_factory=set)
    _pointers: dict[str, str] = field(init=False, default_factory=dict)
    _depth: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._targets = targets.find(self.tree.data)
        self._merge = Merge(self._base, self._tell)
        self._pointers = {key: place for place, key in self._targets.keys.items()}
        self._families = families.find(
            {key: self._raw(key) for key in sorted(self._pointers)}, self._targets
        )

    def named(self) -> dict[str, ir.Named]:
        """Return every named schema, by key."""
        for key in self._families.order:
            self._named(key)
        return {
            key: ir.Named(
                key=key,
                schema=self._built[key],
                name=self._python_name(key),
                pointer=self._pointers[key],
            )
            for key in sorted(self._built)
        }

    def lower(self, raw: Any, pointer: str) -> ir.Schema:
        """Return the schema at a place; `Anything`, with a row, where it has none."""
        return self._composed(raw, pointer)

    def _raw(self, key: str) -> Any:
        try:
            return at_pointer(self.tree.data, self._pointers[key])
        except (LookupError, ValueError):
            return None

    def _python_name(self, key: str) -> str | None:
        raw = self._raw(key)
        found = raw.get("x-specloom-name") if isinstance(raw, Mapping) else None
        return found if isinstance(found, str) else None

    def _named(self, key: str) -> ir.Schema | None:
        """Lower a named schema; None while that is going on."""
        if key in self._built:
            return self._built[key]
        if key in self._open or len(self._open) >= _MAX_OPEN:
            return None
        self._open.add(key)
        if key in self._families.descendants:
            schema = self._family(key)
        else:
            schema = self._own(key, self.lower(self._raw(key), self._pointers[key]))
        self._open.discard(key)
        self._built[key] = schema
        return schema

    def _own(self, key: str, schema: ir.Schema) -> ir.Schema:
        """Return a child that adds nothing to its parent as what the parent says itself.

        As a reference it would stand for its sisters too, and for itself.
        """
        if not isinstance(schema, ir.Ref):
            return schema
        if key not in self._families.descendants.get(schema.name, ()):
            return schema
        base = self._base(schema.name)
        return schema if base is None else with_meta(base, fill(schema.meta, base.meta))

    def _base(self, key: str) -> ir.Schema | None:
        """Return what a schema gives to those composed of it."""
        if key not in self._families.descendants:
            return self._named(key) if key in self._pointers else ir.Anything()
        if key in self._bases:
            return self._bases[key]
        mark = f"base of {key}"
        if mark in self._open or len(self._open) >= _MAX_OPEN:
            return None
        self._open.add(mark)
        raw = {
            word: value
            for word, value in self._raw(key).items()
            if word not in ("oneOf", "anyOf", "discriminator")
        }
        self._bases[key] = self.lower(raw, self._pointers[key])
        self._open.discard(mark)
        return self._bases[key]

    def _family(self, key: str) -> ir.Schema:
        """Return a parent as the union of what extends it, itself last."""
        node = Node(self._raw(key), self._pointers[key], self.tree.report)
        chosen = [
            name
            for keyword in ("oneOf", "anyOf")
            for raw, _ in node.items(keyword)
            if isinstance(raw, Mapping)
            and (name := families.name_of(raw.get("$ref"), self._targets))
        ]
        arms: list[ir.Schema] = [
            ir.Ref(name=name) for name in chosen or self._families.descendants[key]
        ]
        base = self._base(key)
        if not chosen and base is not None:
            arms.append(with_meta(base, replace(base.meta, title=key)))
        meta = read_meta(node)
        found = ir.Union(arms=tuple(arms), exactly_one="oneOf" in node, meta=meta)
        own = {} if chosen else {key: len(arms) - 1}
        return tags.written(found, node, self._known(), own)

    def _composed(self, raw: Any, pointer: str) -> ir.Schema:
        match raw:
            case bool():
                meta = ir.Meta(pointer=pointer)
                return ir.Anything(meta=meta) if raw else ir.Nothing(meta=meta)
            case Mapping():
                node = Node(raw, pointer, self.tree.report)
            case _:
                message = f"A schema is an object or a boolean, found {kind_of(raw)}."
                return self._anything("SPEC050", message, pointer)
        if self._depth >= _MAX_DEPTH:
            return self._anything("SPEC052", "Schemas are nested too deeply.", pointer)
        self._depth += 1
        schema = self._node(node)
        self._depth -= 1
        return schema

    def _node(self, node: Node) -> ir.Schema:
        meta = read_meta(node)
        if "not" in node and node.get("not") in ({}, True):
            return ir.Nothing(meta=meta)
        named = keywords.kinds(node)
        parts = self._parts(node, named)
        self._report_closed(node)
        self._report_unread(node)
        merged = parts[0] if len(parts) == 1 else self._merge.all(parts, node.pointer)
        schema = with_meta(merged, fill(meta, merged.meta))
        if isinstance(schema, ir.Object):
            schema = replace(schema, parents=self._extended(node))
        may_be_null = "null" in named or _says_nullable(node)
        return unions.nullable(schema, schema.meta) if may_be_null else schema

    def _parts(self, node: Node, named: tuple[str, ...]) -> list[ir.Schema]:
        """Return the schemas that a schema is the intersection of.

        Keywords whose type nobody wrote bind only values of their own kind (JSON
        Schema validation 2020-12, 6): beside a reference to an object `minLength`
        says nothing.
        """
        values = enums.enum(node)
        typed, found = [*self._typed(node, named)], [*self._unions(node)]
        composed = [*self._references(node), *self._all_of(node)]
        if isinstance(values, ir.Null) and "null" in named:
            typed = []
        if typed and "type" not in node:
            if found:
                found = [self._beside(arm, typed, node) for arm in found]
                typed = []
            elif composed:
                whole = self._merge.all(composed, node.pointer)
                composed, typed = [self._beside(whole, typed, node)], []
        return [*composed, *typed, *([values] if values is not None else []), *found]

    def _beside(
        self, schema: ir.Schema, typed: list[ir.Schema], node: Node
    ) -> ir.Schema:
        return self._merge.beside(schema, typed[0], node.pointer)

    def _typed(self, node: Node, named: tuple[str, ...]) -> Iterator[ir.Schema]:
        kinds = [word for word in named if word != "null"]
        if named and not kinds:
            yield ir.Null()
        if not kinds or {"object", "array", "string", "number", "boolean"} <= {*kinds}:
            return
        arms = [keywords.lower_kind(word, node, self.lower) for word in kinds]
        yield arms[0] if len(arms) == 1 else unions.union(arms, exactly_one=False)

    def _extended(self, node: Node) -> tuple[str, ...]:
        """Return the named schemas that a schema is composed of, in its own order."""
        own = families.name_of(node.get("$ref"), self._targets)
        names = (own, *families.extended(node.value, self._targets))
        return tuple(dict.fromkeys(name for name in names if name is not None))

    def _references(self, node: Node) -> Iterator[ir.Schema]:
        for keyword in ("$ref", "$dynamicRef"):
            ref = node.get(keyword)
            if ref is None:
                continue
            key = families.name_of(ref, self._targets)
            if key is None:
                node.row(
                    "SPEC051",
                    f"The reference `{shown(str(ref))}` leads nowhere; any value fits.",
                    node.at(keyword),
                    subject="schema",
                    hint="Correct it, or allow the file or host it names.",
                )
                continue
            if keyword == "$dynamicRef":
                node.row(
                    "SPEC061",
                    "`$dynamicRef` is read as a plain reference.",
                    node.at(keyword),
                )
            yield ir.Ref(name=key)

    def _all_of(self, node: Node) -> Iterator[ir.Schema]:
        for raw, pointer in node.items("allOf"):
            yield self._composed(raw, pointer)

    def _unions(self, node: Node) -> Iterator[ir.Schema]:
        for keyword in ("anyOf", "oneOf"):
            listed = list(node.items(keyword))
            if not listed:
                continue
            if len(listed) > unions.MAX_ARMS:
                node.row("SPEC057", f"`{keyword}` has {len(listed)} variants.")
                continue
            if keyword == "oneOf":
                _report_repeated(node, [raw for raw, _ in listed])
            arms = [self._composed(raw, pointer) for raw, pointer in listed]
            found = unions.union(arms, exactly_one=keyword == "oneOf")
            if isinstance(found, ir.Union) and "discriminator" in node:
                found = tags.written(found, node, self._known(), {})
            yield found

    def _known(self) -> tags.Known:
        return tags.Known(self._targets, self._pointers.keys(), self._raw)

    def _report_closed(self, node: Node) -> None:
        if closed.forbids_others(node.value, self._named_by):
            node.row(
                "SPEC068",
                "A part allows no fields but its own; it closes the whole instead.",
                effect="repaired",
                subject="schema",
                severity="note",
                hint="Write `unevaluatedProperties: false` at the whole.",
            )

    def _named_by(self, ref: Any) -> Any:
        key = families.name_of(ref, self._targets)
        return None if key is None else self._raw(key)

    def _report_unread(self, node: Node) -> None:
        for keyword, meaning in _UNREAD.items():
            if keyword in node and node.get(keyword) not in ({}, True):
                node.row(
                    "SPEC060",
                    f"`{keyword}` ({meaning}) is not checked.",
                    node.at(keyword),
                )

    def _anything(self, code: str, message: str, pointer: str) -> ir.Schema:
        self._tell(code, message, pointer)
        return ir.Anything(meta=ir.Meta(pointer=pointer))

    def _tell(self, code: str, message: str, pointer: str) -> None:
        Node({}, pointer, self.tree.report).row(code, message, subject="schema")


def _report_repeated(node: Node, arms: list[Any]) -> None:
    """Report a variant that no value can be exactly one of."""
    refs = [arm["$ref"] for arm in arms if isinstance(arm, Mapping) and "$ref" in arm]
    twice = [ref for index, ref in enumerate(refs) if ref in refs[:index]]
    for ref in twice[:1]:
        node.row(
            "SPEC065",
            f"`{shown(str(ref))}` stands twice in `oneOf`; it is read once.",
            node.at("oneOf"),
            effect="repaired",
        )


def _says_nullable(node: Node) -> bool:
    if node.get("nullable") is True or node.get("x-nullable") is True:
        return True
    listed = node.get("enum")
    return isinstance(listed, list) and None in listed and len(listed) > 1
