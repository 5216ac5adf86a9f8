"""Annotations as they are printed in signatures: renamed, flat, exploded or aliased."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field

from . import names, source
from .constants import Arms, Group, Node, flat, printed
from .imports import Import

_SHORTEST = 24
"""No alias is cut shorter than this."""


@dataclass(frozen=True, slots=True)
class Hint:
    """An annotation and the imports its names come from."""

    text: str
    imports: frozenset[Import] = frozenset()


@dataclass(slots=True)
class Namespace:
    """The names of one module, and the annotations that were spelled in it."""

    taken: dict[str, Import | None]
    """Bound name -> where it comes from; None: defined in the module itself."""
    methods: frozenset[str] = frozenset()
    """Methods of the class: they hide builtins of the same name."""
    imports: set[Import] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    """Name -> annotation of an alias that had to be made."""

    def spell(self, hint: Hint) -> str:
        """Return the annotation on one line, with names that are free here."""
        renamed = {item.bound: self._bind(item) for item in sorted(hint.imports)}

        def name(found: str) -> str:
            return renamed.get(found) or self._visible(found)

        return flat(_node(_parsed(hint.text), name))

    def fitting(self, text: str, before: int, after: int, wanted: str) -> str:
        """Return the annotation, or an alias when the line would be too long."""
        if source.fits(text, before, after):
            return text
        for name, known in self.aliases.items():
            if known == text:
                return name
        if text.isidentifier():
            return text
        room = max(source.WIDTH - before - after, _SHORTEST)
        name = self._free(names.type_name(wanted)[:room])
        self.taken[name] = None
        self.aliases[name] = text
        return name

    def _bind(self, item: Import) -> str:
        known = self.taken.get(item.bound, item)
        if known == item:
            self.taken[item.bound] = item
            self.imports.add(item)
            return item.bound
        for name, other in self.taken.items():
            if other is not None and (other.module, other.name) == (
                item.module,
                item.name,
            ):
                return name
        name = self._free(f"{item.bound}{_kind(item.module)}")
        renamed = Import(item.module, item.name, name)
        self.taken[name] = renamed
        self.imports.add(renamed)
        return name

    def _free(self, name: str) -> str:
        number = 2
        found = name
        while found in self.taken:
            found = f"{name}{number}"
            number += 1
        return found

    def _visible(self, name: str) -> str:
        if name not in self.methods or name in self.taken:
            return name
        self.imports.add(Import("builtins"))
        return f"builtins.{name}"


def _kind(module: str) -> str:
    return "Params" if module.startswith(".params") else "Model"


def alias(name: str, text: str, indent: int = 4) -> str:
    """Return the definition of an alias, in the form a formatter leaves alone."""
    head = f"{source.pad(indent)}{name}: TypeAlias = "
    found = _node(_parsed(text), str)
    if isinstance(found, Group) or source.fits(head + flat(found)):
        return head + printed(found, indent, len(head) - indent)
    inner = source.pad(indent + 4)
    return f"{head}(\n{inner}{printed(found, indent + 4)}\n{source.pad(indent)})"


def _parsed(text: str) -> ast.expr:
    return ast.parse(f"({text})", mode="eval").body


def _node(tree: ast.expr, name: Callable[[str], str]) -> Node:
    match tree:
        case ast.Name(id=found):
            return name(found)
        case ast.Attribute(value=value, attr=attr):
            return f"{flat(_node(value, name))}.{attr}"
        case ast.BinOp(op=ast.BitOr()):
            return Arms(tuple(_node(arm, name) for arm in _arms(tree)))
        case ast.Subscript(value=value, slice=index):
            inner = index.elts if isinstance(index, ast.Tuple) else [index]
            items = tuple(("", _node(item, name)) for item in inner)
            return Group(f"{flat(_node(value, name))}[", items, "]", "subscript")
        case ast.Constant(value=value) if value is ...:
            return "..."
        case ast.Constant(value=value):
            return source.literal(value)
        case ast.List(elts=inner):
            return Group("[", tuple(("", _node(item, name)) for item in inner), "]")
        case _:
            return ast.unparse(tree)


def _arms(tree: ast.expr) -> list[ast.expr]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr):
        return [*_arms(tree.left), *_arms(tree.right)]
    return [tree]
