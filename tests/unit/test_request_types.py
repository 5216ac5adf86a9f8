"""What printed request types accept and refuse when they are compiled."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError
from specloom import ir
from specloom.python import types

TEXT = ir.Text()
INTEGER = ir.Numeric(integer=True)
NUMBER = ir.Numeric(integer=False)
_numbers = count()


@pytest.fixture
def compiled() -> Iterator[Callable[..., TypeAdapter[Any]]]:
    """Return what turns a schema into the adapter of its printed source."""
    made: list[str] = []

    def compile_(schema: ir.Schema, **named: ir.Schema) -> TypeAdapter[Any]:
        schemas = {key: ir.Named(key=key, schema=item) for key, item in named.items()}
        api = ir.Api(title="t", schemas=schemas)
        root = types.Root("Body", schema, "things", "input")
        text = types.input_source(api, [root])
        name = f"_specloom_test_{next(_numbers)}"
        module = ModuleType(name)
        sys.modules[name] = module
        made.append(name)
        exec(compile(text, name, "exec"), module.__dict__)
        return TypeAdapter(module.Body)

    yield compile_
    for name in made:
        del sys.modules[name]


def _object(*properties: ir.Property, **more: Any) -> ir.Object:
    return ir.Object(properties=properties, **more)


def _x(schema: ir.Schema) -> ir.Object:
    return _object(ir.Property(wire="x", schema=schema, required=True))


NEEDY = ir.Object(extra=TEXT, dependent_required=(("a", ("b",)),))
PAIR = ir.Array(items=ir.Nothing(), prefix=(TEXT, INTEGER), min_items=2)
PATTERNED = ir.Object(extra=ir.Nothing(), patterns=(("^x-", INTEGER), ("^y-", INTEGER)))
COLOR = ir.Enum(values=("red", "green"))
GOOD = [
    (TEXT, "é"),
    (INTEGER, 3),
    (NUMBER, 3),
    (NUMBER, 3.5),
    (ir.Boolean(), True),
    (ir.Array(items=INTEGER), (1, 2)),
    (ir.Array(items=ir.Array(items=TEXT)), [["a"], ()]),
    (ir.Object(extra=INTEGER), {"a": 1}),
    (ir.Text(format="date-time"), "2024-02-29T23:59:60Z"),
    (ir.Text(format="date-time"), datetime(2024, 2, 29, tzinfo=UTC)),
    (ir.Text(format="date"), date(2024, 2, 29)),
    (ir.Text(format="uuid"), "6BA7B810-9dad-11d1-80b4-00c04fd430c8"),
    (ir.Text(format="uuid"), UUID(int=1)),
    (ir.Text(format="ipv6"), "::1"),
    (ir.Text(format="time"), time(12, 30)),
    (ir.Text(format="time"), "12:30:00.5+02:00"),
    (ir.Text(format="duration"), timedelta(days=1, seconds=1.5)),
    (ir.Text(format="duration"), "P1Y2M3DT4H5M6.5S"),
    (ir.Text(format="made-up"), "anything"),
    (ir.Text(format="binary"), Path("video.mp4")),
    (ir.Text(format="binary"), b"bytes"),
    (ir.Text(format="binary"), ("a.png", b"bytes", "image/png")),
    (ir.Text(pattern="^[a-z]+$"), "abc"),
    (ir.Text(pattern="^(?=a)b"), "not enforced"),
    (ir.Enum(values=(1.5, {"a": [1]})), {"a": [1.0]}),
    (ir.Enum(values=tuple(range(500))), 499),
    (ir.Numeric(integer=False, multiple_of=0.01), 19.99),
    (ir.Union(arms=(TEXT, ir.Null())), None),
    (PAIR, ["a", 1]),
    (PAIR, ("a", 1)),
    (ir.Object(extra=TEXT, key_schema=ir.Ref(name="Color")), {"red": "x"}),
    (PATTERNED, {"x-a": 1, "y-b": 2}),
    (ir.Anything(), {"any": [None]}),
    (ir.Array(items=ir.Anything()), [1, "a", None]),
    (NEEDY, {"b": "x"}),
    (NEEDY, {"a": "x", "b": "x"}),
]
BAD = [
    (TEXT, 5),
    (TEXT, b"x"),
    (INTEGER, True),
    (INTEGER, "3"),
    (INTEGER, 3.0),
    (NUMBER, True),
    (NUMBER, "3.5"),
    (ir.Boolean(), 1),
    (ir.Array(items=ir.Anything()), "abc"),
    (ir.Array(items=ir.Array(items=ir.Anything())), ["abc"]),
    (NEEDY, {"a": "x"}),
    (ir.Array(items=INTEGER), iter([1])),
    (ir.Array(items=TEXT), "abc"),
    (ir.Array(items=INTEGER, max_items=1), [1, 2]),
    (ir.Array(items=INTEGER, unique=True), [1, 1]),
    (ir.Object(extra=INTEGER), {"a": "1"}),
    (ir.Object(extra=INTEGER, min_properties=1), {}),
    (ir.Text(format="date-time"), "2024-02-30T00:00:00Z"),
    (ir.Text(format="date-time"), 5),
    (ir.Text(format="date"), "2024-13-01"),
    (ir.Text(format="date"), datetime(2024, 2, 29, tzinfo=UTC)),
    (ir.Text(format="time"), "25:00"),
    (ir.Text(format="time"), timedelta(hours=1)),
    (ir.Text(format="duration"), "1h"),
    (ir.Text(format="duration"), "PT"),
    (ir.Text(format="uuid"), 5),
    (ir.Text(format="uuid", max_length=36), "not-a-uuid"),
    (ir.Text(format="uuid"), "not-a-uuid"),
    (ir.Text(format="binary"), None),
    (ir.Text(format="binary"), 5),
    (ir.Text(max_length=2), "abc"),
    (ir.Text(pattern="^[a-z]+$"), "ABC"),
    (ir.Enum(values=("a", "b")), "c"),
    (ir.Enum(values=(1, 2)), True),
    (ir.Enum(values=(True,)), 1),
    (ir.Enum(values=(1.5, {"a": [1]})), {"a": [True]}),
    (ir.Enum(values=tuple(range(500))), 500),
    (ir.Numeric(integer=True, minimum=3, maximum=15), 16),
    (ir.Numeric(integer=False, multiple_of=0.01), 0.005),
    (ir.Union(arms=(TEXT, INTEGER)), 1.5),
    (ir.Null(), 0),
    (PAIR, ["a"]),
    (PAIR, ["a", 1, 2]),
    (PAIR, [1, "a"]),
    (ir.Object(extra=TEXT, key_schema=ir.Ref(name="Color")), {"blue": "x"}),
    (PATTERNED, {"z": 1}),
    (PATTERNED, {"x-a": "text"}),
]


@pytest.mark.parametrize(("schema", "value"), GOOD)
def test_a_value_of_the_schema_is_accepted_in_a_field_and_alone(
    compiled: Callable[..., TypeAdapter[Any]], schema: ir.Schema, value: Any
) -> None:
    compiled(_x(schema), Color=COLOR).validate_python({"x": value})
    compiled(schema, Color=COLOR).validate_python(value)


@pytest.mark.parametrize(("schema", "value"), BAD)
def test_a_value_outside_the_schema_is_refused_in_a_field_and_alone(
    compiled: Callable[..., TypeAdapter[Any]], schema: ir.Schema, value: Any
) -> None:
    with pytest.raises(ValidationError) as caught:
        compiled(_x(schema), Color=COLOR).validate_python({"x": value})
    assert caught.value.errors()[0]["loc"][0] == "x"
    with pytest.raises(ValidationError):
        compiled(schema, Color=COLOR).validate_python(value)


def test_missing_and_unknown_fields_are_named(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    inner = _object(ir.Property(wire="a-b", schema=TEXT, required=True))
    adapter = compiled(_object(ir.Property(wire="part", schema=inner, required=True)))
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({"part": {"zz": 1}, "yy": 2})
    found = {(item["type"], item["loc"]) for item in caught.value.errors()}
    assert found == {
        ("missing", ("part", "a-b")),
        ("extra_forbidden", ("part", "zz")),
        ("extra_forbidden", ("yy",)),
    }


def test_typed_extra_fields_are_checked(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    adapter = compiled(
        _object(
            ir.Property(wire="a", schema=TEXT),
            extra=INTEGER,
            patterns=(("^x-", TEXT), ("(?!no)", TEXT)),
        )
    )
    adapter.validate_python({"a": "1", "n": 1, "x-note": "t"})
    for wrong in ({"n": "1"}, {"x-note": 1}):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


def test_a_fault_below_an_extra_field_is_told_at_its_place(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    steps = ir.Array(items=ir.Numeric(integer=False, multiple_of=0.5))
    part = _object(ir.Property(wire="steps", schema=steps))
    whole = _object(
        ir.Property(wire="a", schema=TEXT),
        extra=ir.Object(extra=part),
        key_schema=ir.Text(max_length=3),
    )
    adapter = compiled(_object(ir.Property(wire="x", schema=whole)))
    adapter.validate_python({"x": {"b": {"c": {"steps": [1.5]}}}})
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(
            {"x": {"b": {"c": {"steps": [0.2]}}, "long": {}, "d": {"e": 1}}}
        )
    found = {(item["type"], item["loc"]) for item in caught.value.errors()}
    assert found == {
        ("rule", ("x", "b", "c", "steps", 0)),
        ("string_too_long", ("x", "long")),
        ("dict_type", ("x", "d", "e")),
    }


def test_rules_about_keys_are_checked(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    adapter = compiled(
        _object(
            ir.Property(wire="a", schema=TEXT),
            ir.Property(wire="b", schema=TEXT),
            min_properties=1,
            dependent_required=(("a", ("b",)),),
        )
    )
    adapter.validate_python({"b": "1"})
    for wrong in ({}, {"a": "1"}):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


def test_the_tag_decides_the_arm_and_its_absence_the_default_one(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    def arm(tag: str, required: bool) -> ir.Object:
        kind = ir.Property(
            wire="kind", schema=ir.Enum(values=(tag,)), required=required
        )
        return _object(kind, ir.Property(wire=tag, schema=INTEGER, required=True))

    adapter = compiled(ir.Union(arms=(arm("first", False), arm("second", True))))
    adapter.validate_python({"first": 1})
    adapter.validate_python({"kind": "second", "second": 1})
    for wrong in ({"second": 1}, {"kind": "first", "second": 1}, {"kind": "third"}):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


def test_recursive_values_are_checked_at_every_depth(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    json = ir.Union(arms=(TEXT, ir.Array(items=ir.Ref(name="Json"))))
    adapter = compiled(ir.Ref(name="Json"), Json=json)
    adapter.validate_python([["a"], [[]]])
    with pytest.raises(ValidationError):
        adapter.validate_python([[[1]]])


def test_a_pattern_made_to_hang_is_matched_in_linear_time(
    compiled: Callable[..., TypeAdapter[Any]],
) -> None:
    adapter = compiled(ir.Text(pattern="^(a+)+$"))
    with pytest.raises(ValidationError):
        adapter.validate_python("a" * 50_000 + "!")
