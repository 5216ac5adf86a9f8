"""Carry what only OpenAPI 3.2 can say through the 3.1 dialect, as `x-oas32-*`.

A carry stands where its 3.2 keyword stood: `query` of a path item becomes
`x-oas32-query`, `itemSchema` of a media type `x-oas32-itemSchema`. A parameter
`in: querystring` is written `in: query` with `x-oas32-in: querystring`, a style
`cookie` as `form` with `x-oas32-style: cookie`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specloom.spec.grammar import Kind
from specloom.spec.repair import Node

PREFIX: Final = "x-oas32-"

CARRIED: Final[Mapping[Kind, tuple[str, ...]]] = {
    "openapi": ("$self",),
    "components": ("mediaTypes",),
    "path": ("query", "additionalOperations"),
    "media": ("itemSchema", "prefixEncoding", "itemEncoding"),
    "encoding": ("encoding", "prefixEncoding", "itemEncoding"),
    "tag": ("summary", "parent", "kind"),
    "server": ("name",),
    "response": ("summary",),
    "discriminator": ("defaultMapping",),
    "scheme": ("deprecated", "oauth2MetadataUrl"),
    "example": ("serializedValue",),
}


def carry(node: Node, kind: Kind) -> None:
    """Rename the 3.2 keywords of one object to their carries."""
    for key in CARRIED.get(kind, ()):
        if key in node.value:
            node.rename(key, PREFIX + key.lstrip("$"))
    match kind:
        case "parameter":
            _parameter(node)
        case "example" if "dataValue" in node.value:
            node.rename("dataValue", "value")
        case "scheme":
            _flows(node)
        case _:
            return


def _parameter(node: Node) -> None:
    if node.value.get("in") == "querystring":
        node.value["in"] = "query"
        node.value[f"{PREFIX}in"] = "querystring"
    if node.value.get("style") == "cookie":
        node.value["style"] = "form"
        node.value[f"{PREFIX}style"] = "cookie"


def _flows(node: Node) -> None:
    flows = node.value.get("flows")
    if isinstance(flows, dict) and "deviceAuthorization" in flows:
        node.value[f"{PREFIX}deviceAuthorization"] = flows.pop("deviceAuthorization")
        node.draft.move(
            f"{node.pointer}/flows/deviceAuthorization",
            f"{node.pointer}/{PREFIX}deviceAuthorization",
        )
