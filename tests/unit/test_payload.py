"""Payload templates: what a call needs at least, and valid as it stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from specloom import ir
from specloom.python import binding, payload

from tests import apis
from tests.apis import api, body, operation, path, query


def field(wire: str, schema: ir.Schema, *, required: bool = False) -> ir.Property:
    """Return one property."""
    return ir.Property(wire=wire, schema=schema, required=required)


def posted(schema: ir.Schema, **named: ir.Schema) -> ir.Api:
    """Return an API with one POST that takes this body."""
    op = operation("POST /a", body=body(schema))
    return api(op, schemas=apis.schemas(**named))


def template(found: ir.Api, **options: Any) -> dict[str, Any]:
    """Return the template of the only operation."""
    return payload.template(found, found.operations[0], **options)


def check(found: ir.Api, value: Any) -> None:
    """Validate a body as a call would."""
    kind = binding.bind(found).find("/a").bodies[0].type
    assert kind is not None
    TypeAdapter(kind()).validate_python(value)


def test_a_template_has_required_fields_and_defaults() -> None:
    default = ir.Text(meta=ir.Meta(default="16:9", has_default=True))
    found = posted(
        ir.Object(
            properties=(
                field("prompt", apis.TEXT, required=True),
                field("ratio", default),
                field("seed", ir.Numeric(integer=True)),
            )
        )
    )
    assert template(found) == {"prompt": "string", "ratio": "16:9"}
    assert template(found, all=True) == {"prompt": "string", "ratio": "16:9", "seed": 0}


def test_all_arguments_stand_in_one_mapping_qualified_where_names_meet() -> None:
    fields = ir.Object(properties=(field("id", apis.TEXT, required=True),))
    op = operation(
        "POST /a/{id}",
        parameters=(path("id"), query("q", required=True)),
        body=body(fields),
    )
    assert payload.template(api(op), op) == {
        "path.id": "string",
        "q": "string",
        "body.id": "string",
    }


def test_a_whole_body_stands_under_body() -> None:
    found = posted(ir.Array(items=apis.TEXT, min_items=2))
    assert template(found) == {"body": ["string", "string"]}


def union() -> ir.Api:
    """Return a body of two variants, told apart by `feature`."""
    first = ir.Object(
        properties=(
            field("feature", ir.Enum(values=("text",))),
            field("prompt", apis.TEXT, required=True),
        )
    )
    second = ir.Object(
        properties=(
            field("feature", ir.Text(), required=True),
            field("image", ir.Text(format="uri"), required=True),
        )
    )
    both = ir.Union(
        arms=(ir.Ref(name="TextBody"), ir.Ref(name="ImageBody")),
        discriminator=ir.Discriminator(
            property="feature", mapping=(("text", 0), ("image", 1)), default=0
        ),
    )
    return posted(both, TextBody=first, ImageBody=second)


def test_each_variant_of_a_body_has_its_template() -> None:
    found = union()
    assert payload.variants(found, found.operations[0]) == ("text", "image")
    assert template(found) == {"prompt": "string"}
    assert template(found, variant="image") == {
        "feature": "image",
        "image": "https://example.com/file",
    }
    for name in payload.variants(found, found.operations[0]):
        check(found, template(found, variant=name))


def test_an_unknown_variant_names_those_that_exist() -> None:
    with pytest.raises(payload.UnknownVariant) as caught:
        template(union(), variant="video")
    assert caught.value.known == ("text", "image")


def test_a_schema_that_holds_itself_ends() -> None:
    node = ir.Object(
        properties=(
            field("name", apis.TEXT, required=True),
            field("next", ir.Ref(name="Node")),
            field("all", ir.Array(items=ir.Ref(name="Node"))),
        )
    )
    found = posted(ir.Ref(name="Node"), Node=node)
    assert template(found) == {"name": "string"}
    check(found, template(found, all=True))


def test_read_only_fields_are_left_out_at_any_depth() -> None:
    hidden = ir.Property(
        wire="id", schema=apis.TEXT, required=True, meta=ir.Meta(read_only=True)
    )
    inner = ir.Object(properties=(hidden, field("name", apis.TEXT, required=True)))
    found = posted(ir.Object(properties=(hidden, field("pet", inner, required=True))))
    assert template(found) == {"pet": {"name": "string"}}


@pytest.mark.parametrize(
    "schema",
    [
        ir.Text(min_length=12),
        ir.Text(max_length=2),
        ir.Text(pattern="^[A-Z][0-9]$"),
        ir.Text(format="date-time"),
        ir.Text(format="date"),
        ir.Text(format="uuid"),
        ir.Text(format="uri"),
        ir.Enum(values=("b", "a")),
        ir.Enum(values=(3, None)),
        ir.Numeric(integer=True, minimum=3, maximum=15),
        ir.Numeric(integer=True, exclusive_minimum=3),
        ir.Numeric(integer=False, exclusive_minimum=0, exclusive_maximum=0.5),
        ir.Numeric(integer=True, maximum=-3),
        ir.Numeric(integer=True, minimum=10, multiple_of=8),
        ir.Numeric(integer=False, exclusive_maximum=0),
        ir.Array(items=ir.Numeric(integer=True), min_items=2),
        ir.Array(items=ir.Enum(values=("a", "b", "c")), min_items=2, unique=True),
        ir.Union(arms=(ir.Null(), ir.Text(min_length=3))),
        ir.Boolean(),
        ir.Null(),
        ir.Anything(),
    ],
)
def test_a_sample_is_inside_the_limits_of_its_schema(schema: ir.Schema) -> None:
    found = posted(ir.Object(properties=(field("x", schema, required=True),)))
    check(found, template(found))
    check(found, template(found, all=True))


@settings(max_examples=60, deadline=None)
@given(low=st.integers(-50, 50), room=st.integers(0, 40), step=st.integers(1, 7))
def test_a_number_keeps_to_its_limits(low: int, room: int, step: int) -> None:
    schema = ir.Numeric(
        integer=True, minimum=low, maximum=low + room + step, multiple_of=step
    )
    value = payload.sample(api(), schema)
    assert low <= value <= low + room + step
    assert value % step == 0


def test_an_example_that_breaks_the_schema_is_not_shown() -> None:
    wrong = ir.Text(max_length=3, meta=ir.Meta(examples=("far too long",)))
    found = posted(ir.Object(properties=(field("x", wrong, required=True),)))
    assert template(found) == {"x": "str"}


def test_an_example_of_the_document_is_shown() -> None:
    told = ir.Text(meta=ir.Meta(examples=("neon city rain",)))
    found = posted(ir.Object(properties=(field("prompt", told, required=True),)))
    assert template(found) == {"prompt": "neon city rain"}
