"""Origins: which ones are declared, and what may be sent to them (RFC 6454)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ._servers import urls_of

if TYPE_CHECKING:
    from ._operation import Service

_LOOPBACK = frozenset({"localhost", "::1"})
_LOOPBACK_V4 = re.compile(r"127(\.[0-9]{1,3}){3}")
_PORTS = {"http": 80, "https": 443}


def origin_of(url: str) -> str:
    """Return `scheme://host:port` of a URL, lower-cased, default ports filled in.

    What is no URL has none.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".")
    try:
        port = parts.port or _PORTS.get(scheme, 0)
    except ValueError:
        port = 0
    return f"{scheme}://{host}:{port}"


def on_origin(base: str, link: str) -> str | None:
    """Return a link as an absolute URL; None where it leaves the origin of `base`."""
    try:
        target = urljoin(base, link)
        stays = origin_of(target) == origin_of(base)
        return target if stays and urlsplit(target).username is None else None
    except ValueError:
        return None


def is_loopback(url: str) -> bool:
    """Tell whether a URL stays on this machine."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host in _LOOPBACK or _LOOPBACK_V4.fullmatch(host) is not None


def may_carry_credentials(url: str, origins: frozenset[str]) -> bool:
    """Tell whether a URL is on a declared origin, by https or on loopback."""
    secure = url[:8].lower() == "https://" or is_loopback(url)
    return secure and origin_of(url) in origins


def origins_of(
    service: Service, base_url: str, variables: Mapping[str, str]
) -> frozenset[str]:
    """Return the declared origins: servers, allowed hosts and the base URL in use."""
    servers = (*service.servers, *service.own_servers)
    urls = [base_url]
    urls += [urljoin(base_url, url) for url in urls_of(servers, variables)]
    hosts = service.profile.allowed_hosts
    urls.extend(host if "://" in host else f"https://{host}" for host in hosts)
    return frozenset(origin_of(url) for url in urls if url)
