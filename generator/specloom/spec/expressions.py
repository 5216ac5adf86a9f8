"""Whether a runtime expression can be read (OpenAPI 3.1, 4.8.20.3, and our additions)."""

from __future__ import annotations

import re

_FORMS = re.compile(
    r"\$(?:url|method|statusCode|job\.id"
    r"|(?:response|message)\.(?:body(?P<body>#.*)?|header\.[^\s#]+)"
    r"|request\.(?:body(?P<sent>#.*)?|(?:path|query|header|cookie)\.[^\s#]+)"
    r"|(?:captured|kept|identity)\.[^\s#]+(?P<kept>#.*)?)",
    re.DOTALL,
)
_BAD_ESCAPE = re.compile(r"~(?![01])")
_KNOWN = (
    "$response.body#/..., $response.header.NAME, $request.body#/..., $request.path.NAME, "
    "$job.id, $captured.NAME, $kept.NAME, $identity.NAME, $url, $method or $statusCode"
)


def problem(expression: str) -> str | None:
    """Return why an expression cannot be read, None when it can (or is a constant)."""
    if not expression.startswith("$"):
        return None
    found = _FORMS.fullmatch(expression)
    if found is None:
        return f"this is not an expression; expected {_KNOWN}"
    pointer = next((text[1:] for text in found.groups() if text), "")
    if pointer and not pointer.startswith("/"):
        return "a pointer begins with `/`"
    if _BAD_ESCAPE.search(pointer):
        return "in a pointer `~` is followed by 0 or 1"
    return None
