"""Types of a union's arms are named by what tells them apart, not by a number."""

from __future__ import annotations

import re

import pytest
from specloom import ir
from specloom.python import types

TEXT = ir.Text()
LONG = ir.Enum(values=tuple(f"a-rather-long-value-{number}" for number in range(4)))


def fields(*wires: str) -> ir.Object:
    return ir.Object(
        properties=tuple(
            ir.Property(wire=wire, schema=TEXT, required=True) for wire in wires
        )
    )


def constant(wire: str, value: str) -> ir.Object:
    kind = ir.Property(wire=wire, schema=ir.Enum(values=(value,)), required=True)
    return ir.Object(properties=(kind,))


def named(*arms: ir.Schema) -> set[str]:
    """Return the names that a module declares for a field of these arms."""
    item = ir.Property(wire="x", schema=ir.Union(arms=arms), required=True)
    root = types.Root("Thing", ir.Object(properties=(item,)), "things", "input")
    plan = types.plan(ir.Api(title="t"), [root], "client")
    found: set[str] = set()
    for module in plan.modules:
        found |= {item.name for item in module.classes}
        for alias in (*module.leading, *module.statements):
            found |= set(re.findall(r"^(\w+): TypeAlias", alias.text, re.M))
    return found - {"Thing"}


@pytest.mark.parametrize(
    ("arms", "names"),
    [
        ((TEXT, fields("a")), {"ThingXObject"}),
        ((TEXT, LONG), {"ThingXEnum"}),
        ((TEXT, ir.Array(items=fields("a"))), {"ThingXItem"}),
        ((TEXT, constant("type", "function")), {"ThingXFunction"}),
        (
            (fields("id", "url"), fields("id", "file")),
            {"ThingXWithUrl", "ThingXWithFile"},
        ),
        (
            (constant("kind", "cat"), constant("kind", "dog")),
            {"ThingX", "ThingXCat", "ThingXDog"},
        ),
        (
            (TEXT, fields("a"), fields("a")),
            {"ThingXVariant2", "ThingXVariant3"},
        ),
    ],
)
def test_an_arm_is_named_by_what_it_has_alone(
    arms: tuple[ir.Schema, ...], names: set[str]
) -> None:
    assert named(*arms) == names
