"""Looking at descriptions: inspect, payload, auth, explain, infer, diff."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from .conftest import ROOT, Specloom, validator

CORPUS = Path(os.environ.get("SPECLOOM_CORPUS", ROOT.parent / "shared" / "corpus"))
MODEL = "generation.kling_v2_6"


def test_inspecting_an_api_lists_the_creates_in_both_forms(specloom: Specloom) -> None:
    ran = specloom("inspect", "skills_video", "--json")
    assert ran.code == 0
    validator("inspect").validate(ran.last)
    found = ran.last
    assert found["default_result_mode"] == "sse"
    assert found["poll_endpoint"] == "/generation/{id}"
    assert len(found["sse_endpoints"]) == len(found["polling_endpoints"]) >= 61
    assert found["default_endpoints"] == found["sse_endpoints"]
    assert all("/generation/sse/" in key for key in found["sse_endpoints"])
    assert not any("/sse/" in key for key in found["polling_endpoints"])


def test_a_navigation_group_picks_the_endpoints_in_its_order(
    specloom: Specloom, tmp_path: Path
) -> None:
    pages = [
        "introduction",
        "POST /generation/openai/sora-2",
        {"group": "More", "pages": ["POST /generation/google/veo-3.1"]},
        "POST /generation/openai/sora-2",
    ]
    docs = {"navigation": {"tabs": [{"groups": [{"group": "Videos", "pages": pages}]}]}}
    file = tmp_path / "docs.json"
    file.write_text(json.dumps(docs), "utf-8")
    listed = ("inspect", "skills_video", "--docs", file, "--json", "--category")
    found = specloom(*listed, "videos").last
    assert found["category"] == "videos"
    assert found["default_endpoints"] == [
        "POST /generation/sse/openai/sora-2",
        "POST /generation/sse/google/veo-3.1",
    ]
    assert found["polling_endpoints"] == [
        "POST /generation/openai/sora-2",
        "POST /generation/google/veo-3.1",
    ]
    ran = specloom(*listed, "vidoes")
    assert ran.code == 2
    assert "did you mean `Videos`?" in ran.err


@pytest.mark.parametrize(
    "name",
    [
        MODEL,
        "/generation/sse/kling-ai/kling-v2.6",
        "/v1/generation/sse/kling-ai/kling-v2.6",
        "/generation/kling-ai/kling-v2.6",
        "POST /generation/kling-ai/kling-v2.6",
    ],
)
def test_inspecting_one_operation_says_everything_about_it(
    specloom: Specloom, name: str
) -> None:
    ran = specloom("inspect", "skills_video", name, "--template", "--json")
    assert ran.code == 0
    validator("inspect").validate(ran.last)
    found = ran.last
    create = "POST /generation/sse/kling-ai/kling-v2.6"
    assert found["default_create_endpoint"] == found["sse_create_endpoint"] == create
    assert found["polling_create_endpoint"] == "POST /generation/kling-ai/kling-v2.6"
    assert found["poll_endpoint"] == "/generation/{id}"
    assert found["server_url"] == "https://open.skills.video/api/v1"
    assert {401, 402, 422, 429, 500} <= set(found["error_status_codes"])
    assert found["error_status_codes"] == sorted(found["error_status_codes"])
    assert "IN_QUEUE" in found["queue_status_values"]
    assert "starting" in found["prediction_status_values"]
    fields = {row["name"]: row for row in found["fields"]}
    assert fields["prompt"]["required"]
    assert fields["quality"]["allowed_values"] == ["standard", "pro"]
    assert fields["aspect_ratio"]["default"] == "16:9"
    assert found["request_template"]["prompt"]
    assert found["undocumented"]


def test_the_payload_of_an_operation_is_valid_against_its_own_schema(
    specloom: Specloom,
) -> None:
    ran = specloom("payload", "skills_video", MODEL)
    payload = json.loads(ran.out)
    document = json.loads((ROOT / "specs/skills_video/openapi.json").read_text("utf-8"))
    operation = document["paths"]["/generation/sse/kling-ai/kling-v2.6"]["post"]
    named = operation["requestBody"]["$ref"].rpartition("/")[2]
    body = document["components"]["requestBodies"][named]
    schema = body["content"]["application/json"]["schema"]
    whole = {**schema, "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(payload)
    assert payload["prompt"]


def test_a_payload_is_written_in_every_format(specloom: Specloom) -> None:
    asked = ("payload", "skills_video", MODEL, "--set", "prompt=it's", "--format")
    wanted = json.loads(specloom(*asked, "json").out)
    shown = specloom(*asked, "yaml").out
    assert yaml.safe_load(shown) == wanted
    assert '# optional; string; default "standard"; one of standard, pro' in shown
    assert "# optional; boolean; default true" in shown
    code = specloom(*asked, "python").out
    compile(code, "example", "exec")
    assert f"client.{MODEL}(" in code
    curl = specloom(*asked, "curl").out
    assert 'Authorization: Bearer $SKILLS_VIDEO_API_KEY"' in curl
    assert "https://open.skills.video/api/v1/generation/sse/kling-ai" in curl


def test_every_variant_has_a_template_of_its_own(specloom: Specloom) -> None:
    ran = specloom("payload", "skills_video", MODEL, "--variants", "--json")
    for line in ran.lines:
        validator("payload").validate(line)
    assert len({line["variant"] for line in ran.lines}) == len(ran.lines) >= 2


def test_a_filled_in_payload_is_checked_without_sending(
    specloom: Specloom, tmp_path: Path
) -> None:
    file = tmp_path / "filled.json"
    file.write_text(json.dumps({"prompt": "x", "n": 9}), "utf-8")
    ran = specloom("payload", "skills_video", MODEL, "--check", file, "--json")
    assert ran.code == 22
    validator("payload").validate(ran.last)
    issue = {"field": "n", "expected": "at most 4", "actual": "9"}
    assert ran.last["issues"] == [issue]
    file.write_text(json.dumps({"prompt": "x"}), "utf-8")
    assert specloom("payload", "skills_video", MODEL, "--check", file).code == 0


def test_a_payload_that_was_written_as_yaml_is_read_as_yaml(
    specloom: Specloom, tmp_path: Path
) -> None:
    file = tmp_path / "filled.yaml"
    asked = ("payload", "skills_video", MODEL)
    assert specloom(*asked, "--format", "yaml", "--output", file).code == 0
    assert specloom(*asked, "--check", file).code == 0
    file.write_text(file.read_text("utf-8") + "n: 9\n", "utf-8")
    assert "n: expected at most 4, got 9" in specloom(*asked, "--check", file).out
    moved = specloom(*asked, "--migrate", file, "--format", "yaml").out
    assert yaml.safe_load(moved)["n"] == 9
    file.write_text("prompt: [\n", "utf-8")
    broken = specloom(*asked, "--check", file)
    assert broken.code == 2
    assert f"{file}:2:1: not valid YAML" in broken.err


@pytest.mark.parametrize(
    ("filled", "hint"),
    [
        ({"prompt": "x", "quality": "standrd"}, "did you mean `standard`?"),
        ({"promt": "x"}, "was `promt` meant to be it?"),
    ],
)
def test_a_wrong_field_or_value_is_answered_with_the_nearest(
    specloom: Specloom, tmp_path: Path, filled: dict[str, str], hint: str
) -> None:
    file = tmp_path / "filled.json"
    file.write_text(json.dumps(filled), "utf-8")
    ran = specloom("payload", "skills_video", MODEL, "--check", file)
    assert ran.code == 22
    assert hint in ran.out


def test_a_set_that_the_description_does_not_allow_is_doubted(
    specloom: Specloom,
) -> None:
    asked = ("payload", ROOT / "tests/data/openapi.yaml", "pets.create")
    ran = specloom(*asked, "--set", "nam=Rex")
    assert ran.code == 0
    assert json.loads(ran.out)["nam"] == "Rex"
    assert "warning: nam: expected no such field" in ran.err
    assert "did you mean `name`?" in ran.err
    assert specloom(*asked, "--set", "name=Rex").err == ""


def test_an_older_payload_is_carried_over(specloom: Specloom, tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    old = {"promt": "x", "qualty": "pro", "gone": 1, "n": 2}
    file.write_text(json.dumps(old), "utf-8")
    ran = specloom("payload", "skills_video", MODEL, "--migrate", file, "--json")
    validator("payload").validate(ran.last)
    assert ran.last["payload"] == {"n": 2, "prompt": "x", "quality": "pro"}
    assert ran.last["dropped"] == ["gone"]


@pytest.mark.parametrize("value", [None, "   ", "k"])
def test_auth_says_whether_a_key_is_there(
    specloom: Specloom, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("SKILLS_VIDEO_API_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("SKILLS_VIDEO_API_KEY", value)
    ran = specloom("auth", "skills_video", "--json")
    validator("auth").validate(ran.last)
    there = value == "k"
    assert (ran.code, ran.last["ok"]) == ((0, True) if there else (21, False))
    assert ran.last["env_var"] == "SKILLS_VIDEO_API_KEY"
    if not there:
        assert ran.last["dashboard_url"].startswith("https://skills.video/")
        assert ran.last["how_to_get_key"]
        assert any("SKILLS_VIDEO_API_KEY" in x for x in ran.last["set_env_examples"])


@pytest.mark.parametrize(
    ("status", "body", "code", "group", "again"),
    [
        (402, None, 20, "insufficient_credits", False),
        (
            400,
            '{"message": "Please TOP UP your account"}',
            20,
            "insufficient_credits",
            False,
        ),
        (401, None, 21, "auth", False),
        (422, "{}", 22, "validation", False),
        (404, None, 23, "not_found", False),
        (429, None, 24, "transient", True),
        (503, "<html>", 24, "transient", True),
        (403, None, 25, "unknown", False),
        (400, '{"error": {"message": "odd"}}', 25, "unknown", False),
    ],
)
def test_an_error_answer_is_explained(
    specloom: Specloom,
    status: int,
    body: str | None,
    code: int,
    group: str,
    again: bool,
) -> None:
    given = () if body is None else ("--body", body)
    ran = specloom("explain", "skills_video", "--status", str(status), *given, "--json")
    validator("explain").validate(ran.last)
    found = (ran.code, ran.last["group"], ran.last["should_retry"])
    assert found == (code, group, again)
    assert ran.last["guidance"]


def test_what_is_inferred_can_be_used_as_an_overlay(
    specloom: Specloom, tmp_path: Path
) -> None:
    text = (ROOT / "tests/data/openapi.yaml").read_text("utf-8")
    lines = text.splitlines(keepends=True)
    begin = next(n for n, line in enumerate(lines) if "x-specloom-job" in line)
    end = next(n for n in range(begin, len(lines)) if "requestBody" in lines[n])
    plain = tmp_path / "plain.yaml"
    plain.write_text("".join(lines[:begin] + lines[end:]), "utf-8")
    ran = specloom("infer", plain, "--json")
    for line in ran.lines:
        validator("infer").validate(line)
    assert ran.lines
    overlay = tmp_path / "overlay.yaml"
    assert specloom("infer", plain, "--output", overlay).code == 0
    seen = specloom(
        "inspect", plain, "portraits.create", "--overlay", overlay, "--json"
    )
    assert seen.last["kind"] == "job"


def test_a_change_is_told_for_the_wire_and_for_python(
    specloom: Specloom, tmp_path: Path
) -> None:
    old = ROOT / "tests/data/openapi.yaml"
    new = tmp_path / "openapi.yaml"
    text = old.read_text("utf-8").replace("required: [pet]", "required: [pet, style]")
    new.write_text(text.replace("maximum: 30", "maximum: 20"), "utf-8")
    ran = specloom("diff", old, new, "--json", "--fail-on", "breaking")
    assert ran.code == 1
    for line in ran.lines:
        validator("diff").validate(line)
    rules = {line["rule"]: line["side"] for line in ran.lines[:-1]}
    assert rules == {
        "request-property-became-required-with-default": "wire",
        "python-argument-became-required": "python",
        "request-property-max-decreased": "wire",
        "response-property-max-decreased": "wire",
    }
    assert ran.last["step"] == "major"
    assert ran.last["calls"] == ["pets.create", "pets.list", "portraits.create"]
    shown = specloom("diff", old, new, "--format", "markdown").out
    assert (
        "| `POST /pets request.age` | `pets.create` | maximum was 30, is 20 |" in shown
    )
    assert "Asks for a **major** release." in shown
    same = specloom("diff", old, old)
    assert (same.code, "no change" in same.out) == (0, True)


def test_a_side_of_a_diff_may_be_a_folder_of_a_revision(
    specloom: Specloom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "specs" / "pets"
    folder.mkdir(parents=True)
    document = folder / "openapi.yaml"
    text = (ROOT / "tests/data/openapi.yaml").read_text("utf-8")
    document.write_text(text, "utf-8")
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        (*identity, "commit", "-qm", "A description"),
    ):
        subprocess.run(("git", *words), check=True, cwd=tmp_path)
    monkeypatch.chdir(tmp_path)
    document.write_text(text.replace("/pets:", "/animals:"), "utf-8")
    for old, new in (("main:specs", "specs"), ("main:specs/pets", "specs/pets")):
        ran = specloom("diff", old, new, "--json")
        rules = {line["rule"] for line in ran.lines[:-1]}
        assert "api-removed-without-deprecation" in rules
        assert ran.last["step"] == "major"
    assert specloom("diff", "main:nowhere.yaml", str(document)).code == 2
    assert specloom("diff", "main:../x", str(document)).code == 2


@pytest.mark.parametrize(
    "spec",
    [
        "skills_video",
        "mediaio",
        pytest.param("github-2022.json", marks=pytest.mark.slow),
    ],
)
def test_every_looking_command_works_on_real_descriptions(
    specloom: Specloom, spec: str
) -> None:
    source = str(CORPUS / spec) if spec.endswith(".json") else spec
    if source != spec and not Path(source).is_file():
        pytest.skip("the corpus is not here")
    listed = specloom("inspect", source, "--json")
    validator("inspect").validate(listed.last)
    row = next(row for row in listed.last["operations"] if row["call"])
    for words in (
        ("inspect", source),
        ("inspect", source, row["call"]),
        ("payload", source, row["call"], "--all"),
        ("lint", source),
        ("infer", source),
        ("diff", source, source),
        ("explain", source, "--status", "429"),
    ):
        ran = specloom(*words)
        assert ran.code == (24 if words[0] == "explain" else 0), (words, ran.err)
