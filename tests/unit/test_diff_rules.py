"""What breaks callers and what does not, change by change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from specloom import ir
from specloom.diff import change
from specloom.diff.compare import compare
from specloom.runtime._lifecycle import Call, Lifecycle, Stream

TEXT = ir.Text()


def prop(wire: str, schema: ir.Schema = TEXT, *, required: bool = False) -> ir.Property:
    return ir.Property(wire=wire, schema=schema, required=required)


def api(
    *,
    request: ir.Schema | None = None,
    response: ir.Schema | None = None,
    parameters: tuple[ir.Parameter, ...] = (),
    **changes: Any,
) -> ir.Api:
    body = ir.Body(contents=(content(request),)) if request else None
    answers = ir.Response(status="200", contents=(content(response or ir.Object()),))
    found = ir.Operation(
        key="POST /things",
        method="POST",
        path="/things",
        tags=("things",),
        operation_id="createThing",
        parameters=parameters,
        body=body,
        responses=(answers,),
    )
    return ir.Api(title="Things", operations=(replace(found, **changes),))


def content(schema: ir.Schema) -> ir.Content:
    return ir.Content(media_type="application/json", schema=schema)


def wire(old: ir.Api, new: ir.Api) -> dict[str, str]:
    return {item.rule: item.effect for item in compare(old, new) if not item.surface}


def field(schema: ir.Schema, *, required: bool = False) -> ir.Object:
    return ir.Object(properties=(prop("a", schema, required=required),))


REQUEST: list[tuple[ir.Schema, ir.Schema, str, str]] = [
    (ir.Object(), field(TEXT), "new-optional-request-property", "compatible"),
    (
        ir.Object(),
        field(TEXT, required=True),
        "new-required-request-property",
        "breaking",
    ),
    (
        ir.Object(),
        field(ir.Text(meta=ir.Meta(default="x", has_default=True)), required=True),
        "new-required-request-property-with-default",
        "compatible",
    ),
    (field(TEXT), ir.Object(), "request-property-removed", "risky"),
    (
        field(TEXT),
        field(TEXT, required=True),
        "request-property-became-required",
        "breaking",
    ),
    (
        field(TEXT, required=True),
        field(TEXT),
        "request-property-became-optional",
        "compatible",
    ),
    (
        field(ir.Enum(values=("x", "y"))),
        field(ir.Enum(values=("x",))),
        "request-property-enum-value-removed",
        "breaking",
    ),
    (
        field(ir.Enum(values=("x",))),
        field(ir.Enum(values=("x", "y"))),
        "request-property-enum-value-added",
        "compatible",
    ),
    (
        field(TEXT),
        field(ir.Boolean()),
        "request-property-type-changed",
        "breaking",
    ),
    (
        field(ir.Numeric(integer=True)),
        field(ir.Numeric(integer=False)),
        "request-property-type-generalized",
        "compatible",
    ),
    (
        field(ir.Text(max_length=9)),
        field(ir.Text(max_length=5)),
        "request-property-max-length-decreased",
        "breaking",
    ),
    (
        field(ir.Numeric(integer=True, minimum=0)),
        field(ir.Numeric(integer=True, minimum=1)),
        "request-property-min-increased",
        "breaking",
    ),
    (
        field(ir.Union(arms=(TEXT, ir.Null()))),
        field(TEXT),
        "request-property-became-not-nullable",
        "breaking",
    ),
]

RESPONSE: list[tuple[ir.Schema, ir.Schema, str, str]] = [
    (
        field(TEXT, required=True),
        ir.Object(),
        "response-required-property-removed",
        "breaking",
    ),
    (field(TEXT), ir.Object(), "response-optional-property-removed", "risky"),
    (ir.Object(), field(TEXT), "response-optional-property-added", "compatible"),
    (
        field(TEXT, required=True),
        field(TEXT),
        "response-property-became-optional",
        "breaking",
    ),
    (
        field(ir.Enum(values=("x",))),
        field(ir.Enum(values=("x", "y"))),
        "response-property-enum-value-added",
        "risky",
    ),
    (
        field(ir.Enum(values=("x", "y"))),
        field(ir.Enum(values=("x",))),
        "response-property-enum-value-removed",
        "compatible",
    ),
    (
        field(TEXT),
        field(ir.Union(arms=(TEXT, ir.Null()))),
        "response-property-became-nullable",
        "breaking",
    ),
    (
        field(ir.Numeric(integer=True)),
        field(ir.Numeric(integer=False)),
        "response-property-type-changed",
        "breaking",
    ),
]


@pytest.mark.parametrize(("old", "new", "rule", "effect"), REQUEST)
def test_what_callers_have_to_send_changes(
    old: ir.Schema, new: ir.Schema, rule: str, effect: str
) -> None:
    assert wire(api(request=old), api(request=new)) == {rule: effect}


@pytest.mark.parametrize(("old", "new", "rule", "effect"), RESPONSE)
def test_what_callers_receive_changes(
    old: ir.Schema, new: ir.Schema, rule: str, effect: str
) -> None:
    assert wire(api(response=old), api(response=new)) == {rule: effect}


def test_nothing_changed_is_a_patch() -> None:
    same = api(request=field(TEXT), response=field(TEXT))
    assert compare(same, same) == ()
    assert change.step(()) == "patch"


def test_the_harshest_change_names_the_step() -> None:
    old = api(request=field(TEXT))
    wider = api(request=ir.Object(properties=(prop("a"), prop("b"))))
    assert change.step(compare(old, wider)) == "minor"
    assert change.step(compare(old, api(request=field(TEXT, required=True)))) == "major"


def test_a_removed_operation_breaks_and_a_new_one_does_not() -> None:
    empty = ir.Api(title="Things")
    gone = {item.rule: item.effect for item in compare(api(), empty)}
    assert gone["api-removed-without-deprecation"] == "breaking"
    assert gone["python-call-removed"] == "breaking"
    new = {item.rule: item.effect for item in compare(empty, api())}
    assert new == {"endpoint-added": "compatible", "python-call-added": "compatible"}


def test_a_renamed_call_breaks_python_but_not_the_wire() -> None:
    found = compare(api(), api(name="things.make"))
    assert [item.rule for item in found if item.effect == "breaking"] == [
        "python-call-renamed"
    ]
    assert {item.call for item in found} == {"things.make"}


def test_a_parameter_that_becomes_required_breaks_both_sides() -> None:
    free = ir.Parameter(wire="limit", place="query", schema=TEXT, style="form")
    needed = replace(free, required=True)
    found = {
        item.rule
        for item in compare(api(parameters=(free,)), api(parameters=(needed,)))
    }
    assert found == {
        "request-parameter-became-required",
        "python-argument-became-required",
    }


def test_a_lost_stream_is_risky_and_a_lost_job_breaks() -> None:
    life = Lifecycle(
        name="job",
        create="POST /things",
        poll=Call(operation="GET /things"),
        states={"DONE": "succeeded"},
        stream=Stream(),
    )
    with_job = replace(api(lifecycle="job"), lifecycles=(life,))
    polled = replace(with_job, lifecycles=(replace(life, stream=None),))
    assert wire(with_job, polled) == {"job-stream-removed": "risky"}
    assert wire(with_job, api())["job-removed"] == "breaking"


def test_recursive_schemas_are_compared_once() -> None:
    node = ir.Object(properties=(prop("next", ir.Ref(name="Node")), prop("a", TEXT)))
    other = replace(node, properties=(prop("next", ir.Ref(name="Node")),))

    def recursive(schema: ir.Object) -> ir.Api:
        named = {"Node": ir.Named(key="Node", schema=schema)}
        return replace(api(response=ir.Ref(name="Node")), schemas=named)

    found = wire(recursive(node), recursive(other))
    assert found == {"response-optional-property-removed": "risky"}


def test_the_page_of_rules_says_what_the_rules_say() -> None:
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    rules = change.WIRE | change.SURFACE
    rows = [f"| `{rule}` | {effect} |" for rule, effect in rules.items()]
    assert [line for line in page.splitlines() if line.startswith("| `")] == rows
