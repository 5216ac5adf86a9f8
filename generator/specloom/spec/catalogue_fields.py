"""Read the fields of a catalogue's endpoint as JSON Schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Diagnostic, Effect, Report
from specloom.spec.catalogue_keys import Keys, extras, first, text_of
from specloom.spec.document import Document
from specloom.spec.grammar import clone

_LIST: Final = re.compile(
    r"(?:array|list)\s*[<\[(]\s*([a-z]+)\s*[>\])]\Z|([a-z]+)\[\]\Z"
)
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("string", "str", "text", "enum", "file", "url", "uri"), "string"),
    **dict.fromkeys(("integer", "int", "long"), "integer"),
    **dict.fromkeys(("number", "float", "double", "decimal"), "number"),
    **dict.fromkeys(("boolean", "bool"), "boolean"),
    **dict.fromkeys(("object", "map", "dict", "json"), "object"),
    **dict.fromkeys(("array", "list"), "array"),
}
_FORMATS: Final = {"url": "uri", "uri": "uri"}


def is_type(written: Any) -> bool:
    """Say whether a text names a type: `string`, `array<string>`."""
    text = written.strip().lower() if isinstance(written, str) else ""
    return text in _TYPES or _LIST.match(text) is not None


@dataclass(slots=True)
class Properties:
    """The properties of one object."""

    properties: dict[str, Any] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)

    def add(self, name: str, schema: dict[str, Any], required: bool) -> None:
        """Add one property."""
        self.properties[name] = schema
        self.required += [name] if required else []

    def schema(self) -> dict[str, Any]:
        """Return the object."""
        found: dict[str, Any] = {"type": "object", "properties": self.properties}
        return found | ({"required": self.required} if self.required else {})

    def content(self) -> dict[str, Any]:
        """Return a JSON request body of this object."""
        content = {"application/json": {"schema": self.schema()}}
        return {"required": bool(self.required), "content": content}


@dataclass(frozen=True, slots=True)
class Fields:
    """Turns the rows of one catalogue into schemas."""

    document: Document
    keys: Keys
    report: Report

    def schema(self, item: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the schema of one field."""
        schema = self._typed(first(item, self.keys.field_type), pointer)
        inner = schema.get("items", schema)
        described = text_of(item, self.keys.field_describe)
        schema |= {"description": described} if described else {}
        written = text_of(item, self.keys.field_format)
        inner |= {"format": written} if written else {}
        choices = first(item, self.keys.field_enum)
        if isinstance(choices, list) and choices:
            inner["enum"] = self._values(inner, choices, pointer)
        if (default := first(item, self.keys.field_default)) is not None:
            listed = schema is not inner and not isinstance(default, list)
            values = self._values(inner, [default], pointer)
            schema["default"] = clone(values) if listed else values[0]
        self._limits(item, schema, inner)
        schema |= extras(item, self.keys)
        if schema.get("type") == "object":
            self._nested(item, schema, pointer)
        return schema

    def required(self, item: dict[str, Any], pointer: str) -> bool:
        """Say whether a field must be given."""
        value = first(item, self.keys.field_required)
        if isinstance(value, str) and value.strip().lower() in ("true", "yes", "1"):
            return True
        if value is not None and not isinstance(value, bool | str | int):
            self.say("SPEC028", "`required` is no boolean; read as false", pointer)
        return value is True or value == 1

    def fields(
        self, entry: dict[str, Any], pointer: str
    ) -> list[tuple[dict[str, Any], str]]:
        """Return the fields of an endpoint with their pointers: a list, or a map."""
        key = next((key for key in self.keys.body if entry.get(key) is not None), None)
        if key is None:
            return []
        at, listed = location.join(pointer, key), entry[key]
        if isinstance(listed, dict):
            return [
                ({self.keys.field_name[0]: name, **value}, location.join(at, name))
                for name, value in listed.items()
                if isinstance(value, dict)
            ]
        found = []
        for index, item in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(item, dict) and text_of(item, self.keys.field_name):
                found.append((item, f"{at}/{index}"))
            else:
                message = "a field without a name; it is left out"
                self.say("SPEC028", message, f"{at}/{index}", "dropped")
        return found

    def _typed(self, written: Any, pointer: str) -> dict[str, Any]:
        text = written.strip().lower() if isinstance(written, str) else ""
        if found := _LIST.match(text):
            return {
                "type": "array",
                "items": self._typed(found[1] or found[2], pointer),
            }
        if text in _TYPES:
            schema: dict[str, Any] = {"type": _TYPES[text]}
            return schema | ({"format": _FORMATS[text]} if text in _FORMATS else {})
        if text not in ("", "any"):
            message = f"type {text!r:.40} is not known; any value is taken"
            self.say("SPEC028", message, pointer, "degraded")
        return {}

    def _values(
        self, schema: dict[str, Any], values: list[Any], pointer: str
    ) -> list[Any]:
        """Values of a text field are texts; a number in the catalogue is written out."""
        if schema.get("type") != "string":
            return values
        mended = [
            value if isinstance(value, str | None | list | dict) else json.dumps(value)
            for value in values
        ]
        if mended != values:
            message = "values of a text field are not texts; read as their text"
            self.say("SPEC028", message, pointer, "repaired")
        return mended

    def _limits(
        self, item: dict[str, Any], schema: dict[str, Any], inner: dict[str, Any]
    ) -> None:
        kinds = {
            "min_length": ("minLength", inner, "string"),
            "max_length": ("maxLength", inner, "string"),
            "min_items": ("minItems", schema, "array"),
            "max_items": ("maxItems", schema, "array"),
            "minimum": ("minimum", inner, "number"),
            "maximum": ("maximum", inner, "number"),
        }
        for key, (keyword, target, kind) in kinds.items():
            value = first(item, getattr(self.keys, key))
            number = isinstance(value, int | float) and not isinstance(value, bool)
            fits = target.get("type") in (
                (kind, "integer") if kind == "number" else (kind,)
            )
            if number and fits:
                target[keyword] = value
        pattern = text_of(item, self.keys.pattern)
        if pattern and inner.get("type") == "string":
            inner["pattern"] = pattern

    def _nested(
        self, item: dict[str, Any], schema: dict[str, Any], pointer: str
    ) -> None:
        key = next((k for k in self.keys.field_fields if item.get(k)), None)
        if key is None:
            return
        inner = Properties()
        for member, where in self.fields({self.keys.body[0]: item[key]}, pointer):
            name = text_of(member, self.keys.field_name)
            inner.add(name, self.schema(member, where), self.required(member, where))
        schema |= inner.schema()

    def table(self, rows: list[Any]) -> dict[str, Any]:
        """Return the object that a response table describes (`data.task_id`)."""
        properties: dict[str, Any] = {}
        for row in rows:
            if not isinstance(row, dict) or not text_of(row, self.keys.field_name):
                continue
            at = properties
            *parents, last = text_of(row, self.keys.field_name).split(".")
            for name in parents:
                inner = at.setdefault(name, {})
                inner["type"] = "object"
                at = inner.setdefault("properties", {})
            at[last] = {
                **self._typed(first(row, self.keys.field_type), ""),
                **at.get(last, {}),
            }
            described = text_of(row, self.keys.field_describe)
            at[last] |= {"description": described} if described else {}
        return {"type": "object", "properties": properties}

    def say(
        self, code: str, message: str, pointer: str, effect: Effect = "repaired"
    ) -> None:
        """Report a finding about the catalogue, with its line."""
        place = location.locate(
            self.document.text, pointer, self.document.origin.format
        )
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=pointer,
                effect=effect,
                subject="operation" if code == "SPEC027" else "keyword",
                line=place.line,
                column=place.column,
            )
        )
