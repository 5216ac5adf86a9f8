"""Which of several bodies a call sends: what its Content-Type or its values say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ._files import holds_files, is_file
from ._omit import OMIT
from ._values import essence, is_mapping, is_text, is_value

if TYPE_CHECKING:
    from ._operation import Body, Operation
    from ._options import Arguments


def chosen_body(operation: Operation[Any], arguments: Arguments) -> Body | None:
    """Return the body that the call's Content-Type names, else the one that fits."""
    bodies = operation.bodies
    if not bodies:
        return None
    wanted = (*arguments.header.items(), *(arguments.options.headers or {}).items())
    for name, value in wanted:
        if name.lower() == "content-type" and isinstance(value, str):
            for body in bodies:
                kinds = (body.media_type, *body.also)
                if essence(value) in map(str.lower, kinds):
                    return replace(body, media_type=value, also=())
    given = arguments.body
    if len(bodies) == 1:
        return bodies[0]
    return _fitting(bodies, given) if is_mapping(given) else _written(bodies, given)


def _written(bodies: tuple[Body, ...], given: Any) -> Body:
    """Return the body for a text or a file, where the first one takes values."""
    if isinstance(given, str):
        texts = (body for body in bodies if is_text(body.media_type))
        return next(texts, bodies[0])
    if not is_file(given):
        return bodies[0]
    raw = [body for body in bodies if not is_value(body.media_type)]
    binary = [body for body in raw if not is_text(body.media_type)]
    return [*binary, *raw, bodies[0]][0]


def _fitting(bodies: tuple[Body, ...], given: Mapping[str, Any]) -> Body:
    """Return the first body that takes what is given: its fields, files if any."""
    names = {name for name, value in given.items() if value is not OMIT}
    if any(holds_files(value) for value in given.values()):
        forms = (
            body for body in bodies if any(e.file for e in body.encodings.values())
        )
        bodies = tuple(forms) or bodies
    knowing = (body for body in bodies if body.fields and names <= set(body.fields))
    return next(knowing, bodies[0])
