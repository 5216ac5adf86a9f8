"""The bundled descriptions: valid, complete, and read without a finding."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom import pipeline
from specloom.pipeline import Loaded

ROOT = Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs"
NAMES = sorted(item.name for item in SPECS.iterdir() if item.is_dir())
JOB_SCHEMA = ROOT / "docs" / "x-specloom-job.schema.json"
CREATES = {
    "aivideomaker": 10,
    "mediaio": 22,
    "mediaio_effects": 4,
    "nemovideo": 2,
    "skills_video": 68,
}

MODELS = [
    "openai/sora-2-pro",
    "openai/sora-2",
    "google/veo-2",
    "google/veo-3.1",
    "google/veo-3.1-fast",
    "bytedance/seedance-1-pro",
    "bytedance/seedance-1-pro-fast",
    "bytedance/seedance-1.5",
    "xai/grok-imagine-video",
    "kling-ai/v3/video",
    "kling-ai/o3/video",
    "kling-ai/o3/edit",
    "kling-ai/o1/video",
    "kling-ai/o1/edit",
    "kling-ai/kling-v2.6",
    "kling-ai/motion-control-v2.6",
    "kling-ai/kling-v2.5-turbo",
    "runwayml/gen-4.5",
    "runwayml/gen4-turbo",
    "runwayml/gen4-aleph",
    "wan/wan-v2.6",
    "luma/ray-2",
    "luma/ray-2-flash",
    "vidu/q2/video-turbo",
    "vidu/q3",
    "minimax/hailuo-2.3",
    "minimax/hailuo-2.3-fast",
    "lightricks/ltx-2.3",
    "lightricks/ltx-2.3/audio-to-video",
    "lightricks/ltx-2.3/extend-video",
    "lightricks/ltx-2.3/retake-video",
    "pixverse/v5.6",
    "bytedance/omnihuman-v1.5",
    "sync/lipsync-2",
    "veed/lipsync",
    "pixverse/lipsync",
    "topaz/upscale/video",
    "runwayml/upscale-v1",
    "google/nano-banana-2",
    "google/nano-banana-pro",
    "google/nano-banana",
    "openai/gpt-image-1.5",
    "openai/gpt-image-1",
    "kling-ai/v3/image",
    "kling-ai/o3-image",
    "kling-ai/o1-image",
    "xai/grok-imagine-image",
    "bytedance/seedream-5-lite",
    "bytedance/seedream-4.5",
    "bytedance/seedream-4.0",
    "qwen/qwen-image-2-pro",
    "qwen/qwen-image-2",
    "qwen/qwen-image",
    "vidu/q2/text-to-image",
    "runwayml/gen4-image",
    "runwayml/gen4-image-turbo",
    "black-forest-labs/flux-2-pro",
    "black-forest-labs/kontext",
    "ideogram/ideogram",
    "z-image/z-image",
    "topaz/upscale/image",
    "google/veo-3.1-lite",
    "bytedance/seedance-2.0",
    "openai/gpt-image-2",
    "pixverse/v6",
    "wan/wan-v2.7",
    "wan/wan-v2.7-video",
    "ltx-2.3",
]


def origin(name: str) -> dict[str, Any]:
    return tomllib.loads((SPECS / name / "origin.toml").read_text())


@cache
def loaded(name: str) -> Loaded:
    folder = SPECS / name
    document = folder / origin(name)["document"]
    return pipeline.read_api(document, [folder / "overlay.yaml"])


def raw(name: str) -> Any:
    return json.loads((SPECS / name / origin(name)["document"]).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_a_description_with_its_overlay_is_a_valid_document(name: str) -> None:
    OpenAPIV31SpecValidator(loaded(name).document.data).validate()


@pytest.mark.parametrize("name", NAMES)
def test_a_description_is_read_without_a_finding(name: str) -> None:
    assert [item.message for item in loaded(name).report] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_origin_names_the_document_that_is_there(name: str) -> None:
    said = origin(name)
    data = (SPECS / name / said["document"]).read_bytes()
    assert said["sha256"] == hashlib.sha256(data).hexdigest()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["date"])


@pytest.mark.parametrize("name", NAMES)
def test_every_create_has_a_lifecycle_and_no_question_has_one(name: str) -> None:
    operations = loaded(name).api.operations
    creates = [item for item in operations if item.lifecycle and not item.twin_of]
    assert len(creates) == CREATES[name]
    assert {item.method for item in creates} == {"POST"}
    assert not any("result" in item.path for item in creates)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not JOB_SCHEMA.is_file(), reason="the schema is not there yet")
def test_a_lifecycle_is_valid_under_the_published_schema(name: str) -> None:
    schema = json.loads(JOB_SCHEMA.read_text())
    for lifecycle in loaded(name).document.data["x-specloom-jobs"].values():
        jsonschema.Draft202012Validator(schema).validate(lifecycle)


@pytest.mark.parametrize("name", NAMES)
def test_call_paths_are_readable_and_unique(name: str) -> None:
    called = [item for item in loaded(name).api.operations if not item.twin_of]
    names = [item.name or "" for item in called]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z_]*\.[a-z][a-z0-9_]*", item) for item in names)


@pytest.mark.parametrize("name", NAMES)
def test_a_user_is_told_where_to_get_a_key_and_credits(name: str) -> None:
    api = loaded(name).api
    assert api.profile.key_url
    assert api.profile.key_help
    assert api.operation(api.profile.credits_operation or "")
    assert api.profile.defaults_note


def test_every_documented_model_has_a_streaming_and_a_plain_form() -> None:
    paths = set(raw("skills_video")["paths"])
    assert len(MODELS) == len(set(MODELS)) == 38 + 23 + 7
    wanted = {f"/generation/{model}" for model in MODELS}
    streamed = {f"/generation/sse/{model}" for model in MODELS}
    others = {"/generation/{id}", "/generations/running", "/credits"}
    assert paths == wanted | streamed | others


def test_a_plain_form_is_the_twin_of_its_streaming_form() -> None:
    api = loaded("skills_video").api
    for model in MODELS:
        plain = api.operation(f"POST /generation/{model}")
        streaming = api.operation(f"POST /generation/sse/{model}")
        assert (plain.twin_of, streaming.plain) == (streaming.key, plain.key)
        assert streaming.streams


def test_both_vocabularies_of_states_are_understood() -> None:
    api = loaded("skills_video").api
    states = {word.upper(): state for word, state in api.lifecycles[0].states.items()}
    schemas = raw("skills_video")["components"]["schemas"]
    words = [*schemas["QueueState"]["enum"], *schemas["PredictionStatus"]["enum"]]
    words += schemas["WebhookState"]["enum"]
    assert {word.upper() for word in words} <= set(states)
    assert states["SUCCEEDED"] == states["COMPLETED"] == "succeeded"
    assert states["CANCELED"] == states["CANCELLED"] == "cancelled"


def body_errors(name: str, path: str, payload: dict[str, Any]) -> list[str]:
    """Judge a payload with the document's own schema by an independent validator."""
    data = loaded(name).document.data
    body = data["paths"][path]["post"]["requestBody"]
    if "$ref" in body:
        body = data["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
    schema = body["content"]["application/json"]["schema"]
    whole = {**schema, "components": data["components"]}
    found = jsonschema.Draft202012Validator(whole).iter_errors(payload)
    return [error.message for error in found]


@pytest.mark.parametrize(
    ("model", "payload", "good"),
    [
        ("kling-ai/kling-v2.6", {"prompt": "x"}, True),
        ("kling-ai/kling-v2.6", {"prompt": "x", "feature": "motion"}, True),
        ("kling-ai/kling-v2.6", {"prompt": "x", "quality": "best"}, False),
        ("kling-ai/kling-v2.6", {"feature": "text-image-to-video"}, False),
        ("kling-ai/v3/video", {"prompt": "x", "duration": 15}, True),
        ("kling-ai/v3/video", {"prompt": "x", "duration": 16}, False),
        ("kling-ai/v3/video", {"prompt": "x", "negative_prompt": None}, True),
        ("kling-ai/o1/video", {"prompt": "x"}, False),
        ("google/veo-3.1-lite", {"prompt": "x", "resolution": "4k"}, True),
        ("openai/sora-2-pro", {"prompt": "x", "seconds": 12}, True),
        ("minimax/hailuo-2.3", {"prompt": "x"}, False),
        ("wan/wan-v2.7", {"prompt": "x" * 2001}, False),
        ("veed/lipsync", {"anything": [1]}, True),
    ],
)
def test_a_request_is_judged_as_its_page_says(
    model: str, payload: dict[str, Any], good: bool
) -> None:
    path = f"/generation/sse/{model}"
    assert (body_errors("skills_video", path, payload) == []) is good


@pytest.mark.parametrize(
    ("model", "payload", "good"),
    [
        ("t2v", {"prompt": "x", "aspectRatio": "1:1", "duration": "5"}, True),
        ("t2v", {"prompt": "x", "aspectRatio": "1:1", "duration": 5}, False),
        ("t2v", {"prompt": " ", "aspectRatio": "1:1", "duration": "5"}, False),
        ("i2v", {"image": "data:image/png;base64,aGk=", "duration": "8"}, True),
        ("i2v", {"image": "data:image/png;base64,", "duration": "8"}, False),
        ("lv", {"image": "https://x/a", "prompt": ["a"] * 7}, False),
        ("seedance20", {"duration": 4, "resolution": 480, "ratio": "1:1"}, False),
        (
            "seedance20",
            {"duration": 4, "resolution": 480, "ratio": "1:1", "prompt": "x"},
            True,
        ),
        (
            "seedance20",
            {"duration": 4, "resolution": 480, "ratio": "1:1", "audio": "https://x/a"},
            False,
        ),
    ],
)
def test_a_model_of_the_task_interface_takes_what_it_says(
    model: str, payload: dict[str, Any], good: bool
) -> None:
    path = f"/api/v1/generate/{model}"
    assert (body_errors("aivideomaker", path, payload) == []) is good


def test_a_catalogue_holds_every_endpoint_with_text_values() -> None:
    entries = raw("mediaio")
    assert len(entries) == len({entry["name"] for entry in entries}) == 24
    fields = [field for entry in entries for field in entry["api_body"]]
    values = [value for field in fields for value in field.get("enum", [])]
    assert values
    assert all(isinstance(value, str) for value in values)
    assert all(
        field["default"] in field["enum"] for field in fields if "default" in field
    )
    api = loaded("mediaio").api
    assert {entry["name"] for entry in entries} == {
        operation.exact_name for operation in api.operations
    }


def test_a_question_without_fields_still_has_a_body() -> None:
    for name in ("mediaio", "mediaio_effects"):
        operation = loaded(name).api.operation("POST /user/credits")
        assert operation.body is not None
        assert operation.body.rules.empty == "{}"


def test_the_draft_has_readable_names_for_its_short_keys() -> None:
    schemas = loaded("nemovideo").document.data["components"]["schemas"]
    track = schemas["DraftTrack"]["properties"]
    assert track["sg"]["x-specloom-name"] == "segments"
    assert track["tt"]["x-specloom-name"] == "track_type"


def test_no_other_file_names_a_provider() -> None:
    word = re.compile(r"skills[._-]?video|media\.?io|aivideo|nemo", re.IGNORECASE)
    files = [
        path
        for folder in ("generator", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".jinja", ".j2", ".md", ".toml")
    ]
    assert files
    assert [str(path) for path in files if word.search(path.read_text())] == []
