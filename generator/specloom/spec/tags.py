"""The written part of a discriminator: its property, and which tag means which arm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from specloom import ir
from specloom.spec import families
from specloom.spec.raw import Node, shown
from specloom.spec.targets import Targets

_VENDOR_TAGS = ("x-ms-discriminator-value", "x-discriminator-value")
"""Where other tools look for the tag of a variant."""


@dataclass(frozen=True, slots=True)
class Known:
    """The named schemas of a document."""

    targets: Targets
    names: AbstractSet[str]
    raw: Callable[[str], Any]

    def meant(self, target: Any) -> str | None:
        """Return the schema a mapping value means: a reference, or a short name."""
        if not isinstance(target, str):
            return None
        by_ref = families.name_of(target, self.targets)
        if by_ref is not None:
            return by_ref
        short = target.rsplit("/", 1)[-1].removesuffix(".json").removesuffix(".yaml")
        return next((name for name in (target, short) if name in self.names), None)


def written(
    union: ir.Union, node: Node, known: Known, own: Mapping[str, int]
) -> ir.Union:
    """Return a union with the tags that are written; `unions.tagged` completes them.

    `own` is the arm of a parent that stands for itself, by its name. A schema that is
    mapped but no arm becomes one.
    """
    declared = node.child("discriminator")
    wire = declared.text("propertyName")
    if wire is None:
        return union
    arms = list(union.arms)
    indexes = {arm.name: i for i, arm in enumerate(arms) if isinstance(arm, ir.Ref)}
    indexes |= own
    mapping: dict[str, int] = {}
    for tag, name, pointer in _mapped(declared.child("mapping"), known):
        if name not in indexes:
            _added(node, name, pointer)
            indexes[name] = len(arms)
            arms.append(ir.Ref(name=name))
        mapping[tag] = indexes[name]
    for name, index in own.items():
        if index not in mapping.values():
            mapping.setdefault(name, index)
    vendor = dict(_vendor_tags(indexes, known))
    return replace(
        union,
        arms=tuple(arms),
        discriminator=ir.Discriminator(
            property=wire,
            mapping=tuple(sorted((vendor | mapping).items())),
            default=_default(declared, indexes, known),
        ),
    )


def _mapped(mapping: Node, known: Known) -> Iterator[tuple[str, str, str]]:
    for tag, target, pointer in mapping.entries():
        name = known.meant(target)
        if name is not None:
            yield tag, name, pointer
            continue
        message = f"The tag `{shown(tag)}` names no schema."
        mapping.row("SPEC058", message, pointer)


def _added(node: Node, name: str, pointer: str) -> None:
    message = f"`{shown(name)}` is mapped but no variant; it is added."
    node.row("SPEC059", message, pointer, effect="repaired")


def _vendor_tags(indexes: Mapping[str, int], known: Known) -> Iterator[tuple[str, int]]:
    for name, index in indexes.items():
        raw = known.raw(name)
        for tag in _VENDOR_TAGS if isinstance(raw, Mapping) else ():
            if isinstance(raw.get(tag), str):
                yield raw[tag], index


def _default(declared: Node, indexes: Mapping[str, int], known: Known) -> int | None:
    for keyword in ("x-oas32-defaultMapping", "defaultMapping"):
        name = known.meant(declared.get(keyword))
        if name is not None and name in indexes:
            return indexes[name]
    return None
