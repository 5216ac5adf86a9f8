"""An answer as it came: status, headers and bytes, for those who want to see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._decode import json_of, text_of
from ._headers import ResponseHeaders as ResponseHeaders
from ._wire import Reply

if TYPE_CHECKING:
    from ._operation import Operation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[T]):
    """Status, headers and body of an answer."""

    status: int
    headers: ResponseHeaders
    body: bytes = field(repr=False)
    _read: Callable[[], T] = field(repr=False, compare=False)
    _operation: Operation[T] | None = field(default=None, repr=False, compare=False)

    @property
    def ok(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """The body as text, in the charset of its content type."""
        return text_of(self.body, self.headers.get("content-type", ""))

    @property
    def request_id(self) -> str | None:
        """The id the server gave to the exchange."""
        return self.headers.get("x-request-id")

    def json(self) -> Any:
        """Return the decoded body; ValueError when it is no JSON."""
        return json_of(self.body, self.headers.get("content-type", ""))

    def parse(self) -> T:
        """Return what the call itself would have returned."""
        return self._read()

    def parse_headers(self) -> Any:
        """Return the headers as the model the document declares for this status.

        None where it declares none. A value that does not fit stays text.
        """
        from ._typed_headers import typed_headers

        if self._operation is None:
            return None
        return typed_headers(self._operation, self.status, self.headers)


def raw_response(
    reply: Reply, read: Callable[[], T], operation: Operation[T] | None = None
) -> RawResponse[T]:
    """Return an answer for the caller; `read` gives the typed value."""
    headers = ResponseHeaders(reply.headers)
    return RawResponse(reply.status, headers, reply.body, read, operation)
