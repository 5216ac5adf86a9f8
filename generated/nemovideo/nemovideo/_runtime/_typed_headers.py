"""Headers of an answer as the model that the document declares for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from ._adapters import exact_adapter
from ._decode import response_for
from ._salvage import kind_of, salvage

if TYPE_CHECKING:
    from ._operation import Operation
    from ._raw import ResponseHeaders


def typed_headers(
    operation: Operation[Any], status: int, headers: ResponseHeaders
) -> Any:
    """Return the declared headers, None where the status declares none.

    A value that does not fit stays text, and one that did not come is None.
    """
    content_type = headers.get("content-type", "")
    response = response_for(operation, status, content_type)
    if response is None or response.headers is None:
        return None
    model: type[BaseModel] = response.headers()
    given = {
        wire: _value(kind_of(field), values)
        for name, field in model.model_fields.items()
        if (values := headers.all(wire := field.alias or name))
    }
    return salvage(model, given)[0]


def _value(of: Any, values: tuple[str, ...]) -> Any:
    """Return the reading of a header that its type takes, else its text."""
    text = ", ".join(values)
    for candidate in _readings(text):
        try:
            exact_adapter(of).validate_python(candidate)
        except ValidationError:
            continue
        return candidate
    return text


def _readings(text: str) -> Iterator[Any]:
    """Yield what a header may mean (OpenAPI: style simple): a text, JSON, a list."""
    yield text
    parts = [part.strip() for part in text.split(",")]
    yield from (_json(text), parts, [_json(part) for part in parts])


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
