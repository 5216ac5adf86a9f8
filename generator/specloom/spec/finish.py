"""The last pass over schemas: tags completed, defaults checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, assert_never

from specloom import ir
from specloom.diagnostics import Diagnostic, Report
from specloom.spec import unions
from specloom.spec.conforms import conforms
from specloom.spec.meta import with_meta
from specloom.spec.overlaps import overlap
from specloom.spec.untagged import Untagged

V = TypeVar("V", ir.Array, ir.Object, ir.Union, ir.Property)


@dataclass(slots=True)
class Finish:
    """Finishes schemas that refer to `named` ones."""

    named: Mapping[str, ir.Named]
    report: Report
    _untagged: Untagged = field(init=False)

    def __post_init__(self) -> None:
        self._untagged = Untagged(self.named)

    def all(self) -> dict[str, ir.Named]:
        """Return the named schemas, finished; asked for when all else is."""
        found = {key: self.schema(item.schema) for key, item in self.named.items()}
        return {
            key: replace(item, schema=self._untagged.added(key, found[key]))
            for key, item in self.named.items()
        }

    def schema(self, schema: ir.Schema) -> ir.Schema:
        """Return one schema, finished; the same object where nothing changed."""
        inner = self._inner(schema)
        if isinstance(inner, ir.Union):
            inner = unions.tagged(inner, self.resolve, self._teller(inner.meta))
            inner = self._untagged.completed(inner)
            self._report_overlap(inner)
        meta = self._checked(inner.meta, inner)
        return with_meta(inner, meta)

    def _report_overlap(self, union: ir.Union) -> None:
        if not overlap(union, self.resolve):
            return
        message = "What fits one variant of `oneOf` fits another too; read as `anyOf`."
        self.report.add(
            Diagnostic(
                code="SPEC067",
                message=message,
                pointer=union.meta.pointer,
                severity="note",
                effect="degraded",
                subject="schema",
                hint="Give the variants required properties, or a discriminator.",
            )
        )

    def resolve(self, schema: ir.Schema) -> ir.Schema:
        """Follow references; a circle or a missing name stays a `Ref`."""
        seen: set[str] = set()
        found = schema
        while isinstance(found, ir.Ref):
            if found.name in seen or found.name not in self.named:
                return found
            seen.add(found.name)
            found = self.named[found.name].schema
        return found

    def _inner(self, schema: ir.Schema) -> ir.Schema:
        match schema:
            case ir.Array(items=items, prefix=prefix):
                return _changed(
                    schema,
                    items=self.schema(items),
                    prefix=tuple(self.schema(item) for item in prefix),
                )
            case ir.Object():
                return self._object(schema)
            case ir.Union(arms=arms):
                return _changed(schema, arms=tuple(self.schema(arm) for arm in arms))
            case (
                ir.Anything()
                | ir.Nothing()
                | ir.Null()
                | ir.Boolean()
                | ir.Numeric()
                | ir.Text()
                | ir.Enum()
                | ir.Ref()
            ):
                return schema
            case _:
                assert_never(schema)

    def _object(self, schema: ir.Object) -> ir.Object:
        if schema.extra is None and not schema.properties and not schema.patterns:
            return replace(schema, extra=ir.Anything())
        return _changed(
            schema,
            properties=tuple(self._property(item) for item in schema.properties),
            extra=None if schema.extra is None else self.schema(schema.extra),
            patterns=tuple((text, self.schema(item)) for text, item in schema.patterns),
        )

    def _property(self, item: ir.Property) -> ir.Property:
        schema = self.schema(item.schema)
        target = self.resolve(schema).meta
        meta = replace(
            self._checked(item.meta, schema),
            read_only=item.meta.read_only or target.read_only,
            write_only=item.meta.write_only or target.write_only,
        )
        return _changed(item, schema=schema, meta=meta)

    def _checked(self, meta: ir.Meta, schema: ir.Schema) -> ir.Meta:
        """Drop a default that does not fit."""
        if not meta.has_default or conforms(schema, meta.default, self.resolve):
            return meta
        meant = _spelled(meta.default)
        if meant is not None and conforms(schema, meant, self.resolve):
            return replace(meta, default=meant)
        self._row(
            "SPEC062",
            "The default does not fit its own schema; it is not used.",
            meta.pointer + "/default",
        )
        return replace(meta, default=None, has_default=False)

    def _teller(self, meta: ir.Meta) -> Any:
        return lambda code, message: self._row(code, message, meta.pointer)

    def _row(self, code: str, message: str, pointer: str) -> None:
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=pointer,
                effect="degraded",
                subject="keyword",
            )
        )


def _spelled(default: Any) -> int | float | bool | None:
    """Return the number or boolean a text spells: `default: "8"` of an integer."""
    if not isinstance(default, str) or len(default) > 40:
        return None
    if default in ("true", "false"):
        return default == "true"
    try:
        return int(default) if default.lstrip("-").isdigit() else float(default)
    except ValueError:
        return None


def _changed(value: V, **changes: Any) -> V:
    """Return the value with changes; itself when they change nothing."""
    if all(getattr(value, name) is new for name, new in changes.items()):
        return value
    return replace(value, **changes)
