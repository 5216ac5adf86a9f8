"""Import statements in the order and form that linters expect."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_STANDARD = frozenset(
    {
        "builtins",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "functools",
        "importlib",
        "os",
        "pathlib",
        "types",
        "typing",
        "uuid",
    }
)
_WIDTH = 88


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """One imported name.

    `module` is absolute (`typing`), or, with a leading dot, counted from the root of
    the generated package (`.models.pets`). An empty `name` imports the module.
    """

    module: str
    name: str = ""
    alias: str | None = None

    @property
    def bound(self) -> str:
        """The name it has afterwards."""
        return self.alias or self.name or self.module.partition(".")[0]


@dataclass(slots=True)
class Imports:
    """The imports of one module, collected while it is written."""

    within: str = ""
    """The importing module, counted from the package's root: `resources.pets`."""
    runtime: str | None = None
    """Absolute place of `._runtime`, for source that is compiled in memory."""
    found: set[Import] = field(default_factory=set)

    def add(self, *imports: Import) -> None:
        """Add imports; repetition is harmless."""
        self.found.update(imports)

    def render(self, indent: int = 0) -> str:
        """Return the statements, sections separated by a blank line."""
        sections: dict[int, dict[_Key, list[Import]]] = {}
        for item in sorted(self.found, key=_member_key):
            module = self._module(item.module)
            key = _statement_key(module, item)
            sections.setdefault(_section(module), {}).setdefault(key, []).append(item)
        blocks = [
            "\n".join(
                _statement(self._module(items[0].module), items, indent)
                for _, items in sorted(statements.items(), key=_statement_order)
            )
            for _, statements in sorted(sections.items())
        ]
        return "\n\n".join(blocks)

    def _module(self, module: str) -> str:
        if not module.startswith("."):
            return module
        if self.runtime is not None and module.startswith("._runtime"):
            return self.runtime + module[len("._runtime") :]
        *package, _ = self.within.split(".")
        target = module[1:].split(".")
        if package and target[: len(package)] == package and len(target) > len(package):
            return "." + ".".join(target[len(package) :])
        return "." * (len(package) + 1) + ".".join(target)


_Key = tuple[tuple[object, ...], ...]


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in _STANDARD else 1


def _statement_key(module: str, item: Import) -> _Key:
    """Order statements; a renamed import stands alone, as linters want it."""
    level = len(module) - len(module.lstrip("."))
    base = ((0 if not item.name else 1, -level), _natural(module[level:]))
    if item.alias is None and item.name:
        return (*base, (0,))
    return (*base, (1, *_member_key(item)))


def _statement_order(statement: tuple[_Key, list[Import]]) -> tuple[object, ...]:
    """Order statements of one module by what they import first."""
    key, items = statement
    return (*key[:-1], _member_key(items[0]))


def _member_key(item: Import) -> tuple[object, ...]:
    name = item.name
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    return (kind, _natural(name.lower()), _natural(name), item.alias or "")


def _natural(text: str) -> tuple[object, ...]:
    parts = re.split(r"(\d+)", text)
    return tuple(
        (0, int(part), part) if part.isdigit() else (1, 0, part)
        for part in parts
        if part
    )


def _statement(module: str, items: list[Import], indent: int) -> str:
    margin = " " * indent
    if not items[0].name:
        return f"{margin}import {module}"
    names = [
        item.name if item.alias is None else f"{item.name} as {item.alias}"
        for item in items
    ]
    line = f"{margin}from {module} import {', '.join(names)}"
    if len(line) <= _WIDTH:
        return line
    members = "".join(f"{margin}    {name},\n" for name in names)
    return f"{margin}from {module} import (\n{members}{margin})"
