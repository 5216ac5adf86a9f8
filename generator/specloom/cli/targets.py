"""One client to generate: where it comes from, where it goes, and what it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from specloom import lock as locks
from specloom.cli import lookup
from specloom.config import ClientConfig

if TYPE_CHECKING:
    from specloom.pipeline import Loaded


@dataclass(frozen=True, slots=True)
class Target:
    """One client: its source, its options and its folder."""

    client: ClientConfig
    spec: lookup.Spec
    directory: Path

    def fingerprint(self) -> str:
        """Return one hash of everything configured."""
        named = [path for path in self.named() if not locks.is_url(path)]
        return locks.fingerprint({**asdict(self.client), "read": named})

    def named(self) -> tuple[str, ...]:
        """Return what is read for sure: document, overlays, mapping, templates."""
        mapping = self.spec.catalogue if isinstance(self.spec.catalogue, str) else ""
        folder = self.client.templates
        own = sorted(map(str, Path(folder).rglob("*.jinja"))) if folder else ()
        return _places((self.spec.source, *self.spec.overlays, mapping, *own))

    def read(self, loaded: Loaded) -> tuple[str, ...]:
        """Return all that was read: the files that references lead to, as well."""
        bundled = (item.origin.location for item in loaded.document.sources.values())
        return _places((*self.named(), *bundled))


def _places(paths: Iterable[str]) -> tuple[str, ...]:
    named = (path for path in paths if path)
    absolute = (
        path if locks.is_url(path) else str(Path(path).resolve()) for path in named
    )
    return tuple(dict.fromkeys(absolute))
