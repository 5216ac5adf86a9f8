"""Bring one schema object to the dialect of OpenAPI 3.1 (JSON Schema 2020-12).

Parents come first: a rule may rewrite the members of the schema it holds, and those
are visited afterwards. What is said by a 3.0 keyword is said by its 3.1 twin; what is
broken is repaired when the meaning is plain, dropped otherwise, and always told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from specloom import location
from specloom.spec.contradictions import null_beside_others, values_of_items
from specloom.spec.defaults import default, takes_null
from specloom.spec.document import Source
from specloom.spec.grammar import walk
from specloom.spec.numbers import exclusive, limits, scalars_of_enum
from specloom.spec.raw import kind_of
from specloom.spec.repair import Node, mend_flags, mend_shapes, mend_texts
from specloom.spec.yaml_tree import parse_scalar

_TYPES: Final = ("string", "number", "integer", "boolean", "array", "object", "null")
_MEANT: Final[dict[str, dict[str, str]]] = {
    "int": {"type": "integer"},
    "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"},
    "long": {"type": "integer", "format": "int64"},
    "float": {"type": "number", "format": "float"},
    "double": {"type": "number", "format": "double"},
    "decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "str": {"type": "string"},
    "text": {"type": "string"},
    "enum": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "date-time": {"type": "string", "format": "date-time"},
    "timestamp": {"type": "string"},
    "uuid": {"type": "string", "format": "uuid"},
    "uri": {"type": "string", "format": "uri"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "file": {"type": "string", "format": "binary"},
    "binary": {"type": "string", "format": "binary"},
    "map": {"type": "object"},
    "dict": {"type": "object"},
    "hash": {"type": "object"},
    "list": {"type": "array"},
    "none": {"type": "null"},
    "nil": {"type": "null"},
    "any": {},
    "mixed": {},
}
_COMBINED: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = (
    "items",
    "additionalItems",
    "propertyNames",
    "contains",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
    "not",
    "if",
    "then",
    "else",
)
_VALUES: Final = frozenset({"default", "const", "example", "enum", "examples"})
_BESIDE_REF: Final = frozenset(
    {
        *("title", "description", "deprecated", "readOnly", "writeOnly", "default"),
        *("example", "examples", "nullable", "externalDocs", "xml"),
    }
)


def upgrade(node: Node) -> None:
    """Bring one schema object to the 3.1 dialect, in place."""
    if "$ref" in node.value and node.old:
        _strip_beside_ref(node)
    for rule in _RULES:
        rule(node)


def from_scalar(value: Any) -> dict[str, Any]:
    """Return the schema meant by a value that is no schema object."""
    if isinstance(value, str) and value.strip().lower() in (*_TYPES, *_MEANT):
        return {"type": value}
    return {}


def _strip_beside_ref(node: Node) -> None:
    """3.0: keywords beside `$ref` say nothing (section 4.7.23); annotations stay."""
    for key in [key for key in node.value if key != "$ref"]:
        if key not in _BESIDE_REF and not key.startswith("x-"):
            del node.value[key]
            node.say(
                "SPEC038",
                f"`{key}` beside `$ref` has no meaning in OpenAPI 3.0; left out",
                key,
                effect="dropped",
                severity="note",
                hint="Use `allOf` with the reference and the further keywords.",
            )


def _nulls(node: Node) -> None:
    for key in [key for key, value in node.value.items() if value is None]:
        if key == "type":
            node.value[key] = "null"
        elif key not in _VALUES and not key.startswith("x-"):
            node.drop(key, "SPEC032", f"`{key}` is null")


def _forms(node: Node) -> None:
    mend_flags(node, ("nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems"))
    mend_texts(node, ("title", "description", "format", "pattern", "contentEncoding"))
    mend_shapes(
        node,
        {
            "properties": dict,
            "patternProperties": dict,
            "dependentSchemas": dict,
            "$defs": dict,
            "enum": list,
            "prefixItems": list,
            **dict.fromkeys(_COMBINED, list),
        },
    )
    for key in (*_COMBINED, "prefixItems", "enum"):
        if node.value.get(key) == []:
            node.drop(key, "SPEC032", f"`{key}` is empty")
    extra = node.value.get("additionalProperties")
    if isinstance(extra, str) and extra.lower() in ("true", "false"):
        node.value["additionalProperties"] = extra.lower() == "true"
        node.say(
            "SPEC033",
            f"the text {extra!r} is read as a boolean",
            "additionalProperties",
        )


def _types(node: Node) -> None:
    written = node.value.get("type")
    if written is None or written in _TYPES:
        return
    words = written if isinstance(written, list) else [written]
    types: list[str] = []
    for word in words:
        meant = _meant(node, word)
        types += [meant] if meant is not None and meant not in types else []
    if not types:
        del node.value["type"]
    else:
        node.value["type"] = types if isinstance(written, list) else types[0]


def _meant(node: Node, word: Any) -> str | None:
    if word is None:
        return "null"
    if word in _TYPES:
        return str(word)
    lowered = word.strip().lower() if isinstance(word, str) else ""
    if lowered in _TYPES:
        node.say("SPEC033", f"type {word!r} is read as {lowered!r}", "type")
        return lowered
    meant = _MEANT.get(lowered)
    if meant is None:
        found = repr(word) if isinstance(word, str) else kind_of(word)
        message = f"{found:.60} is no JSON Schema type; any value is taken"
        node.say("SPEC039", message, "type", effect="degraded", subject="schema")
        return None
    if lowered != "file" or not node.old:
        node.say("SPEC033", f"type {word!r} is read as {meant or 'any value'}", "type")
    if "format" in meant:
        node.value.setdefault("format", meant["format"])
    return meant.get("type")


def _required(node: Node) -> None:
    """Names of required properties; a boolean on a property says the same."""
    written = node.value.get("required", [])
    if not isinstance(written, list):
        del node.value["required"]
        if isinstance(written, str) and written.lower() not in ("true", "false"):
            written = [written]
        else:
            written = []
    names = [name for name in written if isinstance(name, str)]
    for name, member in _properties(node).items():
        flag = member.get("required") if isinstance(member, dict) else None
        if isinstance(flag, bool):
            del member["required"]
            if flag:
                names.append(name)
                message = f"`required: true` on property {name!r}; listed in its object"
                node.say("SPEC033", message, "properties", name)
    if names:
        node.value["required"] = list(dict.fromkeys(names))
    elif "required" in node.value:
        del node.value["required"]


def _properties(node: Node) -> dict[str, Any]:
    found = node.value.get("properties")
    return found if isinstance(found, dict) else {}


def _single(node: Node) -> None:
    """`items` as a list is a tuple (drafts before 2020-12)."""
    items = node.value.get("items")
    if isinstance(items, list):
        node.rename("items", "prefixItems")
        if not items:
            del node.value["prefixItems"]
        if "additionalItems" in node.value:
            node.rename("additionalItems", "items")
    elif "additionalItems" in node.value and "prefixItems" not in node.value:
        del node.value["additionalItems"]


def _dependencies(node: Node) -> None:
    """`dependencies` is split by what its members are (draft 2019-09)."""
    found = node.value.pop("dependencies", None)
    for key, value in found.items() if isinstance(found, dict) else ():
        name = "dependentRequired" if isinstance(value, list) else "dependentSchemas"
        node.value.setdefault(name, {})[key] = value


def _discriminator(node: Node) -> None:
    found = node.value.get("discriminator")
    if isinstance(found, str):
        node.value["discriminator"] = {"propertyName": found}
        return
    if found is None:
        return
    name = found.get("propertyName") if isinstance(found, dict) else None
    if not isinstance(name, str):
        message = "the discriminator names no property; the union has no tag"
        node.drop("discriminator", "SPEC032", message)
        return
    mapping = found.get("mapping", {})
    texts = mapping if isinstance(mapping, dict) else {}
    kept = {key: value for key, value in texts.items() if isinstance(value, str)}
    if kept != mapping:
        found["mapping"] = kept
        message = "values of a discriminator mapping must be texts; others are left out"
        node.say("SPEC032", message, "discriminator", "mapping", effect="dropped")


def _examples(node: Node) -> None:
    """`example` is written as the first of `examples`."""
    value = node.value
    if isinstance(value.get("examples"), dict):
        value["examples"] = [
            item["value"] if isinstance(item, dict) and "value" in item else item
            for item in value["examples"].values()
        ]
    elif "examples" in value and not isinstance(value["examples"], list):
        value["examples"] = [value["examples"]]
    if "example" in value:
        example = value.pop("example")
        if "examples" not in value and not (example is None and node.old):
            value["examples"] = [example]


def _binary(node: Node) -> None:
    """3.0's `binary` and `byte` are content keywords in 3.1; `format` stays."""
    if not node.old:
        return
    match node.value.get("format"):
        case "binary":
            node.value.setdefault("contentMediaType", "application/octet-stream")
        case "byte" | "base64":
            node.value.setdefault("contentEncoding", "base64")


def _recursive(node: Node) -> None:
    """2019-09: `$recursiveRef: "#"` means the nearest schema with the anchor."""
    if "$recursiveAnchor" in node.value:
        del node.value["$recursiveAnchor"]
        inner: list[str] = []
        for pointer, value, kind in walk(node.value, "schema", node.pointer):
            if kind != "schema" or not isinstance(value, dict):
                continue
            if "$recursiveAnchor" in value:
                inner.append(f"{pointer}/")
            elif "$recursiveRef" in value and not pointer.startswith(tuple(inner)):
                del value["$recursiveRef"]
                value["$ref"] = location.to_ref(node.pointer)
    if "$recursiveRef" in node.value:
        message = "`$recursiveRef` without a `$recursiveAnchor`; any value is taken"
        node.drop("$recursiveRef", "SPEC039", message)


def _texts_of_enum(node: Node) -> None:
    """Numbers and booleans among the values of a text schema are unquoted texts."""
    types = node.value.get("type")
    kinds = set(types) if isinstance(types, list) else {types}
    values = node.value.get("enum")
    if "string" not in kinds or kinds - {"string", "null"} or values is None:
        return
    for index, value in enumerate(values):
        if not isinstance(value, bool | int | float):
            continue
        at = location.join(node.pointer, "enum", index)
        values[index] = _as_written(node.draft.source(at), value)
        message = f"{value!r:.40} in an enum of texts is read as {values[index]!r:.40}"
        node.say("SPEC033", message, "enum", index)


def _as_written(source: Source, value: Any) -> str:
    """Return the text of a scalar in its file: `012`, where YAML reads twelve."""
    written = None
    if source.origin.format == "yaml":
        written = location.scalar(source.text, source.pointer, "yaml")
    same = written is not None and parse_scalar(written) == value
    return written if same and written else json.dumps(value)


def _nullable(node: Node) -> None:
    """`nullable: true`, in all its spellings, becomes a type."""
    flags = [node.value.pop(key, None) for key in ("nullable", "x-nullable")]
    if True not in flags and "true" not in flags:
        return
    value = node.value
    combined = [key for key in _COMBINED if key in value]
    if "$ref" in value or len(combined) > 1 or combined == ["allOf"]:
        _wrap(node)
    elif combined:
        _add_null_arm(node, combined[0])
    elif "type" in value:
        _add_null_type(value)
    elif "enum" in value and None not in value["enum"]:
        value["enum"].append(None)


def _add_null_type(value: dict[str, Any]) -> None:
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    value["type"] = types if "null" in types else [*types, "null"]
    if isinstance(value.get("enum"), list) and None not in value["enum"]:
        value["enum"].append(None)
    if value.get("const") is not None:
        value["enum"] = [value.pop("const"), None]


def _add_null_arm(node: Node, key: str) -> None:
    if "type" in node.value:
        _add_null_type(node.value)
    if not any(_holds_null(node, arm) for arm in node.value[key]):
        node.value[key].append({"type": "null"})


def _holds_null(node: Node, arm: Any) -> bool:
    """Say whether an arm takes null for certain."""
    return isinstance(arm, dict) and takes_null(node, arm) and "$ref" not in arm


def _wrap(node: Node) -> None:
    """Move the keywords into the first arm of a union whose second arm is null."""
    value = node.value
    moved = [key for key in value if key not in _BESIDE_REF and key[:2] != "x-"]
    arms = value.get("allOf")
    single = moved == ["allOf"] and isinstance(arms, list) and len(arms) == 1
    for key in moved:
        node.draft.move(
            location.join(node.pointer, key),
            location.join(node.pointer, "anyOf", 0, *(() if single else (key,))),
        )
    inner = {key: value.pop(key) for key in moved}
    value["anyOf"] = [arms[0] if single and arms else inner, {"type": "null"}]


_RULES: Final[tuple[Callable[[Node], None], ...]] = (
    _nulls,
    _forms,
    _types,
    null_beside_others,
    values_of_items,
    _texts_of_enum,
    scalars_of_enum,
    limits,
    exclusive,
    _required,
    _single,
    _dependencies,
    _discriminator,
    _examples,
    _binary,
    _recursive,
    default,
    _nullable,
)
