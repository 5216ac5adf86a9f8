"""An API bound in memory: found by every name, checked by the printed types."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from specloom.python import binding, layout, render
from specloom.python.binding import NotFound

from tests import apis
from tests.apis import answer, api, body, operation, path


@pytest.mark.parametrize(
    "name",
    [
        "generation.kling_v2_6",
        "POST /sse/kling-v2.6",
        "post /sse/kling-v2.6",
        "/sse/kling-v2.6",
        "sse/kling-v2.6",
        "Kling 2.6",
    ],
)
def test_an_operation_is_found_by_each_of_its_names(name: str) -> None:
    found = binding.bind(apis.video()).find(name)
    assert found.key == "POST /sse/kling-v2.6"
    assert (found.kind, found.streams, found.plain) == ("job", True, "POST /kling-v2.6")


def test_an_operation_is_found_by_its_operation_id() -> None:
    assert binding.bind(apis.pets()).find("createPet").key == "POST /pets"


def test_a_plain_twin_is_a_job_reached_by_its_path_only() -> None:
    bound = binding.bind(apis.video())
    found = bound.find("/kling-v2.6")
    assert (found.kind, found.lifecycle, found.streams) == ("job", "video", False)
    assert [call.operation.key for call in bound.calls] == [
        "POST /sse/kling-v2.6",
        "GET /tasks/{id}",
    ]


def test_a_path_means_post_unless_get_is_all_there_is() -> None:
    found = binding.bind(
        api(
            operation("GET /a"),
            operation("POST /a"),
            operation("GET /b"),
            operation("PUT /c"),
        )
    ).find
    assert found("/a").method == "POST"
    assert found("/b").method == "GET"
    assert found("/c").method == "PUT"


def test_an_unknown_name_carries_the_nearest_ones() -> None:
    with pytest.raises(NotFound, match="did you mean") as caught:
        binding.bind(apis.video()).find("generation.kling_v26")
    assert "generation.kling_v2_6" in caught.value.candidates
    assert isinstance(caught.value, KeyError)


def test_an_empty_name_is_no_operation() -> None:
    with pytest.raises(NotFound):
        binding.bind(apis.pets()).find("")


def test_a_streaming_method_is_found_by_its_call_path_and_the_key_is_the_plain_one() -> (
    None
):
    op = operation(
        "POST /chat",
        answer(apis.PET),
        operation_id="chat",
        tags=("chats",),
        body=body(apis.PET),
        stream_switch="stream",
        streams_too=True,
    )
    find = binding.bind(api(op)).find
    assert find("chats.chat_stream").kind == "stream"
    assert find("chats.chat_stream").bodies[0].defaults == {"stream": True}
    assert find("POST /chat").kind == "plain"
    assert find("POST /chat").bodies[0].defaults == {"stream": False}


def adapter(found: Any) -> TypeAdapter[Any]:
    """Return the validator of a type source."""
    return TypeAdapter(found())


def test_a_body_is_checked_by_its_schema() -> None:
    checked = adapter(binding.bind(apis.video()).find("/sse/kling-v2.6").bodies[0].type)
    checked.validate_python({"prompt": "rain", "duration": 5})
    for wrong in (
        {},
        {"prompt": ""},
        {"prompt": 1},
        {"prompt": "x", "duration": 2},
        {"prompt": "x", "duration": "5"},
        {"prompt": "x", "unknown": 1},
    ):
        with pytest.raises(ValidationError):
            checked.validate_python(wrong)


def test_a_parameter_is_checked_by_its_schema() -> None:
    found = binding.bind(apis.pets()).find("getPet")
    verbose = next(item for item in found.parameters if item.wire == "verbose")
    with pytest.raises(ValidationError):
        adapter(verbose.type).validate_python("yes")


def test_types_are_compiled_on_first_use_and_once() -> None:
    find = binding.bind(apis.video()).find
    first = find("/sse/kling-v2.6")
    assert find("generation.kling_v2_6") is first
    assert first.bodies[0].type is not None
    assert first.bodies[0].type() is first.bodies[0].type()


def test_answers_stay_as_they_come() -> None:
    found = binding.bind(apis.pets()).find("getPet")
    assert [(item.status, item.reads, item.type) for item in found.responses] == [
        ("200", "json", None)
    ]


def test_servers_keep_their_variables_and_stand_once() -> None:
    from specloom import ir
    from specloom.runtime._servers import url_of

    server = ir.Server(
        url="https://{region}.example.com",
        variables=(ir.ServerVariable(name="region", default="eu"),),
    )
    found = binding.bind(replace(apis.pets(), servers=(server, server)))
    (one,) = found.service.servers
    assert url_of(one, {}) == "https://eu.example.com"
    assert url_of(one, {"region": "us"}) == "https://us.example.com"


def test_what_is_printed_is_what_is_run() -> None:
    """The constants of a package, executed, are the values that the binding makes."""
    found = apis.video()
    files = render.render(layout.plan(found, package="demo"))
    text = next(file.text for file in files if file.path.endswith("/generation.py"))
    constants = "".join(
        part + "\n" for part in text.split("\n\n") if part.startswith("KLING")
    )
    from specloom.runtime import _lifecycle, _operation

    scope: dict[str, Any] = {**vars(_lifecycle), **vars(_operation)}
    scope["types"] = lambda module, name: None
    exec(constants.replace(": Operation[VideoModel]", ""), scope)
    for constant, name in (
        ("KLING_V2_6", "/sse/kling-v2.6"),
        ("KLING_V2_6_PLAIN", "/kling-v2.6"),
    ):
        run = binding.bind(found).find(name)
        bodies = tuple(replace(item, type=None) for item in run.bodies)
        assert scope[constant] == replace(run, bodies=bodies)


def test_a_schema_without_limits_binds_too() -> None:
    op = operation("POST /a/{b}", parameters=(path("b"),), body=body(apis.TEXT))
    found = binding.bind(api(op)).find("/a/{b}")
    assert adapter(found.bodies[0].type).validate_python("x") == "x"
