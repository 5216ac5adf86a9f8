"""Requests for OAuth2 tokens (RFC 6749)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urljoin

from ._auth import Secret
from ._errors import AuthenticationError
from ._origins import is_loopback
from ._wire import Request

if TYPE_CHECKING:
    from ._auth import ClientCredentials, Source


def token_request(
    base_url: str, source: Source, refresh: Secret | None, in_header: bool
) -> Request:
    """Return the request for a token, or for a new one by its refresh token.

    The client is named in the body, or in a header: servers must take the header
    (2.3.1), and many take only the body.
    """
    scheme, client = source.scheme, source.client
    assert client is not None
    if scheme.token_url is None:
        raise AuthenticationError("the document names no token URL")
    url = (scheme.refresh_url if refresh else None) or scheme.token_url
    address = urljoin(f"{base_url}/", url)
    if not (address.startswith("https://") or is_loopback(address)):
        raise AuthenticationError("refused to send a client secret without https")
    headers = [
        ("Accept", "application/json"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ]
    fields = list(_grant(source, refresh))
    if in_header:
        headers.append(("Authorization", _basic(client)))
    else:
        fields.append(("client_id", Secret(client.client_id)))
        fields.append(("client_secret", client.client_secret))
    text = "&".join(f"{name}={_encoded(value)}" for name, value in fields)
    return Request(
        method="POST",
        url=address,
        headers=tuple(headers),
        content=Opaque(text),
        operation=f"token of {scheme.name}",
    )


class Opaque(bytes):
    """Bytes of a body that show nothing of themselves."""

    def __new__(cls, text: str) -> Opaque:
        return super().__new__(cls, text.encode("utf-8"))

    def __repr__(self) -> str:
        return "b'***'"

    __str__ = __repr__


class OpaqueText(str):
    """A header value that shows nothing of itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


def _grant(source: Source, refresh: Secret | None) -> Iterator[tuple[str, Secret]]:
    """Yield the fields of a token request (4.4.2 and 6)."""
    client = source.client
    assert client is not None
    if refresh is not None:
        yield "grant_type", Secret("refresh_token")
        yield "refresh_token", refresh
        return
    yield "grant_type", Secret("client_credentials")
    scopes = client.scopes or source.scheme.scopes
    if scopes:
        yield "scope", Secret(" ".join(scopes))


def _basic(client: ClientCredentials) -> str:
    pair = f"{quote_plus(client.client_id)}:{_encoded(client.client_secret)}"
    return OpaqueText(f"Basic {b64encode(pair.encode()).decode('ascii')}")


def _encoded(value: Secret) -> str:
    return quote_plus(value.reveal())
