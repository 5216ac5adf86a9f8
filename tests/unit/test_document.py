"""Reading one text: JSON and YAML with their scalars, limits, faults and places."""

from __future__ import annotations

import io
import math
import os
from pathlib import Path

import httpx
import pytest
from specloom import location
from specloom.diagnostics import SpecError
from specloom.spec import document, fetch
from specloom.spec.document import Document, parse


def yaml(text: str) -> Document:
    return parse(text.encode(), "spec.yaml", "/specs/spec.yaml")


def json_text(text: str) -> Document:
    return parse(text.encode(), "spec.json", "/specs/spec.json")


def refusal(call: object, *arguments: object, **options: object) -> str:
    assert callable(call)
    with pytest.raises(SpecError) as caught:
        call(*arguments, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("1:30", "1:30"),
        ("2020-01-01", "2020-01-01"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("-.5", -0.5),
        ("~", None),
        ("", None),
        ("Null", None),
        ("TRUE", True),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("!!float 1", 1.0),
        ("+7", 7),
        ("-9223372036854776000", -9223372036854776000),
        ("123456789012345678901234567890", 123456789012345678901234567890),
    ],
)
def test_a_yaml_scalar_has_its_meaning_in_yaml_1_2(written: str, meant: object) -> None:
    read = yaml(f"value: {written}\n").data["value"]
    assert read == meant
    assert type(read) is type(meant)


def test_keys_are_the_texts_that_were_written() -> None:
    read = yaml("200: a\nno: b\ntrue: c\n1.0: d\nnull: e\n").data
    assert read == {"200": "a", "no": "b", "true": "c", "1.0": "d", "null": "e"}


def test_a_merge_key_fills_in_what_is_not_given() -> None:
    read = yaml("base: &b {x: 1, y: 2}\nnext:\n  <<: *b\n  y: 3\n").data
    assert read["next"] == {"x": 1, "y": 3}


def test_two_uses_of_an_alias_are_two_values() -> None:
    read = yaml("a: &a {x: 1}\nb: *a\nc: *a\n").data
    read["b"]["x"] = 2
    assert read["c"] == {"x": 1}


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_key_that_stands_twice_is_reported_with_both_places(form: str) -> None:
    if form == "yaml":
        found = yaml("a:\n  b: 1\n  b: 2\n")
    else:
        found = json_text('{"a": {\n "b": 1,\n "b": 2}}')
    assert found.data == {"a": {"b": 2}}
    (finding,) = found.findings
    assert finding.code == "SPEC005"
    assert finding.pointer == "/a/b"
    assert finding.line == 3
    assert "first at 2:" in finding.message


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_a_second_object_holds_stands_there_once(form: str) -> None:
    text = '{"a": {"b": 1, "c": {"d": 1}},\n"a": {"c": {"d": 2}, "b": 2, "b": 3}}'
    found = yaml(text) if form == "yaml" else json_text(text)
    assert found.data == {"a": {"b": 3, "c": {"d": 2}}}
    assert [item.pointer for item in found.findings] == ["/a", "/a/b"]


def test_a_number_that_json_cannot_hold_is_shown_where_it_stands() -> None:
    found = yaml("x: not .inf\na:\n  b: [1, .inf]\n  c: .nan\n")
    places = [(item.line, item.column) for item in found.findings]
    assert places == [(3, 10), (4, 6)]
    found = json_text('{"n": "NaN",\n "x": NaN}')
    assert [(item.line, item.column) for item in found.findings] == [(2, 7)]


@pytest.mark.parametrize(
    "text",
    ['{"x": NaN}', '{"x": -Infinity}', '{"x": 1e999}', '{"x": ' + "9" * 5000 + "}"],
)
def test_a_number_that_json_cannot_hold_is_null_and_reported(text: str) -> None:
    found = json_text(text)
    assert found.data == {"x": None}
    assert [item.code for item in found.findings] == ["SPEC006"]


def test_endless_numbers_of_yaml_are_null_and_reported() -> None:
    found = yaml("a: .inf\nb: .nan\nc: " + "9" * 5000 + "\n")
    assert found.data == {"a": None, "b": None, "c": None}
    assert len(found.findings) == 3


def test_large_integers_keep_every_digit() -> None:
    assert json_text('{"x": 18446744073709551616}').data["x"] == 2**64


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_every_unicode_encoding_of_json_is_read(encoding: str, suffix: str) -> None:
    raw = '{"title": "Ünï"}'.encode(encoding)
    assert parse(raw, "spec", f"/spec.{suffix}").data == {"title": "Ünï"}


def test_a_text_that_is_no_unicode_is_refused_where_it_breaks() -> None:
    message = refusal(parse, b'{"a":\n "\xff\xfe"}', "x.json", "/x.json")
    assert "x.json:2:3" in message


def test_a_lone_surrogate_never_reaches_a_file() -> None:
    read = json_text('{"a": "\\ud800", "b": "\\ud83d\\ude00"}').data
    assert read == {"a": "\ufffd", "b": "\U0001f600"}


def test_an_escaped_surrogate_pair_in_yaml_is_one_character() -> None:
    assert yaml('a: "\\ud83d\\ude00!"\n').data == {"a": "\U0001f600!"}


def test_characters_that_yaml_forbids_are_replaced() -> None:
    assert yaml('a: "x\x00y"\n').data == {"a": "x\ufffdy"}


@pytest.mark.parametrize("text", ["", " \n\t", "# only a comment\n"])
def test_an_empty_document_is_refused_at_its_start(text: str) -> None:
    assert refusal(yaml, text) == "spec.yaml:1:1: the document is empty"


def test_a_truncated_json_text_is_refused_where_it_breaks_off() -> None:
    message = refusal(json_text, '{"openapi": "3.0.0",\n "info": {"ti')
    assert message.startswith("spec.json:2:")
    assert "breaks off" in message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [1, 2\nb: 3\n", "spec.yaml:2:2"),
        ("a: 'open\n", "spec.yaml:2:1"),
        ("a: 1\n b: 2\n", "spec.yaml:2:3"),
        ("a: *nowhere\n", "spec.yaml:1:4"),
        ("a: &a [*a]\n", "spec.yaml:1:8"),
        ("? [1]\n: 2\n", "spec.yaml:1:5"),
    ],
)
def test_broken_yaml_is_refused_with_line_and_column(text: str, place: str) -> None:
    assert refusal(yaml, text).startswith(place)


def test_json_with_trailing_commas_and_comments_is_read_as_yaml() -> None:
    found = json_text('{"a": [1, 2,], # both\n "b": 3,}')
    assert found.data == {"a": [1, 2], "b": 3}
    assert [item.code for item in found.findings] == ["SPEC004"]


def test_a_second_yaml_document_is_refused_where_it_starts() -> None:
    message = refusal(yaml, "a: 1\n---\nb: 2\n")
    assert message.startswith("spec.yaml:2:1")
    assert "second" in message


def test_aliases_cannot_multiply_without_bound() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    for level in range(1, 12):
        inner = ",".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{inner}]")
    assert "aliases expand" in refusal(yaml, "\n".join(lines))


def test_aliases_cannot_nest_without_bound() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{x: *a{n - 1}}}" for n in range(1, 400)]
    assert "nested deeper" in refusal(yaml, "\n".join(lines))


@pytest.mark.parametrize("depth", [300, 5_000, 200_000])
def test_deep_nesting_is_refused_in_every_form(depth: int) -> None:
    nested = "[" * depth + "]" * depth
    assert "nested deeper" in refusal(json_text, nested)
    assert "nested deeper" in refusal(yaml, f"x: {nested}")


def test_a_document_as_deep_as_the_limit_is_read() -> None:
    nested = "[" * 250 + "]" * 250
    assert json_text(nested).data == yaml(nested).data


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "the top level is a list"),
        ('["x"]', "the top level is a list"),
        ('"text"', "the top level is a text"),
        ("null", "the top level is null"),
        ("12", "the top level is a number"),
        ("{}", "neither `openapi` nor `swagger`"),
        ('{"openapi": "4.0.0"}', "expected 3.0, 3.1 or 3.2"),
        ('{"openapi": {}}', "expected 3.0, 3.1 or 3.2"),
        ('{"swagger": "1.2"}', "expected 2.0"),
        ('{"swaggerVersion": "1.2"}', "Swagger 1.x"),
        ('{"overlay": "1.0.0"}', "--overlay"),
        ('{"asyncapi": "3.0.0"}', "AsyncAPI"),
    ],
)
def test_what_is_no_description_is_refused_with_its_place_and_a_next_step(
    text: str, reason: str
) -> None:
    with pytest.raises(SpecError, match=r"^spec\.json:1:") as caught:
        document.identify(json_text(text))
    (told,) = caught.value.diagnostics
    assert reason in told.message
    assert told.hint


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("openapi: 3.0", "openapi"),
        ("openapi: 3.1.0", "openapi"),
        ("swagger: 2.0", "swagger"),
        ("paths: {}", "openapi"),
        ("paths: {}\ndefinitions: {}", "swagger"),
    ],
)
def test_a_description_is_known_by_its_version(text: str, kind: str) -> None:
    assert document.identify(yaml(text)) == kind


def test_a_place_names_file_line_and_column() -> None:
    found = yaml("openapi: 3.1.0\npaths:\n  /a/b:\n    get: {}\n")
    place = found.place("/paths/~1a~1b/get")
    assert str(place) == "spec.yaml:4:5"
    assert place.line == "    get: {}"


def test_the_place_of_a_missing_value_is_that_of_the_nearest_above() -> None:
    found = json_text('{\n "a": {\n  "b": [1, 2]}}')
    assert str(found.place("/a/b/7/c")) == "spec.json:3:3"
    assert str(found.place("/zzz")) == "spec.json:1:1"


def test_standard_input_is_read() -> None:
    found = document.read("-", stdin=io.BytesIO(b"openapi: 3.1.0\n"))
    assert found.name == "<stdin>"
    assert found.data == {"openapi": "3.1.0"}


def test_a_file_is_read_under_the_name_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: 1\n")
    found = document.read(tmp_path / "a.yaml")
    assert found.name == str(tmp_path / "a.yaml")
    assert found.origin.format == "yaml"
    assert len(found.origin.sha256) == 64


def test_the_hash_is_of_what_is_said_not_of_how_it_is_written() -> None:
    texts = (b'{"a": 1, "b": [2, 3]}', b"b: [2, 3]\na: 1\n", b'{"a": 1, "b": [3, 2]}')
    one, same, other = (document.parse(text, "x", "/x").origin.sha256 for text in texts)
    assert one == same != other


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "pipe", "nul\x00.yaml"])
def test_what_cannot_be_read_is_refused_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert name.split("\x00")[0] in refusal(document.read, tmp_path / name)


class Server:
    """Answers like a server with validators; counts what it was asked."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.asked: list[httpx.Request] = []
        self.down = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if self.down:
            raise httpx.ConnectError("refused")
        if request.headers.get("if-none-match") == '"v1"':
            return httpx.Response(304)
        return httpx.Response(200, content=self.body, headers={"etag": '"v1"'})

    def client(self) -> httpx.Client:
        return httpx.Client(transport=httpx.MockTransport(self))


def test_a_url_is_fetched_again_only_when_it_changed(tmp_path: Path) -> None:
    server = Server(b"openapi: 3.1.0")
    url = "https://api.example.test/openapi.yaml"
    for _ in range(2):
        found = fetch.get(url, client=server.client(), cache=tmp_path)
        assert found == fetch.Fetched(b"openapi: 3.1.0")
    assert [r.headers.get("if-none-match") for r in server.asked] == [None, '"v1"']


def test_a_kept_copy_stands_in_when_the_network_fails(tmp_path: Path) -> None:
    server = Server(b"{}")
    url = "https://api.example.test/openapi.json"
    fetch.get(url, client=server.client(), cache=tmp_path)
    server.down = True
    found = fetch.get(url, client=server.client(), cache=tmp_path)
    assert found.body == b"{}"
    assert found.stale == "refused"
    message = refusal(fetch.get, url + "2", client=server.client(), cache=tmp_path)
    assert "cannot be fetched: refused" in message


def test_the_cache_is_for_its_owner_alone(tmp_path: Path) -> None:
    server = Server(b"{}")
    url = "https://api.example.test/x"
    fetch.get(url, client=server.client(), cache=tmp_path / "c")
    (kept,) = (tmp_path / "c").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_text("broken")
    assert fetch.get(url, client=server.client(), cache=tmp_path / "c").stale is None


def test_a_redirect_never_leads_from_https_to_http(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://evil.example.test/"})

    client = httpx.Client(transport=httpx.MockTransport(answer))
    message = refusal(
        fetch.get, "https://a.example.test/", client=client, cache=tmp_path
    )
    assert "a redirect leads to http://evil.example.test/" in message


def test_redirects_are_followed_a_few_times(tmp_path: Path) -> None:
    hops: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        hops.append(str(request.url))
        if len(hops) < 3 or "loop" in str(request.url):
            return httpx.Response(302, headers={"location": str(request.url)})
        return httpx.Response(200, content=b"{}")

    client = httpx.Client(transport=httpx.MockTransport(answer))
    url = "https://a.example.test/"
    assert fetch.get(url, client=client, cache=tmp_path).body == b"{}"
    message = refusal(fetch.get, url + "loop", client=client, cache=tmp_path)
    assert "more than 5 redirects" in message


def test_a_url_is_shown_without_its_password() -> None:
    assert fetch.shown("https://u:p@host.test/a?b=1") == "https://host.test/a?b=1"


def test_urls_can_be_forbidden() -> None:
    message = refusal(document.read, "https://a.example.test/x", allow_remote=False)
    assert "not allowed" in message


def test_a_pointer_is_read_as_it_is_written() -> None:
    assert location.join("/a", "b/c", "~", 0) == "/a/b~1c/~0/0"
    assert location.split("/a/b~1c/~0/0") == ("a", "b/c", "~", "0")
    assert location.resolve({"a": [{"b/c": 5}]}, "/a/0/b~1c") == 5
    for bad in ("/a/00", "/a/-", "/a/1", "/b", "/a/0/b~1c/x"):
        assert not location.exists({"a": [{"b/c": 5}]}, bad)
    for malformed in ("a", "/~2", "/~"):
        with pytest.raises(ValueError, match=r"pointer|followed"):
            location.split(malformed)


def test_finite_numbers_stay_finite() -> None:
    values = yaml("a: 1e308\nb: 4.9e-324\n").data
    assert all(math.isfinite(value) for value in values.values())
