"""The import name of a client."""

from __future__ import annotations

import re
import sys

from . import names

_TAKEN = frozenset(
    {"annotated_types", "httpx", "pydantic", "pydantic_core", "typing_extensions"}
)


def name(title: str) -> str:
    """Return the import name of a client from the title of its document."""
    found = names.snake(
        re.sub(r"(?i)\b(open)?api\b|\bspec(ification)?\b", " ", title), "client"
    )
    taken = found in sys.stdlib_module_names or found in _TAKEN
    return f"{found}_client" if taken else found
