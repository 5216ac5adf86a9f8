"""Rows 85 to 90, and what bytes do to 24, 58, 69 and 70: through real clients."""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from specloom.runtime._errors import (
    AuthenticationError,
    ClientError,
    InvalidPayloadError,
    JobFailed,
    ResponseTooLarge,
    ResultExpired,
    UpstreamError,
)
from specloom.runtime._lifecycle import Call, Wait
from specloom.runtime._operation import Scheme
from specloom.runtime._policy import Limits, Retry

from tests.faults.clients import KEY, Client, Handler, service
from tests.faults.script import DONE, job
from tests.faults.service import LIFECYCLE, POLL, POLLED, STREAMED

QUICK = replace(POLLED, wait=Wait(interval=0.01, factor=1.0, jitter=0.0))
FILE = bytes(range(256)) * 40
Make = Callable[..., Client]


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest) -> Iterator[Make]:
    """Makes clients of one flavour."""
    made: list[Client] = []

    def make(
        handler: Handler, lifecycle: Any = QUICK, *schemes: Any, **more: Any
    ) -> Client:
        found = Client(request.param, service(lifecycle, *schemes), handler, **more)
        made.append(found)
        return found

    yield make
    for item in made:
        item.close()


def _served(routes: dict[str, Any]) -> Handler:
    """Answer by path; a list is answered in its order, its last item for good."""

    def answer(request: httpx.Request) -> httpx.Response:
        found = routes[request.url.path]
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if callable(found):
            found = found(request)
        if isinstance(found, httpx.Response):
            return found
        return httpx.Response(200, json=found)

    return answer


def _jobs(**more: Any) -> dict[str, Any]:
    done = job("COMPLETED", data={"url": "https://cdn.test/files/v.mp4"})
    return {"/jobs": job("IN_QUEUE"), "/jobs/j1": done, **more}


def test_row_85_an_expired_url_is_replaced_by_a_fresh_one(
    client: Make,
    tmp_path: Path,
) -> None:
    fresh = job("COMPLETED", data={"url": "https://cdn.test/files/fresh.mp4"})
    routes = _jobs()
    routes["/jobs/j1"] = [routes["/jobs/j1"], fresh]
    routes["/files/v.mp4"] = httpx.Response(403)
    routes["/files/fresh.mp4"] = httpx.Response(200, content=FILE)
    made = client(_served(routes))
    (path,) = made.run(made.submit().download(tmp_path))
    assert (path.name, path.read_bytes()) == ("fresh.mp4", FILE)


def test_row_85_a_url_past_its_declared_life_is_replaced_before_it_is_asked_for(
    client: Make,
    tmp_path: Path,
) -> None:
    fresh = job("COMPLETED", data={"url": "https://cdn.test/files/fresh.mp4"})
    routes = _jobs()
    routes["/jobs/j1"] = [routes["/jobs/j1"], fresh]
    routes["/files/fresh.mp4"] = httpx.Response(200, content=FILE)
    lifecycle = replace(QUICK, result=replace(QUICK.result, assets_expire=0.0))
    made = client(_served(routes), lifecycle)
    (path,) = made.run(made.submit().download(tmp_path))
    assert path.name == "fresh.mp4"


@pytest.mark.parametrize("status", [403, 404, 410])
def test_row_85_a_file_that_is_gone_is_said_with_the_id(
    client: Make,
    tmp_path: Path,
    status: int,
) -> None:
    routes = _jobs(**{"/files/v.mp4": lambda request: httpx.Response(status)})
    made = client(_served(routes))
    with pytest.raises(ResultExpired) as caught:
        made.run(made.submit().download(tmp_path))
    assert caught.value.job_id == "j1"
    assert list(tmp_path.iterdir()) == []


def test_row_85_a_declared_download_is_the_last_resort(
    client: Make,
    tmp_path: Path,
) -> None:
    call = Call(operation="GET /results/{id}", bind=POLL.bind)
    lifecycle = replace(QUICK, result=replace(QUICK.result, download=call))
    routes = _jobs(**{"/files/v.mp4": lambda request: httpx.Response(404)})
    routes["/results/j1"] = lambda request: httpx.Response(
        200 if request.headers.get("authorization") == f"Bearer {KEY}" else 401,
        content=FILE,
    )
    made = client(_served(routes), lifecycle)
    (path,) = made.run(made.submit().download(tmp_path))
    assert path.read_bytes() == FILE


def test_a_failure_tells_its_details_and_when_a_new_job_would_be_taken(
    client: Make,
) -> None:
    body = {"id": "j1", "status": "FAILED", "code": "busy", "why": [f"key {KEY}"]}
    told = replace(QUICK, error=replace(QUICK.error, details=("$response.body#/why",)))
    routes = _jobs()
    routes["/jobs/j1"] = httpx.Response(200, headers={"Retry-After": "7"}, json=body)
    made = client(_served(routes), told)
    handle = made.submit()
    with pytest.raises(JobFailed) as caught:
        made.run(handle.wait())
    assert (handle.outcome.retry_after, caught.value.retry_after) == (7.0, 7.0)
    assert caught.value.details == ["key ***"]


def test_row_86_a_download_that_breaks_is_resumed_from_where_it_was(
    client: Make,
    tmp_path: Path,
) -> None:
    seen: list[tuple[str | None, str | None]] = []

    def file(request: httpx.Request) -> httpx.Response:
        asked = request.headers.get("range")
        seen.append((asked, request.headers.get("if-range")))
        headers = {"etag": '"v1"', "content-length": str(len(FILE))}
        if asked is None:
            return httpx.Response(200, headers=headers, stream=_Torn(FILE[:4000]))
        span = f"bytes 4000-{len(FILE) - 1}/{len(FILE)}"
        rest = {"etag": '"v1"', "content-range": span}
        return httpx.Response(206, headers=rest, content=FILE[4000:])

    made = client(_served(_jobs(**{"/files/v.mp4": file})), retry=Retry(first=0.001))
    (path,) = made.run(made.submit().download(tmp_path))
    assert path.read_bytes() == FILE
    assert seen == [(None, None), ("bytes=4000-", '"v1"')]
    assert [item.name for item in tmp_path.iterdir()] == ["v.mp4"]


class _Torn(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks after some bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __iter__(self) -> Iterator[bytes]:
        yield self._data
        raise httpx.ReadError("reset")

    async def __aiter__(self) -> Any:
        yield self._data
        raise httpx.ReadError("reset")


def test_row_86_a_file_is_never_replaced_unasked(client: Make, tmp_path: Path) -> None:
    routes = _jobs(
        **{"/files/v.mp4": lambda request: httpx.Response(200, content=FILE)}
    )
    made = client(_served(routes))
    handle = made.submit()
    (tmp_path / "v.mp4").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        made.run(handle.download(tmp_path))
    assert (tmp_path / "v.mp4").read_bytes() == b"mine"
    made.run(handle.download(tmp_path, overwrite=True))
    assert (tmp_path / "v.mp4").read_bytes() == FILE


def test_row_87_a_foreign_host_gets_no_credentials(
    client: Make, tmp_path: Path
) -> None:
    routes = _jobs(
        **{"/files/v.mp4": lambda request: httpx.Response(200, content=FILE)}
    )
    made = client(_served(routes), headers={"X-Own": "own-value"})
    made.run(made.submit().download(tmp_path))
    (foreign,) = [item for item in made.requests if item.url.host == "cdn.test"]
    assert KEY not in str(foreign.headers.raw)
    assert "x-own" not in foreign.headers


@pytest.mark.parametrize(
    "url", ["http://cdn.test/v.mp4", "file:///etc/hosts", "ftp://a/b"]
)
def test_row_87_only_https_is_fetched_from_elsewhere(
    client: Make,
    tmp_path: Path,
    url: str,
) -> None:
    routes = _jobs()
    routes["/jobs/j1"] = job("COMPLETED", data={"url": url})
    made = client(_served(routes))
    with pytest.raises(ClientError):
        made.run(made.submit().download(tmp_path))
    assert {item.url.host for item in made.requests} == {"api.test"}


def _sinks(error: BaseException) -> str:
    """Return all that an error shows, anywhere."""
    lines = traceback.TracebackException.from_exception(error, capture_locals=True)
    shown = ["".join(lines.format()), repr(error), str(error), repr(vars(error))]
    if isinstance(error, ClientError):
        shown += [json.dumps(error.to_dict()), str(pickle.dumps(error))]
    return "\n".join(shown)


def test_row_88_a_key_is_in_nothing_that_is_shown(
    client: Make,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    routes = _jobs()
    routes["/jobs/j1"] = lambda request: httpx.Response(422, json={"message": "no"})
    made = client(_served(routes))
    handle = made.submit()
    with pytest.raises(ClientError) as caught:
        made.run(handle.wait())
    shown = [_sinks(caught.value), repr(handle), handle.token, repr(made.core)]
    shown += [repr(vars(made.core)), repr(handle._job), caplog.text, repr(made.told)]
    assert KEY not in "\n".join(shown)
    assert f"Bearer {KEY}" in made.requests[0].headers["authorization"]


def test_row_89_a_key_that_the_server_echoes_is_masked(client: Make) -> None:
    def echo(request: httpx.Request) -> httpx.Response:
        body = {"message": f"bad key {request.headers['authorization']}"}
        return httpx.Response(500, json=body, headers={"x-request-id": "r1"})

    routes = _jobs(**{"/jobs": echo})
    made = client(_served(routes))
    with pytest.raises(ClientError) as caught:
        made.submit()
    assert KEY not in _sinks(caught.value)
    assert caught.value.request_id == "r1"


def test_row_89_a_key_echoed_in_a_failed_job_is_masked(client: Make) -> None:
    routes = _jobs()
    routes["/jobs/j1"] = job("FAILED", code="E", message=f"bad key {KEY}")
    made = client(_served(routes))
    handle = made.submit()
    with pytest.raises(ClientError) as caught:
        made.run(handle.wait())
    assert KEY not in str(caught.value)
    assert KEY not in json.dumps(caught.value.to_dict())
    assert KEY not in (handle.outcome.error_message or "")


def test_row_88_a_key_in_the_query_is_masked_in_urls(client: Make) -> None:
    scheme = Scheme(name="key", kind="apiKey", place="query", wire="api_key")
    made = client(lambda request: httpx.Response(503), QUICK, scheme)
    with pytest.raises(ClientError) as caught:
        made.submit()
    assert KEY in str(made.requests[0].url)
    assert KEY not in _sinks(caught.value)


@pytest.mark.parametrize("key", ["sk\r\nX-Evil: 1", "sk-\u00e9-key", "sk\0key"])
def test_row_90_a_key_that_is_no_header_value_is_refused_unsent(
    client: Make,
    key: str,
) -> None:
    made = client(_served(_jobs()), api_key=key)
    with pytest.raises(AuthenticationError) as caught:
        made.submit()
    assert made.requests == []
    assert key not in str(caught.value)


@pytest.mark.parametrize("job_id", ["a/b", "a?b", "a#b", "a\r\nb", "é", "..%2f"])
def test_row_90_an_id_is_one_path_segment_or_refused(client: Make, job_id: str) -> None:
    made = client(lambda request: httpx.Response(200, json={**DONE, "id": job_id}))
    handle = made.core.jobs.get(job_id, "POST /jobs")
    try:
        made.run(handle.wait())
    except InvalidPayloadError:
        assert made.requests == []
    else:
        raw = made.requests[0].url.raw_path
        assert raw.count(b"/") == 2
        assert raw.startswith(b"/jobs/")
        assert b"?" not in raw


def test_row_90_a_header_of_the_user_cannot_start_another(client: Make) -> None:
    from specloom.runtime._options import CallOptions

    made = client(_served(_jobs()))
    with pytest.raises(InvalidPayloadError):
        made.submit(options=CallOptions(headers={"X-A": "1\r\nX-B: 2"}))
    assert made.requests == []


def test_row_70_a_bomb_is_counted_while_it_inflates(client: Make) -> None:
    packed = gzip.compress(b" " * 20_000_000)

    def bomb(request: httpx.Request) -> httpx.Response:
        headers = {"content-encoding": "gzip", "content-type": "application/json"}
        return httpx.Response(200, headers=headers, stream=_Whole(packed))

    routes = _jobs(**{"/jobs/j1": bomb})
    made = client(_served(routes), limits=Limits(json_bytes=1_000_000))
    handle = made.submit()
    with pytest.raises(ResponseTooLarge) as caught:
        made.run(handle.wait())
    assert caught.value.job_id == "j1"


class _Whole(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Raw bytes of a body, as they are."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __iter__(self) -> Iterator[bytes]:
        yield self._data

    async def __aiter__(self) -> Any:
        yield self._data


def test_row_69_a_body_over_the_limit_is_not_read_whole(client: Make) -> None:
    body = b'{"a": "' + b"x" * 2_000_000 + b'"}'
    routes = _jobs(**{"/jobs/j1": lambda request: httpx.Response(200, content=body)})
    made = client(_served(routes), limits=Limits(json_bytes=1_000_000))
    handle = made.submit()
    with pytest.raises(ResponseTooLarge):
        made.run(handle.wait())


def test_row_24_a_compressed_stream_is_inflated_piece_by_piece(client: Make) -> None:
    text = f"data: {json.dumps(DONE)}\n\n".encode()

    def stream(request: httpx.Request) -> httpx.Response:
        assert request.headers["accept-encoding"] == "identity"
        headers = {"content-encoding": "gzip", "content-type": "text/event-stream"}
        return httpx.Response(200, headers=headers, stream=_Whole(gzip.compress(text)))

    made = client(_served({"/sse/jobs": stream}), LIFECYCLE)
    assert made.run(made.submit(STREAMED).wait()) == DONE["data"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_58_a_key_never_follows_a_redirect_to_another_host(
    client: Make,
    status: int,
) -> None:
    def away(request: httpx.Request) -> httpx.Response:
        where = {"location": "https://elsewhere.test/jobs/j1"}
        return httpx.Response(status, headers=where)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "elsewhere.test":
            return httpx.Response(200, json=DONE)
        return _served(_jobs(**{"/jobs/j1": away}))(request)

    made = client(answer)
    handle = made.submit()
    assert made.run(handle.wait()) == DONE["data"]
    foreign = [item for item in made.requests if item.url.host == "elsewhere.test"]
    assert foreign
    assert all(KEY not in str(item.headers.raw) for item in foreign)


def test_row_58_a_redirected_create_is_uncertain_and_not_followed(client: Make) -> None:
    where = {"location": "https://api.test/other"}
    made = client(lambda request: httpx.Response(307, headers=where))
    with pytest.raises(ClientError, match="redirect"):
        made.submit()
    assert len(made.requests) == 1


def test_row_59_a_redirect_from_https_to_http_is_refused(client: Make) -> None:
    where = {"location": "http://api.test/jobs/j1"}
    routes = _jobs(**{"/jobs/j1": lambda request: httpx.Response(302, headers=where)})
    made = client(_served(routes))
    handle = made.submit()
    with pytest.raises(ClientError) as caught:
        made.run(handle.wait())
    assert caught.value.job_id == "j1"
    assert {item.url.scheme for item in made.requests} == {"https"}


def test_row_50_an_upstream_error_is_no_refusal_of_a_poll(client: Make) -> None:
    routes = _jobs()
    routes["/jobs/j1"] = [httpx.Response(503), routes["/jobs/j1"]]
    made = client(_served(routes), retry=Retry(first=0.001))
    assert made.run(made.submit().wait())
    assert not issubclass(UpstreamError, ResultExpired)
