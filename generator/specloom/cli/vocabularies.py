"""The named vocabularies of states in a description: `queue_status_values`, ..."""

from __future__ import annotations

from specloom import ir
from specloom.cli import schemas


def state_values(described: ir.Api) -> dict[str, list[str]]:
    """Return each named vocabulary of states: `queue_status_values`, ...

    A named schema is one when all its values are state words of a lifecycle.
    """
    words = {word.casefold() for life in described.lifecycles for word in life.states}
    found: dict[str, list[str]] = {}
    for key, named in described.schemas.items():
        values = schemas.allowed(named.schema, described)
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) > 1 and all(text.casefold() in words for text in texts):
            found[f"{_vocabulary(key)}_status_values"] = texts
    return found


def _vocabulary(key: str) -> str:
    from specloom.python import names

    spelled = names.snake(key)
    for ending in ("_status", "_state", "_statuses", "_states"):
        spelled = spelled.removesuffix(ending)
    return spelled
