"""Repair what stands at the root of a document: info, paths, tags, components."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from specloom import location
from specloom.spec import path_queries
from specloom.spec.raw import kind_of
from specloom.spec.repair import Node, mend_docs, mend_shapes, mend_texts

_SECTIONS: Final = (
    *("schemas", "responses", "parameters", "examples", "requestBodies", "headers"),
    *("securitySchemes", "links", "callbacks", "pathItems"),
)


def root(node: Node) -> None:
    """Repair the OpenAPI Object."""
    value = node.value
    objects = dict.fromkeys(("components", "paths", "webhooks"), dict)
    mend_shapes(
        node, {**objects, **dict.fromkeys(("servers", "security", "tags"), list)}
    )
    _info(node)
    if "webhooks" not in value and isinstance(value.get("x-webhooks"), dict):
        node.rename("x-webhooks", "webhooks")
    if not value.keys() & {"paths", "webhooks", "components"}:
        value["paths"] = {}
        node.say("SPEC034", "the document has neither paths nor webhooks")
    if "security" in value:
        value["security"] = [
            item for item in value["security"] if isinstance(item, dict)
        ]
    mend_docs(node)
    _paths(node)
    path_queries.mend(node)
    _tags(node)


def components(node: Node) -> None:
    """Repair the Components Object."""
    mend_shapes(node, dict.fromkeys(_SECTIONS, dict))


def tag(node: Node) -> None:
    """Repair one Tag Object."""
    mend_texts(node, ("description",))
    mend_docs(node)


def _info(node: Node) -> None:
    info = node.value.get("info")
    if not isinstance(info, dict):
        info = node.value["info"] = {}
    inner = replace(node, value=info, pointer="/info")
    mend_texts(inner, ("title", "version", "description", "summary", "termsOfService"))
    for key in ("title", "version"):
        if key not in info:
            inner.say("SPEC034", f"`info` has no `{key}`; it is empty")
            info[key] = ""
    for key in ("license", "contact"):
        if key in info and not isinstance(info[key], dict):
            inner.drop(key, "SPEC032", f"`{key}` is {kind_of(info[key])}")
        elif key in info:
            mend_texts(
                replace(inner, value=info[key], pointer=f"/info/{key}"),
                ("name", "url", "email", "identifier"),
            )
    licence = info.get("license")
    if licence is not None and "name" not in licence:
        licence["name"] = licence.get("identifier") or licence.get("url") or ""


def _paths(node: Node) -> None:
    paths: dict[str, Any] = node.value.get("paths") or {}
    for key in list(paths):
        if key.startswith(("/", "x-")):
            continue
        message = f"path {key!r:.80} does not start with `/`; it is added"
        node.say("SPEC034", message, "paths", key)
        item = paths.pop(key)
        if f"/{key}" not in paths:
            paths[f"/{key}"] = item
            old = location.join("/paths", key)
            node.draft.move(old, location.join("/paths", f"/{key}"))


def _tags(node: Node) -> None:
    """Tags are objects with a name each, and no name stands twice (4.8.1)."""
    tags = node.value.get("tags", [])
    seen: set[str] = set()
    bad: list[str] = []
    for index, value in enumerate(tags):
        if isinstance(value, str):
            tags[index] = value = {"name": value}
        name = value.get("name") if isinstance(value, dict) else None
        if not isinstance(name, str) or name in seen:
            what = (
                "without a name" if name is None else f"{name!r:.60} that stands twice"
            )
            node.say("SPEC032", f"a tag {what}", "tags", index, effect="dropped")
            bad.append(f"/tags/{index}")
        else:
            seen.add(name)
    node.draft.remove(bad)
