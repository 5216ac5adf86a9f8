"""What a server answers: the first success of an operation, drawn from its schema."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from tests import reading_bodies
from tests.asking import Call, Described
from tests.draws import Drawer

_END = "[DONE]"
EVENTS = "text/event-stream"
_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer, and the value that a client has to find in them."""

    status: int = 200
    media_type: str = ""
    body: bytes = b""
    value: Any = None
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Answering:
    """Draws answers to calls."""

    described: Described
    drawer: Drawer
    dice: random.Random

    @classmethod
    def of(cls, document: Mapping[str, Any], dice: random.Random) -> Answering:
        """Return what answers the operations of a document."""
        return cls(Described(document), Drawer(document, dice, side="response"), dice)

    def answer(self, call: Call, wealth: float, items: Sequence[str]) -> Answer:
        """Draw the answer to a call; one without a value where none is declared.

        `items` are the places of what a call yields, when it yields pages.
        """
        self.drawer.wealth = wealth
        status, response = self._success(call)
        if status is None or call.kind == "job":  # a job's answers are followed
            return Answer()
        contents = response.get("content") or {}
        media_type = _chosen(call, contents)
        if media_type is None or status in (204, 205) or call.verb == "HEAD":
            return Answer(status)
        content = contents[media_type]
        if call.kind == "stream":
            return self._stream(status, media_type, content)
        schema = content.get("schema")
        if _is_any(media_type) and self._is_text(schema):
            return self._whole(status, "text/plain")
        if "json" in media_type or _is_any(media_type):
            if schema is None:
                return Answer(status)
            is_good = _is_no_refusal if call.kind == "pages" else _is_anything
            value = self.drawer.draw(schema, is_good)
            body = json.dumps(value).encode()
            found = _found(value, items) if call.kind == "pages" else value
            return Answer(status, _spelled(media_type), body, found, True)
        if self._is_binary(schema):
            data = self.dice.randbytes(12)
            return Answer(status, _spelled(media_type), data, data, True)
        return self._whole(status, _spelled(media_type))

    def _whole(self, status: int, media_type: str) -> Answer:
        """Draw a text, or bytes, which have no schema to speak of."""
        if _is_told_as_text(media_type):
            text = str(self.drawer.draw({"type": "string"}))
            return Answer(status, media_type, text.encode(), text, True)
        data = self.dice.randbytes(12)
        return Answer(status, media_type, data, data, True)

    def _is_binary(self, schema: Any) -> bool:
        found = self.described.resolve(schema)
        return isinstance(found, Mapping) and found.get("format") == "binary"

    def _is_text(self, schema: Any) -> bool:
        """Tell a schema of texts: what comes as any type is then one, not JSON."""
        found = self.described.resolve(schema)
        return isinstance(found, Mapping) and found.get("type") == "string"

    def _success(self, call: Call) -> tuple[int | None, Any]:
        responses = self.described.operation(call).get("responses") or {}
        good = [name for name in responses if str(name).startswith("2")]
        name = next(iter(sorted(good, key=_solid)), None)
        if name is None and "default" in responses:
            name = "default"
        if name is None:
            return None, {}
        text = str(name).upper().replace("XX", "00").replace("DEFAULT", "200")
        return int(text), self.described.resolve(responses[name])

    def _stream(self, status: int, media_type: str, content: Any) -> Answer:
        said = "x-oas32-itemSchema" in content
        schema = content["x-oas32-itemSchema" if said else "schema"]
        values = [self.drawer.draw(schema) for _ in range(_ITEMS)]
        if not media_type.startswith(EVENTS):
            mark = "\x1e" if "json-seq" in media_type else ""
            body = "".join(f"{mark}{json.dumps(value)}\n" for value in values)
            return Answer(status, media_type, body.encode(), values, True)
        kinds = list(self._kinds(schema))
        if not all(_is_event(kind, said) for kind in kinds):
            body = "".join(_event({"data": _told(value)}) for value in values)
            return Answer(status, media_type, body.encode(), values, True)
        body = "".join(map(_event, values))
        if sum("event" in kind for kind in kinds) > 1 or any(map(_varies, kinds)):
            return Answer(status, media_type, body.encode(), _dispatched(values), True)
        found = [value["data"] for value in values if value.get("data")]
        told = list(takewhile(lambda data: data != _END, found))
        return Answer(status, media_type, body.encode(), told, True)

    def _kinds(self, schema: Any) -> Iterator[Mapping[str, Any]]:
        """Yield the properties of each kind of event (OpenAPI 3.2, 4.14.4)."""
        found = self.described.resolve(schema)
        if not isinstance(found, Mapping):
            yield {}
            return
        arms = [arm for key in ("oneOf", "anyOf") for arm in found.get(key) or ()]
        own = found.get("properties", {})
        for arm in arms:
            yield from ({**own, **kind} for kind in self._kinds(arm))
        if not arms:
            yield own


def _is_event(kind: Mapping[str, Any], said: bool) -> bool:
    """Tell whether properties are those of an event; `said`: by an itemSchema."""
    known = kind.keys() <= {"data", "event", "id", "retry"}
    return known and ("data" in kind or (said and "event" in kind))


def _varies(kind: Mapping[str, Any]) -> bool:
    """Tell whether the name of an event says something."""
    name = kind.get("event", {"const": ""})
    return "const" not in name and len(name.get("enum", ())) != 1


def _dispatched(values: Sequence[Any]) -> list[Any]:
    """Return events as they are dispatched (HTML, 9.2.6): those with data.

    An id counts until the next one is given; `retry` is not part of an event.
    """
    found: list[Any] = []
    last: dict[str, Any] = {}
    for value in values:
        last = {"id": value["id"]} if "id" in value else last
        if value.get("data") not in (None, ""):
            said = {key: item for key, item in value.items() if key != "retry"}
            found.append({"event": "message", **said, **last})
    return found


def _is_any(media_type: str) -> bool:
    return media_type in ("*/*", "application/*")


def _is_told_as_text(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    kind, _, name = essence.partition("/")
    return (
        kind == "text" or re.search(r"(^|\W)(xml|yaml|javascript)$", name) is not None
    )


def _is_anything(value: Any) -> bool:
    return True


def _is_no_refusal(value: Any) -> bool:
    """Tell a page from an answer that says no under a good status."""
    return not isinstance(value, dict) or not (
        value.get("success") is False or isinstance(value.get("error"), dict)
    )


def _told(value: Any) -> str:
    """Return the data of an event: a text as it is, else JSON."""
    return value if isinstance(value, str) else json.dumps(value)


def _event(fields: Mapping[str, Any]) -> str:
    lines = (f"{name}: {_told(value)}\n" for name, value in fields.items())
    return "".join(lines) + "\n"


def _found(value: Any, pointers: Sequence[str]) -> list[Any]:
    """Return the list at the first pointer that leads to one."""
    for pointer in pointers:
        item = value
        for part in pointer.split("/")[1:]:
            item = item.get(part) if isinstance(item, dict) else None
        if isinstance(item, list):
            return item
    return []


def _solid(status: str) -> tuple[bool, str]:
    return ("X" in status.upper(), status)


def _chosen(call: Call, contents: Mapping[str, Any]) -> str | None:
    names = list(contents)
    if call.kind == "stream":
        streams = [name for name in names if _streams(name)]
        return next(iter(streams or names), None)
    solid = [name for name in names if not _streams(name)]
    typed = [name for name in solid if contents[name].get("schema") not in (None, {})]
    json_first = sorted(typed or solid, key=_distance)
    return next(iter(json_first), None)


def _distance(media_type: str) -> int:
    """Order media types as a client of typed answers would: JSON first."""
    if media_type == "application/json":
        return 0
    if media_type.startswith("application/json") and "+" not in media_type:
        return 1
    return 2 if "json" in media_type else 3


def _streams(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence == EVENTS or essence in reading_bodies.LINES


def _spelled(media_type: str) -> str:
    if _is_any(media_type):
        return "application/json"
    return media_type.replace("/*", "/plain")
