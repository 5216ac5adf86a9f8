"""What types the schemas of requests and answers become."""

from __future__ import annotations

import pytest
from specloom import ir
from specloom.python import types

TEXT = ir.Text()
CAT = ir.Object(
    properties=(
        ir.Property(wire="kind", schema=ir.Enum(values=("cat",)), required=True),
        ir.Property(wire="lives", schema=ir.Numeric(integer=True)),
    )
)
DOG = ir.Object(
    properties=(
        ir.Property(wire="kind", schema=ir.Enum(values=("dog",)), required=True),
    )
)


def _api(**schemas: ir.Schema) -> ir.Api:
    named = {key: ir.Named(key=key, schema=found) for key, found in schemas.items()}
    return ir.Api(title="t", schemas=named)


def _module(schema: ir.Schema, side: types.Side, **schemas: ir.Schema) -> str:
    """Return everything that the printed modules of one root say."""
    root = types.Root("Thing", schema, "things", side)
    plan = types.plan(_api(**schemas), [root], "client")
    texts: list[str] = []
    for module in plan.modules:
        texts += [module.imports, *module.edges]
        for item in (*module.leading, *module.statements):
            texts += [item.text, *item.calls, item.docstring]
        for item in module.classes:
            texts += [*item.decorators, f"class {item.name}", item.docstring]
            texts += [
                part
                for field in item.fields
                for part in (field.declaration, field.docstring)
            ]
            texts.append(item.extras)
    return "\n".join(text for text in texts if text)


def _field(schema: ir.Schema, side: types.Side, *, required: bool = True) -> str:
    """Return how one field named `x` is declared."""
    item = ir.Property(wire="x", schema=schema, required=required)
    text = _module(ir.Object(properties=(item,)), side)
    start = text.index("\nx: ") + 1
    return text[start:].split("\n")[0]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (TEXT, "x: str"),
        (
            ir.Text(min_length=1, max_length=9),
            "x: Annotated[str, Field(min_length=1, max_length=9)]",
        ),
        (ir.Text(pattern="^a+$"), 'x: Annotated[str, Field(pattern="^a+$")]'),
        (ir.Text(pattern="(?=a)b"), "x: str"),
        (ir.Text(min_length=-4, max_length=10**30), "x: str"),
        (ir.Text(format="uuid"), "x: UuidInput"),
        (
            ir.Text(format="uuid", max_length=36),
            'x: Annotated[str, Field(max_length=36), Format("uuid")]',
        ),
        (ir.Text(format="ipv4"), 'x: Annotated[str, Format("ipv4")]'),
        (ir.Text(format="date-time"), "x: DateTimeInput"),
        (ir.Text(format="binary"), "x: FileInput"),
        (ir.Numeric(integer=True, minimum=0.5), "x: Annotated[int, Field(ge=1)]"),
        (
            ir.Numeric(integer=False, exclusive_maximum=2.0),
            "x: Annotated[float, Field(lt=2)]",
        ),
        (
            ir.Numeric(integer=False, multiple_of=0.01),
            "x: Annotated[float, MultipleOf(0.01)]",
        ),
        (
            ir.Numeric(integer=True, multiple_of=5),
            "x: Annotated[int, Field(multiple_of=5)]",
        ),
        (ir.Enum(values=("a", "b")), 'x: Literal["a", "b"]'),
        (ir.Enum(values=(1, 2, None)), "x: Annotated[Literal[1, 2] | None, Exact()]"),
        (
            ir.Array(items=TEXT, min_items=1, unique=True),
            "x: Annotated[Sequence[str], Field(min_length=1), Unique()]",
        ),
        (
            ir.Array(items=ir.Nothing(), prefix=(TEXT, ir.Boolean()), min_items=2),
            "x: Annotated[tuple[str, bool], Field(strict=False)]",
        ),
        (
            ir.Array(items=ir.Nothing(), prefix=(TEXT, ir.Boolean())),
            "x: Annotated[Sequence[str | bool], Field(max_length=2)]",
        ),
        (
            ir.Object(patterns=(("^x-", TEXT),)),
            'x: Mapping[Annotated[str, Field(pattern="^x-")], str]',
        ),
        (ir.Object(extra=TEXT), "x: Mapping[str, str]"),
        (ir.Object(), "x: Mapping[str, Any]"),
        (ir.Union(arms=(TEXT, ir.Null())), "x: str | None"),
        (ir.Union(arms=(TEXT, ir.Union(arms=(TEXT,)))), "x: str"),
        (ir.Union(arms=(TEXT, ir.Anything())), "x: Any"),
    ],
)
def test_a_field_of_a_request_is_checked_by_its_annotation(
    schema: ir.Schema, said: str
) -> None:
    assert _field(schema, "input") == said


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (ir.Text(min_length=1, pattern="a"), "x: str"),
        (ir.Text(format="date-time"), "x: Timestamp"),
        (ir.Text(format="date"), "x: Day"),
        (ir.Text(format="uuid"), "x: str"),
        (ir.Numeric(integer=False, minimum=0), "x: int | float"),
        (ir.Enum(values=("a", "b")), 'x: Literal["a", "b"] | str'),
        (ir.Enum(values=(1, "b")), 'x: Literal[1, "b"] | str | int'),
        (ir.Enum(values=(True,)), "x: Literal[True]"),
        (ir.Enum(values=(1.5, {"a": 1})), "x: int | float | dict[str, Any]"),
        (ir.Enum(values=tuple(map(str, range(500)))), "x: str"),
        (ir.Array(items=ir.Array(items=TEXT)), "x: list[list[str]]"),
        (
            ir.Array(items=TEXT, prefix=(TEXT, TEXT), min_items=2, max_items=2),
            "x: tuple[str, str]",
        ),
        (ir.Object(extra=TEXT), "x: dict[str, str]"),
        (ir.Nothing(), "x: Any"),
    ],
)
def test_a_field_of_an_answer_is_open(schema: ir.Schema, said: str) -> None:
    if isinstance(schema, ir.Nothing):
        assert "class Thing" in _module(
            ir.Object(properties=(ir.Property(wire="x", schema=schema),)), "output"
        )
        return
    assert _field(schema, "output") == said


def test_an_absent_field_of_an_answer_is_none_or_the_documents_scalar() -> None:
    known = ir.Meta(default="a", has_default=True)
    assert _field(TEXT, "output", required=False) == "x: str | None = None"
    assert _field(ir.Text(meta=known), "output", required=False) == 'x: str = "a"'
    wrong = ir.Meta(default=1, has_default=True)
    assert (
        _field(ir.Text(meta=wrong), "output", required=False) == "x: str | None = None"
    )


def test_read_only_fields_are_answers_and_write_only_ones_requests() -> None:
    schema = ir.Object(
        properties=(
            ir.Property(wire="r", schema=TEXT, meta=ir.Meta(read_only=True)),
            ir.Property(wire="w", schema=ir.Text(meta=ir.Meta(write_only=True))),
        )
    )
    assert "r: str" in _module(schema, "output")
    assert "w: " not in _module(schema, "output")
    assert "w: NotRequired[str]" in _module(schema, "input")
    assert "r: " not in _module(schema, "input")


def test_a_union_with_a_tag_has_an_arm_for_what_nobody_described() -> None:
    pets = ir.Array(items=ir.Union(arms=(ir.Ref(name="Cat"), ir.Ref(name="Dog"))))
    text = _module(pets, "output", Cat=CAT, Dog=DOG)
    assert "Cat | Dog | Unknown" in text
    assert 'tagged("kind", "cat", "dog")' in text
    assert 'kind: Literal["cat"]' in text
    asked = _module(pets, "input", Cat=CAT, Dog=DOG)
    assert "Cat | Dog" in asked
    assert "Unknown" not in asked


def test_unions_of_unions_are_one_union() -> None:
    inner = ir.Union(arms=(ir.Ref(name="Cat"), ir.Ref(name="Dog")))
    outer = ir.Union(arms=(ir.Ref(name="Pet"), TEXT))
    text = _module(outer, "output", Cat=CAT, Dog=DOG, Pet=inner)
    tagged = 'Annotated[Cat | Dog | Unknown, tagged("kind", "cat", "dog")]'
    assert f"Thing: TypeAlias = {tagged} | str" in text


def test_a_schema_that_contains_itself_is_a_recursive_alias() -> None:
    json = ir.Union(arms=(TEXT, ir.Array(items=ir.Ref(name="Json"))))
    text = _module(ir.Ref(name="Json"), "output", Json=json)
    assert '"str | list[Json]"' in text
    assert "TypeAliasType" in text


def test_a_schema_that_is_nothing_but_itself_is_any_value() -> None:
    endless = ir.Union(arms=(ir.Ref(name="B"), ir.Ref(name="A")))
    text = _module(ir.Ref(name="A"), "output", A=endless, B=ir.Ref(name="A"))
    assert "Thing: TypeAlias = Any" in text


def test_inline_objects_are_named_by_their_place() -> None:
    inner = ir.Object(properties=(ir.Property(wire="a", schema=TEXT),))
    schema = ir.Object(
        properties=(
            ir.Property(wire="first-part", schema=inner),
            ir.Property(
                wire="rows",
                schema=ir.Array(items=ir.Object(properties=inner.properties)),
            ),
        )
    )
    text = _module(schema, "output")
    assert "class ThingFirstPart" in text
    assert "class ThingRowsItem" in text


def test_a_component_keeps_its_name_against_an_inline_object() -> None:
    part = ir.Object(properties=(ir.Property(wire="a", schema=TEXT),))
    schema = ir.Object(
        properties=(
            ir.Property(wire="part", schema=ir.Object(properties=part.properties)),
            ir.Property(wire="other", schema=ir.Ref(name="ThingPart")),
        )
    )
    text = _module(schema, "output", ThingPart=part)
    assert "part: ThingPart2 | None = None" in text
    assert "other: ThingPart | None = None" in text


def test_keys_that_are_no_python_names_need_the_functional_form() -> None:
    odd = ir.Object(
        properties=(
            ir.Property(wire="class", schema=TEXT, required=True),
            ir.Property(wire="x-y", schema=TEXT),
        )
    )
    text = _module(odd, "input")
    assert "Thing = TypedDict(" in text
    assert '"class": "str",' in text
    assert '"x-y": "NotRequired[str]",' in text
    assert "with_config(ConfigDict(extra=" in text


def test_fields_never_hide_what_a_model_or_its_annotations_need() -> None:
    wires = ("json", "list", "copy", "id", "type", "int")
    schema = ir.Object(
        properties=tuple(
            ir.Property(wire=wire, schema=ir.Array(items=ir.Numeric(integer=True)))
            for wire in wires
        )
    )
    text = _module(schema, "output")
    for name in ("json_", "list_", "copy_", "id", "type", "int_"):
        assert f"\n{name}: list[int] | None" in text


def test_extra_keys_are_allowed_only_where_the_document_says_so() -> None:
    item = ir.Property(wire="a", schema=TEXT)
    silent = _module(ir.Object(properties=(item,)), "input")
    assert 'extra="forbid"' in silent
    open_ = _module(ir.Object(properties=(item,), extra=ir.Anything()), "input")
    assert 'extra="allow"' in open_
    typed = ir.Object(properties=(item,), extra=ir.Numeric(integer=True))
    assert "extra=lambda: StrictInt" in _module(typed, "input")
    assert "__pydantic_extra__: dict[str, int]" in _module(typed, "output")


def test_names_and_descriptions_of_values_are_told() -> None:
    level = ir.Enum(
        values=(1, 2),
        names=("LOW", "HIGH"),
        descriptions=("", "Too high."),
        meta=ir.Meta(description="A level."),
    )
    thing = ir.Object(
        properties=(
            ir.Property(wire="level", schema=ir.Ref(name="Level")),
            ir.Property(wire="kind", schema=ir.Enum(values=("a",), names=("a",))),
            ir.Property(wire="mode", schema=ir.Enum(values=(1,), names=("ONE",))),
        )
    )
    text = _module(thing, "output", Level=level)
    assert '"""A level.\n\n1: LOW, 2: HIGH (Too high).\n"""' in text
    assert '"""1: ONE."""' in text
    assert "a: a" not in text


def test_a_huge_enum_is_checked_by_a_constant_in_requests_only() -> None:
    enum = ir.Enum(values=tuple(f"v{i}" for i in range(500)))
    schema = ir.Object(properties=(ir.Property(wire="x", schema=enum),))
    text = _module(schema, "input")
    assert "THING_X_VALUES: tuple[Any, ...] = (" in text
    assert "Annotated[StrictStr, OneOf(THING_X_VALUES)]" in text


def test_a_module_holds_few_types_and_refers_to_others_lazily() -> None:
    chain = {
        f"Node{i:03}": ir.Object(
            properties=(
                ir.Property(wire="next", schema=ir.Ref(name=f"Node{(i + 1) % 100:03}")),
            )
        )
        for i in range(100)
    }
    api = _api(**chain)
    root = types.Root("Start", ir.Ref(name="Node000"), "nodes", "output")
    plan = types.plan(api, [root], "client")
    sizes = {m.module: len(m.classes) for m in plan.modules if m.classes}
    assert max(sizes.values()) <= 30
    assert sum(sizes.values()) == 100
    assert plan.locate(root) == ("models.nodes", "Node000")
    assert 'Node030 = lazy(__name__, "nodes_2", "Node030")' in plan.modules[2].edges


def test_what_two_resources_need_stands_in_neither() -> None:
    api = _api(Cat=CAT)
    roots = [
        types.Root("A", ir.Ref(name="Cat"), "a", "output"),
        types.Root("B", ir.Array(items=ir.Ref(name="Cat")), "b", "output"),
    ]
    plan = types.plan(api, roots, "client")
    assert plan.locate(roots[0]) == ("models.shared", "Cat")
    assert plan.locate(roots[1]) == ("models.b", "B")


def test_signatures_show_types_without_their_constraints() -> None:
    schema = ir.Object(
        properties=(
            ir.Property(wire="n", schema=ir.Numeric(integer=True, minimum=1)),
            ir.Property(wire="at", schema=ir.Text(format="date-time")),
            ir.Property(wire="part", schema=ir.Object(properties=CAT.properties)),
        )
    )
    root = types.Root("Body", schema, "things", "input")
    plan = types.plan(_api(), [root], "client")
    shown = [plan.annotation(item.schema, "input").text for item in schema.properties]
    assert shown == ["int", "datetime | str", "BodyPart"]
    known = plan.annotation(schema.properties[2].schema, "input").imports
    assert [(item.module, item.name) for item in known] == [
        (".params.things", "BodyPart")
    ]


def test_the_order_of_components_decides_nothing() -> None:
    forward = _api(Cat=CAT, Dog=DOG)
    backward = ir.Api(title="t", schemas=dict(reversed(forward.schemas.items())))
    root = types.Root(
        "X", ir.Union(arms=(ir.Ref(name="Dog"), ir.Ref(name="Cat"))), "x", "output"
    )
    assert (
        types.plan(forward, [root], "c").modules
        == types.plan(backward, [root], "c").modules
    )
