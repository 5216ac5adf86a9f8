"""The pages of docs/reference/ name what the code has: no more, no less."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from specloom import config
from specloom.cli import events
from specloom.diagnostics import Report
from specloom.python import exports, view
from specloom.runtime import _core, _errors, _hooks, _jobs, _options, _webhooks
from specloom.runtime import _lifecycle as declared
from specloom.runtime import _policy as policy
from specloom.runtime import _updates as updates
from specloom.spec import extensions, lifecycles
from specloom.spec.raw import Node

from tests import pages

REFERENCE = pages.DOCS / "reference"
CODE = re.compile(r"`([^`]+)`")
RULES = (
    (declared.Envelope, "x-specloom-envelope"),
    (declared.ErrorRule, "x-specloom-errors"),
    (declared.Acquire, "x-specloom-acquire"),
    (declared.Pages, "x-specloom-pages"),
    (declared.BodyRules, "x-specloom-body"),
)
WRITTEN = {"call": ("operation", "bind")}
WRITTEN |= dict.fromkeys(("retry_delay", "retry_times"), ("retry",))
"""Fields of values -> how a document writes them."""


def section(page: str, heading: str) -> str:
    """Return the text below a heading, up to the next of its level."""
    text = pages.prose(REFERENCE / f"{page}.md")
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def table(text: str) -> dict[str, list[str]]:
    """Return the rows of the tables in a text: every name in front -> the cells."""
    rows = (line.strip("| ").split(" | ") for line in text.splitlines() if "|" in line)
    return {
        name.partition("(")[0]: cells
        for cells in rows
        for name in CODE.findall(cells[0])
    }


def names(kind: Any) -> set[str]:
    """Return the fields of a frozen value."""
    return {item.name for item in dataclasses.fields(kind)}


@pytest.mark.parametrize(
    "kind", [policy.Retry, policy.Limits, policy.Poll, policy.StreamPolicy]
)
def test_policies_have_the_fields_and_defaults_they_are_said_to_have(kind: Any) -> None:
    found = table(section("policies", kind.__name__))
    defaults = {item.name: str(item.default) for item in dataclasses.fields(kind)}
    assert {name: cells[1] for name, cells in found.items()} == defaults


@pytest.mark.parametrize(
    ("page", "heading", "kind"),
    [
        ("client", "CallOptions", _options.CallOptions),
        ("client", "Hooks", _hooks.Hooks),
        ("jobs", "JobUpdate", updates.JobUpdate),
        ("jobs", "Outcome", updates.Outcome),
    ],
)
def test_values_have_the_fields_they_are_said_to_have(
    page: str, heading: str, kind: Any
) -> None:
    assert set(table(section(page, heading))) == names(kind)


def test_a_client_takes_the_arguments_it_is_said_to_take() -> None:
    taken = list(inspect.signature(_core.CoreBase.__init__).parameters)[3:]
    assert list(table(section("client", "Arguments"))) == taken


@pytest.mark.parametrize(
    ("heading", "kind"), [("Job", _jobs.Job), ("client.jobs", _jobs.Jobs)]
)
def test_jobs_have_what_they_are_said_to_have(heading: str, kind: Any) -> None:
    inner = {"settle", "pauses", "start"}  # for the client
    public = {name for name in dir(kind) if not name.startswith("_")} - inner
    assert set(table(section("jobs", heading))) == public


def test_the_tree_of_errors_is_the_tree_of_classes() -> None:
    text = (REFERENCE / "errors.md").read_text("utf-8")
    drawn = re.findall(
        r"^([│├└─ ]*)(\w+(?:Error|Job\w+|\w+))\s+([A-Z_]{4,})", text, re.M
    )
    kinds = {
        kind.__name__: kind
        for kind in (*vars(_errors).values(), _webhooks.WebhookError)
        if isinstance(kind, type) and issubclass(kind, _errors.ClientError)
    }
    assert {name: code for _, name, code in drawn} == {
        name: kind.code for name, kind in kinds.items() if name != "ClientError"
    }
    parents = {3: "ClientError"}
    for lead, name, _ in drawn:
        assert kinds[name].__base__.__name__ == parents[len(lead)]
        parents[len(lead) + 3] = name


def test_every_attribute_of_an_error_is_documented() -> None:
    known = {name for line in table(section("errors", "Attributes")) for name in [line]}
    kinds = [kind for kind in vars(_errors).values() if isinstance(kind, type)]
    own = {
        name
        for kind in kinds
        if issubclass(kind, _errors.ClientError)
        for name in kind.__annotations__
        if name != "shown"
    }
    assert known == own | {"message"}


def test_the_errors_and_values_of_a_package_are_in_the_reference() -> None:
    text = "".join(page.read_text("utf-8") for page in REFERENCE.glob("*.md"))
    assert [
        name for name in exports.RUNTIME if not re.search(rf"\b{name}\b", text)
    ] == []


def test_every_printed_event_is_documented() -> None:
    text = (REFERENCE / "events.md").read_text("utf-8")
    assert set(table(text)) == events.PRINTED


def test_every_view_of_templates_is_documented_with_its_fields() -> None:
    said = table(section("templates", "Views"))
    found = {}
    for name, cells in said.items():
        outside = re.sub(r"\([^)]*\)", "", cells[1])
        found[name] = set(CODE.findall(outside))
    kinds = (kind for kind in vars(view).values() if dataclasses.is_dataclass(kind))
    assert found == {kind.__name__: names(kind) for kind in kinds}  # type: ignore[union-attr]


def test_every_key_of_the_configuration_is_documented() -> None:
    text = (REFERENCE / "configuration.md").read_text("utf-8")
    assert set(table(text)) == names(config.ClientConfig) - {"name"}


def test_every_extension_is_documented_in_a_section_of_its_own() -> None:
    text = (REFERENCE / "extensions.md").read_text("utf-8")
    listed = table(text.partition("\n## ")[0])
    assert set(listed) == extensions.KNOWN
    assert [
        key
        for key in listed
        if key != "x-specloom-jobs" and not section("extensions", key)
    ] == []


@pytest.mark.parametrize(("kind", "heading"), RULES)
def test_every_field_of_an_extension_is_documented(kind: Any, heading: str) -> None:
    said = set(CODE.findall(section("extensions", heading)))
    fields = (WRITTEN.get(name, (name,)) for name in names(kind))
    assert {name for group in fields for name in group} - said == set()


def test_every_field_of_a_client_and_its_guidance_is_documented() -> None:
    said = set(table(section("extensions", "x-specloom-client")))
    said |= set(CODE.findall(section("extensions", "x-specloom-ui")))
    assert {
        name.removesuffix("_note") for name in names(declared.Profile)
    } - said == set()


def test_every_field_of_a_lifecycle_is_documented() -> None:
    schema = json.loads((pages.DOCS / "x-specloom-job.schema.json").read_text("utf-8"))
    text = section("extensions", "x-specloom-job")
    said = {part for name in CODE.findall(text) for part in re.split(r"\W+", name)}
    assert set(_properties(schema)) - said - {"operation", "bind"} == set()


def _properties(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _properties(item)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            yield from value if key == "properties" else ()
            yield from _properties(value)


EXAMPLES = [
    block
    for block in pages.blocks(REFERENCE / "extensions.md")
    if block.language == "yaml"
]


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"line {block.line}")
def test_an_example_of_an_extension_is_read_without_a_word(block: pages.Block) -> None:
    report = Report()
    written = yaml.safe_load(block.text)
    node = Node(written, "", report)
    extensions.client(node, "Pets")
    extensions.acquire(node)
    if "x-specloom-ui" not in written:  # an operation's has other fields
        extensions.operation_rules(node)
    for name, job in written.get("x-specloom-jobs", {}).items():
        lifecycles.lifecycle(name, Node(job, "/jobs", report))
    assert set(written) <= extensions.KNOWN
    assert [str(row) for row in report] == []
