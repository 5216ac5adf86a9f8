"""Which response class extends which: where the schema does, by `allOf`.

A class extends another of its module when it has all its fields as they are: what is
narrowed or elsewhere is written out again, which checkers and readers follow more easily.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from specloom import ir
from specloom.python.declarations import Declaration
from specloom.python.source import fits
from specloom.python.view import ClassView

Made: TypeAlias = tuple[Declaration, ClassView]


def extended(api: ir.Api, classes: Sequence[Made]) -> list[ClassView]:
    """Return the classes of one module, each after those it extends."""
    family = _Family(api, {made.key: (made, view) for made, view in classes})
    for made, _ in classes:
        family.place(made.key)
    return list(family.placed.values())


@dataclass(slots=True)
class _Family:
    """The classes of a module while they are put in order."""

    api: ir.Api
    classes: dict[int, Made]
    placed: dict[int, ClassView] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)

    def place(self, key: int) -> None:
        """Place a class after its bases, without the fields it has from them."""
        if key in self.placed or key in self._open:
            return
        self._open.add(key)
        made, view = self.classes[key]
        bases = self._bases(made)
        self._open.discard(key)
        self.placed[key] = _below(view, [self.classes[base][1] for base in bases])

    def _bases(self, made: Declaration) -> list[int]:
        """Return the bases of a class: several only where none has one itself."""
        if not isinstance(made.schema, ir.Object):
            return []
        branches = (self._nearest(made, name) for name in made.schema.parents)
        found = list(dict.fromkeys(key for key in branches if key is not None))
        several = all(not self.placed[key].bases for key in found)
        if several and _fitting(made.name, [self._name(key) for key in found]):
            return found
        found.sort(key=lambda key: -len(self.classes[key][1].fields))
        return found[:1] if _fitting(made.name, map(self._name, found[:1])) else []

    def _name(self, key: int) -> str:
        return self.classes[key][0].name

    def _nearest(self, made: Declaration, parent: str) -> int | None:
        """Return the nearest class above that has nothing the class itself has not."""
        view = self.classes[made.key][1]
        for schema in _upwards(self.api, parent):
            for key, (other, shown) in self.classes.items():
                if other.schema is schema and key != made.key and _has(view, shown):
                    self.place(key)
                    if key in self.placed:
                        return key
        return None


def _upwards(api: ir.Api, name: str) -> Iterator[ir.Object]:
    """Yield what a schema gives to those that extend it, then what it extends."""
    seen: set[str] = set()
    pending = [name]
    while pending:
        key = pending.pop(0)
        found = None if key in seen else _given(api, key)
        seen.add(key)
        if found is not None:
            yield found
            pending.extend(found.parents)


def _given(api: ir.Api, name: str) -> ir.Object | None:
    """Return the object behind a name; of a union that extends it, the base."""
    found = api.resolve(ir.Ref(name=name))
    if isinstance(found, ir.Union):
        arms = (arm for arm in found.arms if isinstance(arm, ir.Object))
        return next((arm for arm in arms if arm.meta.title == name), None)
    return found if isinstance(found, ir.Object) else None


def _has(view: ClassView, base: ClassView) -> bool:
    """Whether a class has every field of another, and there is something to have."""
    own = {item.declaration for item in view.fields}
    alike = base.extras in ("", view.extras)
    return bool(base.fields) and alike and own >= {i.declaration for i in base.fields}


def _below(view: ClassView, bases: Sequence[ClassView]) -> ClassView:
    given = {item for base in bases for item in base.fields}
    extras = {base.extras for base in bases}
    return replace(
        view,
        bases=tuple(base.name for base in bases),
        fields=tuple(item for item in view.fields if item not in given),
        extras="" if view.extras in extras else view.extras,
    )


def _fitting(name: str, bases: Sequence[str] | Iterator[str]) -> bool:
    return fits(f"class {name}({', '.join(bases)}):", 0)
