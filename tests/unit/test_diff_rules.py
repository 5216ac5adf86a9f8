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
        "breaking",
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
    (
        field(TEXT),
        field(ir.Text(max_length=5)),
        "request-property-max-length-set",
        "breaking",
    ),
    (
        field(ir.Numeric(integer=True, exclusive_minimum=0)),
        field(ir.Numeric(integer=True)),
        "request-property-exclusive-min-unset",
        "compatible",
    ),
    (
        field(ir.Array(items=TEXT)),
        field(ir.Array(items=TEXT, unique=True)),
        "request-property-unique-items-set",
        "breaking",
    ),
    (
        field(TEXT),
        field(ir.Text(pattern="^a")),
        "request-property-pattern-added",
        "breaking",
    ),
    (
        field(TEXT),
        field(ir.Enum(values=("x",))),
        "request-property-became-enum",
        "breaking",
    ),
    (
        field(TEXT),
        field(ir.Text(format="date")),
        "request-property-type-changed",
        "breaking",
    ),
    (
        field(TEXT),
        field(ir.Text(meta=ir.Meta(default="x", has_default=True))),
        "request-property-default-value-added",
        "compatible",
    ),
    (
        field(TEXT),
        field(ir.Text(meta=ir.Meta(read_only=True))),
        "request-optional-property-became-read-only",
        "compatible",
    ),
]

READ_ONLY = ir.Text(meta=ir.Meta(read_only=True))

RESPONSE: list[tuple[ir.Schema, ir.Schema, str, str]] = [
    (
        field(TEXT, required=True),
        ir.Object(),
        "response-required-property-removed",
        "breaking",
    ),
    (field(TEXT), ir.Object(), "response-optional-property-removed", "compatible"),
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
        "breaking",
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
        "response-property-type-generalized",
        "breaking",
    ),
    (
        field(ir.Text(max_length=5)),
        field(TEXT),
        "response-property-max-length-unset",
        "breaking",
    ),
    (
        field(ir.Numeric(integer=True, minimum=1)),
        field(ir.Numeric(integer=True, minimum=2)),
        "response-property-min-increased",
        "compatible",
    ),
    (
        field(TEXT),
        field(ir.Union(arms=(TEXT, ir.Boolean()))),
        "response-property-one-of-added",
        "breaking",
    ),
    (
        field(TEXT),
        field(ir.Text(format="date")),
        "response-property-type-specialized",
        "compatible",
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


def test_a_field_that_is_never_sent_breaks_nobody() -> None:
    old, new = api(request=ir.Object()), api(request=field(READ_ONLY, required=True))
    assert wire(old, new) == {}


def test_a_field_that_answers_lose_is_an_attribute_that_code_loses() -> None:
    found = compare(api(response=field(TEXT)), api(response=ir.Object()))
    effects = {item.rule: item.effect for item in found}
    assert effects["response-optional-property-removed"] == "compatible"
    assert effects["python-field-removed"] == "breaking"


KEY, TOKEN = ("key",), ("token",)


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ((), (KEY,), {"api-security-required": "breaking"}),
        ((KEY,), (), {"api-security-lifted": "compatible"}),
        ((KEY,), (KEY, TOKEN), {"api-security-added": "compatible"}),
        ((KEY, TOKEN), (KEY,), {"api-security-removed": "breaking"}),
        (
            (KEY,),
            (TOKEN,),
            {"api-security-removed": "breaking", "api-security-added": "compatible"},
        ),
        (((), KEY), ((),), {"api-security-removed": "breaking"}),
    ],
)
def test_a_credential_that_is_no_longer_taken_breaks(
    old: tuple[tuple[str, ...], ...],
    new: tuple[tuple[str, ...], ...],
    rules: dict[str, str],
) -> None:
    assert wire(api(security=old), api(security=new)) == rules


def test_a_header_that_may_be_missing_breaks_who_reads_it() -> None:
    def answering(header: ir.Header) -> ir.Api:
        return api(responses=(ir.Response(status="200", headers=(header,)),))

    sure = answering(ir.Header(wire="ETag", schema=TEXT, required=True))
    maybe = answering(ir.Header(wire="ETag", schema=TEXT))
    assert wire(sure, maybe) == {"response-header-became-optional": "breaking"}


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


def test_a_call_whose_path_changed_is_still_there_in_python() -> None:
    old = api(name="things.make")
    moved = api(name="things.make", key="POST /objects", path="/objects")
    found = {item.rule for item in compare(old, moved)}
    assert found == {"api-removed-without-deprecation", "endpoint-added"}


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
    assert found == {"response-optional-property-removed": "compatible"}


def described(table: str) -> dict[str, tuple[str, str]]:
    """Read the page of rules; a placeholder stands for each of its words."""
    lines = [line.strip("| ") for line in table.splitlines() if line.startswith("| `")]
    rows = {cells[0].strip("`"): cells[1:] for cells in (x.split(" | ") for x in lines)}
    upper = [limit for limit in change.LIMITS if "max" in limit]
    lower = [limit for limit in change.LIMITS if "min" in limit]
    words = {"SENT": change.REQUEST, "RECEIVED": change.RESPONSE}
    for name, meant in {**words, "UPPER": upper, "LOWER": lower}.items():
        rows = {
            rule.replace(name, word): cells
            for rule, cells in rows.items()
            for word in (meant if name in rule else [""])
        }
    return {rule: (cells[0], cells[1]) for rule, cells in rows.items()}


def test_the_page_of_rules_says_what_the_rules_say() -> None:
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    rows = described(page)
    assert {rule: effect for rule, (effect, _) in rows.items()} == (
        change.WIRE | change.SURFACE
    )


def test_what_oasdiff_calls_an_error_is_breaking_here() -> None:
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    agreed = {"error": "breaking", "warning": "risky", "info": "compatible"}
    for rule, (effect, level) in described(page).items():
        assert effect == agreed.get(level, effect), rule
