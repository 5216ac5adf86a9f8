"""What a client makes of answers: typed values, files, events, pages, errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ._decode import convert, json_of, read_answer, response_for, text_of
from ._failures import network_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._download import BinaryResponse
    from ._errors import ClientError
    from ._job_state import Setup
    from ._operation import Operation
    from ._options import Arguments, CallOptions
    from ._pages import Paging
    from ._policy import Limits
    from ._raw import RawResponse
    from ._redact import Redactor
    from ._request import Site
    from ._spool import Plan
    from ._stream import Reader
    from ._wire import Failed, Reply

T = TypeVar("T")


class Answers:
    """The part of a client that reads answers; the settings are the client's."""

    _limits: Limits
    _raw: bool
    _redactor: Redactor
    _setup: Setup
    _site: Site
    _strict: bool
    _timeout: float | None

    def _converted(self, operation: Operation[Any], value: Any) -> Any:
        return convert(
            operation.result,
            value,
            strict=self._strict,
            where=operation.key,
        )

    def _value(self, operation: Operation[T], reply: Reply) -> Any:
        """Return the typed result, or the raw answer where that is asked for."""

        def read() -> Any:
            if self._reads_bytes(operation) and (found := _as_file(reply)):
                return found
            return read_answer(
                operation,
                reply,
                strict=self._strict,
                redactor=self._redactor,
            )

        return _raw(reply, read, operation) if self._raw else read()

    def _untyped(self, reply: Reply) -> Any:
        def read() -> Any:
            return _as_file(reply) or self.decoded(reply)

        return _raw(reply, read) if self._raw else read()

    def _reads_bytes(self, operation: Operation[Any]) -> bool:
        return any(response.reads == "bytes" for response in operation.responses)

    def _binary(self, operation: Operation[Any], reply: Reply) -> Plan:
        """Say whether the body of an answer is kept as a file."""
        from ._spool import Plan

        content_type = dict(reply.headers).get("content-type", "")
        response = response_for(operation, reply.status, content_type)
        good = 200 <= reply.status < 300
        binary = good and response is not None and response.reads == "bytes"
        return Plan(reply, binary, self._limits)

    def reader(self, operation: Operation[T], reply: Reply) -> Reader[T]:
        """Return what reads the events of an answer."""
        from ._stream import Reader

        return Reader(
            operation,
            reply,
            limit=self._limits.event_bytes,
            strict=self._strict,
            redactor=self._redactor,
        )

    def silence(self, options: CallOptions) -> float:
        """Return how long a plain stream may say nothing."""
        return options.timeout or self._timeout or self._limits.read_timeout

    def paging(self, operation: Operation[T], given: Arguments) -> Paging[T]:
        """Return a listing at its beginning."""
        from ._pages import Paging

        return Paging(operation, given, self._strict, self._site.base_url)

    def decoded(self, reply: Reply) -> Any:
        """Return a body decoded but not typed."""
        if not reply.body:
            return None
        content_type = dict(reply.headers).get("content-type", "")
        try:
            return json_of(reply.body, content_type)
        except ValueError:
            binary = not content_type.startswith("text/") and b"\0" in reply.body
            return reply.body if binary else text_of(reply.body, content_type)

    def broken(self, failed: Failed) -> ClientError:
        """Return the error for a stream that broke."""
        return network_error(self._setup, failed)

    def _raise_failed(self, failed: Failed | None) -> None:
        if failed is not None:
            raise network_error(self._setup, failed)


def _as_file(reply: Reply) -> BinaryResponse | None:
    """Return a binary answer that was kept as a file."""
    from ._download import binary_response
    from ._spool import FileReply

    return binary_response(reply) if isinstance(reply, FileReply) else None


def _raw(
    reply: Reply, read: Callable[[], Any], operation: Operation[Any] | None = None
) -> RawResponse[Any]:
    from ._raw import raw_response

    return raw_response(reply, read, operation)
