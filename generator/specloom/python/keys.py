"""What the keys of an object may be, beside those that are named."""

from __future__ import annotations

from specloom import ir
from specloom.python.constraints import pattern_fault


def of(api: ir.Api, schema: ir.Object) -> ir.Schema | None:
    """Return the schema of the keys; None where any text is one."""
    if schema.key_schema is not None:
        found = api.resolve(schema.key_schema)
        return found if isinstance(found, ir.Text | ir.Enum) else None
    if isinstance(schema.extra, ir.Nothing | None) and not schema.properties:
        return _matching([pattern for pattern, _ in schema.patterns])
    return None


def _matching(patterns: list[str]) -> ir.Text | None:
    """Return the text that one of the patterns matches, where each can be checked."""
    if not patterns or any(map(pattern_fault, patterns)):
        return None
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    return ir.Text(pattern=patterns[0] if len(patterns) == 1 else either)
