"""Values that were fetched: kept for one client, until their time, one getter each."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from ._auth import Secret


@dataclass(frozen=True, slots=True)
class Token:
    """A fetched value and the monotonic time until which it is good."""

    secret: Secret
    until: float
    refresh: Secret | None = None


class TokenCache:
    """Tokens by scheme, for one client; safe between threads."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._claims: set[str] = set()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<TokenCache of {len(self._tokens)}>"

    def get(self, name: str, now: float) -> Token | None:
        """Return the token when it is good for a little longer."""
        found = self._tokens.get(name)
        return found if found is not None and found.until > now else None

    def last(self, name: str) -> Token | None:
        """Return the token, good or not."""
        return self._tokens.get(name)

    def claim(self, name: str) -> bool:
        """Take the right to get a token; False: somebody has it."""
        with self._lock:
            if name in self._claims:
                return False
            self._claims.add(name)
            return True

    def release(self, name: str) -> None:
        """Give the right back."""
        self._claims.discard(name)

    def put(self, name: str, token: Token) -> None:
        """Keep a token."""
        with self._lock:
            self._tokens[name] = token

    def drop(self, name: str) -> None:
        """Forget a token but for what refreshes it."""
        with self._lock:
            found = self._tokens.get(name)
            if found is not None:
                self._tokens[name] = Token(found.secret, float("-inf"), found.refresh)
